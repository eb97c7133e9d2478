/// Which texts mean themselves when they are written without quotes.
enum PlainText {
  /// Whether `text`, written without quotes, is read as this very text by every reader of YAML 1.1 or 1.2.
  static func isSafe(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    guard first != Mark.space, last != Mark.space, last != Mark.colon, text.isPrintable else { return false }
    guard !beginsLikeSomethingElse(bytes, inFlow: inFlow), !holdsSeparator(bytes, inFlow: inFlow) else { return false }
    return !readsAsAnotherType(text)
  }

  /// Whether some reader of YAML takes `text` for a Boolean, a number, a time, nothing, or a merge key.
  static func readsAsAnotherType(_ text: String) -> Bool {
    if words.contains(text.lowercased()) { return true }
    let digits = text.filter { $0 != "_" }
    guard case .string = YAMLScalar(plain: digits) else { return true }
    return isSexagesimal(digits) || isDate(digits)
  }

  private static let words: Set<String> = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
  ]

  private static func beginsLikeSomethingElse(_ bytes: [UInt8], inFlow: Bool) -> Bool {
    if ",[]{}#&*!|>'\"%@`?:".utf8.contains(bytes[0]) { return true }
    if bytes.starts(with: "...".utf8) { return true }
    guard bytes[0] == Mark.dash else { return false }
    return inFlow || bytes.count == 1 || bytes[1] == Mark.space || bytes.starts(with: "---".utf8)
  }

  private static func holdsSeparator(_ bytes: [UInt8], inFlow: Bool) -> Bool {
    if inFlow, bytes.contains(where: { ",[]{}?".utf8.contains($0) }) { return true }
    return zip(bytes, bytes.dropFirst()).contains {
      ($0 == Mark.colon && $1 == Mark.space) || ($0 == Mark.space && $1 == Mark.comment)
    }
  }

  /// Whether it is a number to the base of 60, such as `22:22` or `1:30.5`, as YAML 1.1 has it.
  static func isSexagesimal(_ text: String) -> Bool {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].isDigits else { return false }
    let last = parts[parts.count - 1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard last.count == 1 || last[1].isEmpty || last[1].isDigits else { return false }
    return (parts[1..<(parts.count - 1)] + [last[0]]).allSatisfy { part in
      part.isDigits && part.utf8.count <= 2 && (Int(part).map { $0 < 60 } ?? false)
    }
  }

  /// Whether it begins like a time: `2026-11-23`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.prefix(10).split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isDigits, parts[0].utf8.count == 4 else { return false }
    let day = parts[2].prefix { $0.isASCII && $0.isNumber }
    return parts[1].isDigits && parts[1].utf8.count <= 2 && (1...2).contains(day.utf8.count)
  }
}

extension Substring {
  fileprivate var isDigits: Bool { !isEmpty && utf8.allSatisfy(\.isDigit) }
}

extension String {
  /// Whether it can be written without escapes on one line.
  var isPrintable: Bool { unicodeScalars.allSatisfy(\.isPrintable) }
}

extension Unicode.Scalar {
  /// Whether YAML lets it stand in a file as it is, and a reader keeps it; line breaks and tabs aren't counted in.
  var isPrintable: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
