import Fixtures

/// The files of a project that combines what Compose can do: overrides, extends, includes, profiles, variables, resets.
struct RandomProject {
  /// Texts by path, as seen from the project's directory.
  private(set) var files: [String: String] = [:]
  /// What follows `config`'s `-f`, in order.
  private(set) var mainFiles = ["compose.yaml"]
  /// The profiles that are switched on.
  private(set) var profiles: [String] = []
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let names = Array(["web", "db", "cache", "job"].prefix(1 + random.below(4)))
    files[".env"] = "TAG=1.2\nPORT=8080\nEMPTY=\nQUOTED=\"a b\"\nPROJECT_DIR=./data\n"
    files["app.env"] = "A=from file\nB=${TAG}\nC='$TAG'\nexport D=4\n"
    files["labels.txt"] = "filed=yes\nshared=file\n"
    files["compose.yaml"] = file(names, isMain: true)
    if random.chance(50) { add("over.yaml", names) }
    if random.chance(20) { add("more/over.yaml", names) }
    if random.chance(30) {
      files["base/base.yaml"] = base()
      files["base/base.env"] = "BASE=1\n"
    }
    if random.chance(25) {
      files["inc/compose.yaml"] = included()
      files["inc/.env"] = "TAG=9\nINNER=in\n"
    }
    if random.chance(40) { profiles = [random.pick(["debug", "extra", "*"])] }
    connect(names)
  }

  private mutating func add(_ path: String, _ names: [String]) {
    files[path] = file(names, isMain: false)
    mainFiles.append(path)
  }

  /// What only makes sense once it is known which other files there are.
  private mutating func connect(_ names: [String]) {
    if files["inc/compose.yaml"] != nil {
      let form = random.pick([
        "[inc/compose.yaml]", "[{path: inc/compose.yaml, project_directory: inc}]",
        "[{path: [inc/compose.yaml], env_file: app.env}]",
      ])
      files["compose.yaml", default: ""] += "include: \(form)\n"
    }
  }
}

extension RandomProject {
  private mutating func file(_ names: [String], isMain: Bool) -> String {
    var text = isMain && random.chance(20) ? "name: demo-${TAG}\n" : ""
    text += "x-shared: &shared {restart: always, labels: {anchored: \"yes\"}}\n"
    if isMain { text += "services:\n" }
    for name in names where isMain || random.chance(70) {
      if !text.contains("services:\n") { text += "services:\n" }
      text += "  \(name):\n"
      if isMain {
        text += "    image: \(random.pick(["nginx", "nginx:${TAG}", "r.test/a/b:${NONE:-2}", "x@\(Self.digest)"]))\n"
      }
      if random.chance(15) { text += "    <<: *shared\n" }
      if isMain, random.chance(15), name != names[0] { text += "    extends: \(names[0])\n" }
      if isMain, random.chance(15) { text += "    extends: {file: base/base.yaml, service: base}\n" }
      if isMain, random.chance(15) { text += "    profiles: [\(random.pick(["debug", "extra"]))]\n" }
      if isMain, random.chance(25), name != names[0] { text += "    \(need(of: names[0]))\n" }
      var used: Set<String> = []
      for _ in 0..<random.below(7) {
        let (key, values) = random.pick(Self.attributes)
        guard used.insert(key).inserted else { continue }
        let tag = isMain ? "" : random.pick(["", "", "", "", "!override ", "!reset "])
        text += "    \(key): \(tag)\(random.pick(values))\n"
      }
    }
    text += Self.resources(isMain: isMain, &random)
    return text
  }

  private mutating func need(of name: String) -> String {
    random.pick([
      "depends_on: [\(name)]", "depends_on: {\(name): {condition: service_healthy, required: false}}",
      "links: [\(name)]", "links: [\"\(name):alias\"]", "network_mode: service:\(name)",
      "volumes_from: [\"\(name):ro\"]",
      "ipc: service:\(name)",
    ])
  }

  private mutating func base() -> String {
    var text =
      "services:\n  base:\n    image: base:${TAG}\n    env_file: base.env\n    volumes: ['./conf:/conf:ro', 'data:/base']\n"
    for _ in 0..<random.below(4) {
      let (key, values) = random.pick(
        Self.attributes.filter { $0.0 != "env_file" && $0.0 != "volumes" && $0.0 != "label_file" }
      )
      if !text.contains("    \(key):") { text += "    \(key): \(random.pick(values))\n" }
    }
    return text
  }

  private mutating func included() -> String {
    var text =
      "services:\n  inner:\n    image: inner:${TAG}-${INNER}\n    volumes: ['./in:/in', 'inner-data:/inner']\n    environment: [INNER, TAG]\n"
    for _ in 0..<random.below(3) {
      let (key, values) = random.pick(
        Self.attributes.filter {
          $0.0 != "env_file" && $0.0 != "volumes" && $0.0 != "label_file" && $0.0 != "environment"
        }
      )
      if !text.contains("    \(key):") { text += "    \(key): \(random.pick(values))\n" }
    }
    return text + "volumes: {inner-data: {labels: {from: include}}}\n"
  }

  private static func resources(isMain: Bool, _ random: inout SeededGenerator) -> String {
    guard isMain else {
      return random.chance(30)
        ? "networks: {front: {labels: [over=1], driver_opts: {b: 2}}}\nvolumes: {data: {labels: [\"x\(random.below(1_000_000))=y\"]}}\n"
        : ""
    }
    let network = random.pick([
      "{}", "{driver: bridge, labels: [a=b]}", "{internal: true, attachable: \"${YES:-true}\"}", "{external: true}",
      "{ipam: {driver: default, config: [{subnet: 10.1.0.0/24, gateway: 10.1.0.1}, {subnet: 10.2.0.0/24}]}}",
      "{external: true, name: elsewhere}",
    ])
    return """
      networks: {front: \(network), back: }
      volumes: {data: \(random.pick(["", "{driver: local}", "{external: true}", "{name: \"vol-${TAG}\"}"])), more: }
      secrets: {token: {file: ./token}, var: {environment: TAG}}
      configs: {conf: {file: ./conf.txt}, text: {content: "a=${TAG}\\nb=1\\n"}}

      """
  }

  private static let digest = "sha256:" + String(repeating: "ab", count: 32)
}
