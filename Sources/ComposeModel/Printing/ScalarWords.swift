/// Texts that would mean something else if they were written without quotes.
enum ScalarWords {
  /// Whether go-yaml's decoder, or one of YAML 1.1, takes `text` for something else than text.
  static func needQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), Mark.dash, UInt8(ascii: "."):
      return words.contains(text) || looksLikeNumber(text)
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
      UInt8(ascii: "~"), UInt8(ascii: "<"):
      return text.utf8.count <= 5 && words.contains(text)
    default: return false
    }
  }

  private static let words: Set<String> = [
    "true", "True", "TRUE", "false", "False", "FALSE", "~", "null", "Null", "NULL", "<<", ".nan", ".NaN", ".NAN",
    ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", "y", "Y", "yes", "Yes", "YES", "on",
    "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF",
  ]

  private static func looksLikeNumber(_ text: String) -> Bool {
    let digits = text.filter { $0 != "_" }
    return PlainText.isSexagesimal(text) || PlainText.isDate(text) || isInteger(digits) || isDecimal(digits)
  }

  /// `12`, `0x1f`, `0o17`, `0b1`, signed or not.
  private static func isInteger(_ text: String) -> Bool {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard unsigned.first == "0", unsigned.utf8.count > 2 else { return false }
    let digits = unsigned.dropFirst(2)
    let radix: Int? =
      switch unsigned.dropFirst().first {
      case "x", "X": 16
      case "o", "O": 8
      case "b", "B": 2
      default: nil
      }
    return radix.map { UInt64(digits, radix: $0) != nil && digits.first != "+" } ?? false
  }

  /// `12`, `1.5`, `.5e-3`, signed or not.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let digits = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    func skip(_ marks: String) -> Bool {
      guard let first = rest.first, marks.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+-")
    let whole = skipDigits()
    let fraction = skip(".") ? skipDigits() : 0
    guard whole + fraction > 0 else { return false }
    if skip("eE") {
      _ = skip("+-")
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty && (Double(text).map(\.isFinite) ?? false)
  }
}
