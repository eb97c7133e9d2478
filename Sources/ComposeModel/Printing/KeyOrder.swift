/// The order in which go-yaml writes the keys of a mapping: `a2` before `a10`, and letters after other characters.
enum KeyOrder {
  /// Whether `a` comes before `b`.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (a.utf8Span.span, b.utf8Span.span)
    var index = 0
    while index < min(left.count, right.count), left[index] == right[index] { index += 1 }
    guard index < left.count, index < right.count else { return left.count < right.count }
    let (x, y) = (left[index], right[index])
    // Numbers, and what isn't ASCII, are looked at more closely.
    guard x < 0x80, y < 0x80, !x.isDigit, !y.isDigit, index == 0 || left[index - 1] < 0x80 else {
      return closelyPrecedes(a, b)
    }
    let isAfterDigit = index > 0 && left[index - 1].isDigit
    return x.isLetter == y.isLetter ? x < y : x.isLetter == isAfterDigit
  }

  private static func closelyPrecedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var isAfterDigit = false
    for index in 0..<min(left.count, right.count) {
      let (x, y) = (left[index], right[index])
      if x == y {
        isAfterDigit = x.isDecimal
        continue
      }
      switch (x.isLetter, y.isLetter) {
      case (true, true): return x < y
      case (true, false): return isAfterDigit
      case (false, true): return !isAfterDigit
      case (false, false): return numberPrecedes(left, right, from: index)
      }
    }
    return left.count < right.count
  }

  /// Compares the numbers that begin at the first difference.
  private static func numberPrecedes(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], from start: Int) -> Bool {
    let isZero = left[start] == "0" || right[start] == "0"
    let before = left[..<start].reversed().prefix(while: \.isDecimal)
    let head: Int64 = isZero && before.contains { $0 != "0" } ? 1 : 0
    let (a, aEnd) = number(in: left, from: start, head)
    let (b, bEnd) = number(in: right, from: start, head)
    if a != b { return a < b }
    return aEnd == bEnd ? left[start] < right[start] : aEnd < bEnd
  }

  /// A number that may be longer than what is counted, as the reference counts it.
  private static func number(in text: [Unicode.Scalar], from start: Int, _ head: Int64) -> (value: Int64, end: Int) {
    var (value, index) = (head, start)
    while index < text.count, text[index].isDecimal {
      value = value &* 10 &+ (Int64(text[index].value) - 0x30)
      index += 1
    }
    return (value, index)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { isAlphanumeric && !isDigit }
}

extension Unicode.Scalar {
  fileprivate var isDecimal: Bool {
    isASCII ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber
  }

  fileprivate var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
