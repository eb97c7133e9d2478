import ComposeModel
import SourceDiagnostics

extension ConfigurationReader {
  /// The keys of a mapping as text, those that are none of `names` reported.
  mutating func pairs(
    of node: YAMLNode,
    in section: String,
    named names: [String]? = nil
  ) -> [(key: String, value: YAMLNode, node: YAMLNode)] {
    let node = node.resolved
    if node.scalar == .null { return [] }
    guard node.kind == .mapping else {
      report(.unexpectedShape, "\(quoted(section)) needs keys with values", at: node, help: "write `key: value`")
      return []
    }
    return node.mergedPairs.compactMap { key, value in
      guard let name = key.text else {
        report(.unexpectedShape, "a key of \(quoted(section)) isn't a word", at: key, help: "write a plain word")
        return nil
      }
      guard let names, !names.contains(name) else { return (name, value, key) }
      let message = "`\(GitOpsError.excerpt(name))` is not a key of \(quoted(section))"
      report(.unknownConfigurationKey, message, at: key, insteadOf: name, among: names)
      return nil
    }
  }

  mutating func items(of node: YAMLNode, in section: String) -> [YAMLNode] {
    let node = node.resolved
    if node.scalar == .null { return [] }
    if node.kind == .sequence { return node.items }
    report(.unexpectedShape, "\(quoted(section)) needs a list", at: node, help: "begin each item with `- `")
    return []
  }

  mutating func text(of node: YAMLNode, in section: String) -> String? {
    if node.resolved.kind == .scalar, node.scalar != .null, let text = node.text, !text.isEmpty { return text }
    report(
      .unexpectedShape,
      "\(quoted(section)) needs a value",
      at: node,
      help: "write one word or line after the colon"
    )
    return nil
  }

  /// One line without anything that a commit's header or a terminal takes amiss.
  mutating func line(_ node: YAMLNode, in section: String) -> String? {
    guard let text = text(of: node, in: section) else { return nil }
    let isPlain = text == text.neutralised && !text.contains("<") && !text.contains(">") && text.utf8.count <= 200
    if isPlain { return text }
    report(.malformedValue, "\(quoted(section)) holds characters that a name can't", at: node, help: "write plain text")
    return nil
  }

  mutating func word(_ node: YAMLNode, in section: String) -> String? {
    guard let line = line(node, in: section) else { return nil }
    let isWord = line.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    if isWord { return line }
    report(.malformedValue, "\(quoted(section)) needs one word", at: node, help: "use letters, digits and dashes")
    return nil
  }

  mutating func path(_ node: YAMLNode, in section: String) -> RepositoryPath? {
    guard let text = text(of: node, in: section) else { return nil }
    if let path = try? RepositoryPath(text) { return path }
    let message = "`\(GitOpsError.excerpt(text))` isn't a path in the repository"
    report(.malformedValue, message, at: node, help: "write a path from the repository's root, without `..`")
    return nil
  }

  /// A time such as `90s`, `2m` or `1h30m`.
  mutating func duration(_ node: YAMLNode, in section: String) -> Duration? {
    guard let text = text(of: node, in: section) else { return nil }
    var seconds = 0
    var number: Int?
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        number = min((number ?? 0) * 10 + digit, 1_000_000)
      } else if let unit = ["s": 1, "m": 60, "h": 3_600][character], let count = number {
        seconds += count * unit
        number = nil
      } else {
        seconds = 0
        break
      }
    }
    if number == nil, (1...86_400).contains(seconds) { return .seconds(seconds) }
    let message = "`\(GitOpsError.excerpt(text))` isn't a time up to a day"
    report(.malformedValue, message, at: node, help: "write it as 90s, 2m or 1h30m")
    return nil
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at node: YAMLNode, help: String) {
    diagnostics.append(Diagnostic(.error, code, message, labels: [node.label()], help: help))
  }

  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at node: YAMLNode,
    insteadOf word: String,
    among names: [String]
  ) {
    guard let nearest = names.nearest(to: word) else {
      report(code, message, at: node, help: "use one of \(names.joined(separator: ", "))")
      return
    }
    let fix = SuggestedFix("write `\(nearest)`", [.init(file, node.bytes, nearest)], .needsALook)
    let help = "write `\(nearest)`"
    diagnostics.append(Diagnostic(.error, code, message, labels: [node.label()], help: help, fixes: [fix]))
  }

  private func quoted(_ section: String) -> String {
    ["a ", "an ", "the "].contains(where: section.hasPrefix) ? section : "`\(section)`"
  }
}
