import ComposeModel
import SourceDiagnostics

extension PolicyReader {
  /// The pairs of a mapping; what is no mapping, and keys that aren't among `names`, are reported.
  mutating func pairs(
    of node: YAMLNode,
    in section: String,
    named names: [String]? = nil
  ) -> [(key: String, value: YAMLNode)] {
    keyNodes(of: node, in: section).compactMap { key, value in
      guard let name = key.resolved.text else { return nil }
      guard let names, !names.contains(name) else { return (name, value) }
      report(
        .unknownPolicyKey,
        "\(name.quoted) is not a key of \(article(section))",
        at: key,
        insteadOf: name,
        among: names
      )
      return nil
    }
  }

  /// The same with the keys' places.
  mutating func keyNodes(of node: YAMLNode, in section: String) -> [(key: YAMLNode, value: YAMLNode)] {
    let node = node.resolved
    if node.scalar == .null { return [] }
    guard node.kind == .mapping else {
      report(.unexpectedShape, "\(article(section)) needs a mapping", at: node, help: "write it as `key: value`")
      return []
    }
    let pairs = node.mergedPairs
    for (key, _) in pairs where key.resolved.text == nil {
      report(.unexpectedShape, "a key of \(article(section)) is not a word", at: key, help: "write a plain word")
    }
    return pairs
  }

  /// The items of a sequence; anything else is reported.
  mutating func items(of node: YAMLNode, in section: String) -> [YAMLNode] {
    let node = node.resolved
    if node.scalar == .null { return [] }
    if node.kind == .sequence { return node.items }
    report(.unexpectedShape, "\(article(section)) needs a list", at: node, help: "begin each item with `- `")
    return []
  }

  /// A scalar's text; anything else, and null, is reported.
  mutating func text(of node: YAMLNode, in section: String, meaning: String) -> String? {
    let node = node.resolved
    if node.kind == .scalar, node.scalar != .null, let text = node.text, !text.isEmpty { return text }
    report(.unexpectedShape, "\(article(section)) needs \(meaning)", at: node, help: "write \(meaning)")
    return nil
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at node: YAMLNode, help: String) {
    let label = Diagnostic.Label(file, node.bytes)
    diagnostics.append(Diagnostic(.error, code, message, labels: [label], help: help))
  }

  /// Reports a word that isn't among `names`, with the nearest that is.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at node: YAMLNode,
    insteadOf word: String,
    among names: [String],
    otherwise: String? = nil
  ) {
    let label = Diagnostic.Label(file, node.bytes)
    guard let nearest = names.nearest(to: word) else {
      let help = otherwise ?? "use one of \(names.joined(separator: ", "))"
      diagnostics.append(Diagnostic(.error, code, message, labels: [label], help: help))
      return
    }
    let fix = SuggestedFix("write `\(nearest)`", [.init(file, node.bytes, nearest)], .needsALook)
    diagnostics.append(Diagnostic(.error, code, message, labels: [label], help: "write `\(nearest)`", fixes: [fix]))
  }

  /// A section's name: as it is when it is words, in backticks when it is a key.
  private func article(_ section: String) -> String {
    section.hasPrefix("a ") || section.hasPrefix("an ") ? section : section.quoted
  }
}
