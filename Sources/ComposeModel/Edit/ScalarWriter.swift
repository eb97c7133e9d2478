/// Writes a scalar on one line.
struct ScalarWriter {
  /// The quotes to use where some are needed.
  var quotes: YAMLStyle
  /// Whether it stands within brackets.
  var isInFlow = false

  /// `value` as it is written, text in the style of `like` where it can be; nil for a collection.
  func text(_ value: YAMLValue, like style: YAMLStyle = .plain) -> String? {
    switch value {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .float(let value): number(value)
    case .string(let value): text(value, like: style)
    case .sequence, .mapping: nil
    }
  }

  /// `text` as it is written in the style of `like`, or the closest one in which it keeps its meaning.
  func text(_ text: String, like style: YAMLStyle) -> String {
    if !style.isQuoted, PlainText.isSafe(text, inFlow: isInFlow) { return text }
    let quotes = style.isQuoted ? style : self.quotes
    return quotes == .singleQuoted && text.isPrintable ? singleQuoted(text) : doubleQuoted(text)
  }

  private func singleQuoted(_ text: String) -> String {
    "'\(text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined())'"
  }

  private func doubleQuoted(_ text: String) -> String { "\"\(text.unicodeScalars.map(escaped).joined())\"" }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where scalar.isPrintable: String(scalar)
    case _ where scalar.value < 0x100: "\\x" + hexadecimal(scalar.value, digits: 2)
    case _ where scalar.value < 0x1_0000: "\\u" + hexadecimal(scalar.value, digits: 4)
    default: "\\U" + hexadecimal(scalar.value, digits: 8)
    }
  }

  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private func number(_ value: Double) -> String {
    if value.isNaN { return ".nan" }
    if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
    return String(value)
  }
}
