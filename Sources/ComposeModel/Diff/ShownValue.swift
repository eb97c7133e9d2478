import OrderedCollections

extension YAMLValue {
  /// The value on one line, as YAML's flow style has it.
  var line: String {
    switch self {
    case .null: "null"
    case .sequence(let items): "[\(items.map(\.line).joined(separator: ", "))]"
    case .mapping(let pairs): "{\(pairs.map { "\($0.key): \($0.value.line)" }.joined(separator: ", "))}"
    default: word ?? ""
    }
  }

  /// The value on one line of bounded length, in the short form of the attribute at `path` where it has one.
  func line(at path: YAMLPath) -> String {
    let keys = path.components.compactMap(\.name)
    let isItem = keys.count == 3 && keys.first == "services"
    let whole =
      switch self {
      case .null: "empty"
      case .string(let text) where text.contains("\n"): "\(text.split(separator: "\n").count) lines"
      case .mapping where isItem && keys.last == "ports": shortPort ?? line
      case .mapping where isItem && keys.last == "volumes": shortMount ?? line
      default: line
      }
    let shown = whole.unicodeScalars.prefix(101)
    return shown.count > 100 ? String(shown.prefix(99)) + "…" : whole
  }

  /// `127.0.0.1:8080:80/udp`.
  var shortPort: String? {
    guard let target = at("target")?.word else { return nil }
    let address = at("host_ip")?.word.map { $0.contains(":") ? "[\($0)]:" : "\($0):" } ?? ""
    let published = at("published")?.word.map { "\($0):" } ?? ""
    let transport = at("protocol")?.word.map { $0 == "tcp" ? "" : "/\($0)" } ?? ""
    return address + published + target + transport
  }

  /// `data:/var/lib/data:ro`.
  private var shortMount: String? {
    guard let target = at("target")?.word else { return nil }
    let kind = at("type")?.word ?? "volume"
    let source = at("source")?.word.map { "\($0):" } ?? (kind == "volume" ? "" : "\(kind) ")
    return source + target + (at("read_only") == .bool(true) ? ":ro" : "")
  }
}
