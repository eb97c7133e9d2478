import ComposeModel
import SourceDiagnostics

extension CatalogueReader {
  /// The pairs of a mapping; what is no mapping, and keys that aren't among `names`, are reported.
  mutating func pairs(
    of node: YAMLNode,
    in section: String,
    named names: [String]? = nil
  ) -> [(key: YAMLNode, value: YAMLNode)] {
    let mapping = node.resolved
    if mapping.scalar == .null { return [] }
    guard mapping.kind == .mapping else {
      report(.unexpectedShape, "\(quoted(section)) needs a mapping", at: node, help: "write it as `key: value`")
      return []
    }
    return mapping.mergedPairs.filter { key, _ in
      guard let name = key.resolved.text else { return false }
      guard let names, !names.contains(name) else { return true }
      let nearest = names.nearest(to: name)
      let help = nearest.map { "write \(quoted($0))" } ?? "use one of \(names.map(quoted).joined(separator: ", "))"
      report(.unknownCatalogueKey, "\(quoted(name)) is not a key of \(section)", at: key, help: help)
      return false
    }
  }

  /// The items of a sequence; what is none is reported.
  mutating func items(of node: YAMLNode, in section: String) -> [YAMLNode] {
    let sequence = node.resolved
    if sequence.scalar == .null { return [] }
    if sequence.kind == .sequence { return sequence.items }
    report(.unexpectedShape, "\(quoted(section)) needs a list", at: node, help: "begin each item with `- `")
    return []
  }

  /// The text of a scalar; what is none is reported.
  mutating func text(of node: YAMLNode, in section: String) -> String? {
    if let text = node.resolved.text { return text }
    report(.unexpectedShape, "\(quoted(section)) needs a text", at: node, help: "write one value")
    return nil
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at node: YAMLNode, help: String) {
    report(code, message, at: Diagnostic.Label(file, node.bytes), help: help)
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at place: Diagnostic.Label,
    and others: [Diagnostic.Label] = [],
    help: String
  ) {
    diagnostics.append(Diagnostic(.error, code, message, labels: [place] + others, help: help))
  }

  func quoted(_ text: String) -> String { "`\(text.prefix(80).description.neutralised)`" }
}

extension UInt8 {
  /// Whether this is a digit of ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
