extension StackWriter {
  /// Adds a service, in one of the many ways to write it.
  mutating func service(_ name: String, level: String) {
    let inner = level + step
    if random.chance(0.2) { line(level, "# " + random.pick(Habits.comments)) }
    line(level, name + ":", comment: 0.04)
    image(inner)
    if random.chance(0.6) { line(inner, "container_name: " + value(name)) }
    if random.chance(0.85) {
      let policy = value(random.pick(["unless-stopped", "always", "on-failure"]))
      line(inner, "restart: " + policy, comment: 0.05)
    }
    if random.chance(0.15) { line(inner, "command: " + random.pick(Habits.commands)) }
    if random.chance(0.8) { environment(inner) }
    if random.chance(0.7) { ports(inner) }
    if random.chance(0.8) { volumes(inner) }
    if random.chance(0.3) { list("depends_on", ["db", "cache"], inner) }
    if random.chance(0.35) { labels(name, inner) }
    if random.chance(0.5) { networks(inner) }
    if random.chance(0.3) { healthcheck(inner) }
    if random.chance(0.12) { limits(inner) }
    if random.chance(0.06) { script(name, inner) }
    if random.chance(0.08) {
      line(inner, "logging:")
      line(inner + step, "<<: *logging")
    } else if random.chance(0.1) {
      line(inner, "logging: *logging")
    }
  }

  private mutating func image(_ level: String) {
    let tag = random.chance(0.85) ? "\(random.below(20)).\(random.below(30)).\(random.below(10))" : "latest"
    var image = value(random.pick(Habits.images) + ":" + tag)
    if random.chance(0.15) { image += "@sha256:" + (0..<4).map { _ in hexadecimal() }.joined() }
    let style = random.below(10)
    let written = style == 0 ? "\"\(image)\"" : style == 1 ? "'\(image)'" : image
    line(level, "image: " + written, comment: 0.12)
  }

  private mutating func hexadecimal() -> String {
    let digits = String(random.next(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func environment(_ level: String) {
    line(level, "environment:", comment: 0.05)
    let first = random.below(Habits.variables.count)
    let isList = random.chance(0.5)
    for offset in 0..<2 + random.below(5) {
      let (name, usual) = Habits.variables[(first + offset) % Habits.variables.count]
      let value = value(usual)
      if isList {
        line(level + dash, "- \(name)=\(value)", comment: 0.04)
      } else {
        let isQuoted = usual.hasPrefix("$") || usual.hasPrefix("0") || random.chance(0.2)
        line(level + step, name + ": " + (isQuoted ? "\"\(value)\"" : value), comment: 0.04)
      }
    }
  }

  private mutating func ports(_ level: String) {
    line(level, "ports:")
    for _ in 0...random.below(2) {
      let port = value(String(1_024 + random.below(40_000)))
      switch random.below(10) {
      case 0...5: line(level + dash, "- \"\(port):8080\"", comment: 0.08)
      case 6, 7: line(level + dash, "- 127.0.0.1:\(port):443/tcp")
      default:
        line(level + dash, "- target: 80")
        line(level + dash, "  published: '\(port)'")
        line(level + dash, "  protocol: tcp")
      }
    }
  }

  private mutating func volumes(_ level: String) {
    line(level, "volumes:")
    for _ in 0...random.below(3) {
      let source = value("./" + random.pick(Habits.words))
      if random.chance(0.85) {
        line(level + dash, "- \(source):/var/lib/\(random.pick(["app", "data", "media:ro"]))", comment: 0.05)
      } else {
        line(level + dash, "- type: bind")
        line(level + dash, "  source: " + source)
        line(level + dash, "  target: /mnt/data")
        line(level + dash, "  read_only: true")
      }
    }
  }

  private mutating func labels(_ name: String, _ level: String) {
    let host = random.pick(Habits.words)
    let labels = [
      "traefik.enable=true", "traefik.http.routers.\(name).rule=Host(`\(host).example.org`)",
      "traefik.http.services.\(name).loadbalancer.server.port=\(value("8080"))",
    ]
    list("labels", random.chance(0.5) ? labels.map { "\"\($0)\"" } : labels, level)
  }

  private mutating func networks(_ level: String) {
    if random.chance(0.4) {
      line(level, "networks: [proxy, internal]", comment: 0.1)
    } else {
      list("networks", ["proxy"], level)
    }
  }

  private mutating func list(_ key: String, _ items: [String], _ level: String) {
    line(level, key + ":")
    for item in items { line(level + dash, "- " + item) }
  }

  private mutating func healthcheck(_ level: String) {
    line(level, "healthcheck:")
    line(level + step, "test: [\"CMD-SHELL\", \"wget -qO- http://localhost:\(value("8080"))/health || exit 1\"]")
    line(level + step, "interval: " + value("30s"))
    line(level + step, "retries: 3")
  }

  private mutating func limits(_ level: String) {
    line(level, "deploy:")
    line(level + step, "resources:")
    line(level + step + step, "limits:")
    line(level + step + step + step, "cpus: '\(value("1.5"))'")
    line(level + step + step + step, "memory: " + value("512M"))
  }

  private mutating func script(_ name: String, _ level: String) {
    line(level, "entrypoint: " + random.pick(["|", ">-", "|-"]))
    line(level + step, "set -e")
    line(level + step, "echo \"starting \(name)\"  # no comment")
    line(level + step, "exec /app/run --name " + value(name))
  }
}
