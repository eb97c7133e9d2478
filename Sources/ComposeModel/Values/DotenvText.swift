/// The bytes of a dotenv file, with what white space, names and escapes are in the reference.
struct DotenvText {
  let bytes: [UInt8]

  subscript(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func byte(at position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The scalar at `position` and its bytes; a byte that isn't UTF-8 is a scalar of one.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let byte = byte(at: position) else { return nil }
    guard byte >= 0x80 else { return (Unicode.Scalar(byte), 1) }
    let next = self[position..<min(position + 4, bytes.count)].unicodeScalars.first ?? "\u{FFFD}"
    let isWhole = bytes[position...].starts(with: String(next).utf8)
    return (next, isWhole ? String(next).utf8.count : 1)
  }

  func endOfLine(from position: Int) -> Int { bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

  /// Where ` #` stands in `line`, or its end.
  func comment(in line: Range<Int>) -> Int {
    line.dropLast().first { bytes[$0] == UInt8(ascii: " ") && bytes[$0 + 1] == UInt8(ascii: "#") } ?? line.upperBound
  }

  /// The end of `range` without the white space there.
  func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while let length = (1...3).first(where: { isWhiteSpace($0, before: end, in: range) }) { end -= length }
    return end
  }

  private func isWhiteSpace(_ length: Int, before end: Int, in range: Range<Int>) -> Bool {
    guard end - length >= range.lowerBound, let (scalar, found) = scalar(at: end - length) else { return false }
    return found == length && scalar.properties.isWhitespace
  }

  /// The start of `range` without the white space there.
  func afterWhiteSpace(of range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, let (scalar, length) = scalar(at: start), scalar.properties.isWhitespace {
      start += length
    }
    return start
  }

  /// Where a statement begins that may have `export` before it.
  func afterExport(from position: Int) -> Int {
    let word = "export".utf8
    guard bytes[position...].starts(with: word), let next = byte(at: position + word.count),
      "\t\n\u{C} \r".utf8.contains(next)
    else { return position }
    return afterBlanks(from: position + word.count)
  }

  /// After white space of the same line.
  func afterBlanks(from position: Int) -> Int {
    var position = position
    while let (scalar, length) = scalar(at: position), scalar.isDotenvBlank { position += length }
    return position
  }
}

extension DotenvText {
  /// What stands for a backslash and a byte within double quotes; a dollar sign is one that isn't resolved.
  static let escapes: [UInt8: [UInt8]] = [
    UInt8(ascii: "n"): [10], UInt8(ascii: "r"): [13], UInt8(ascii: "t"): [9], UInt8(ascii: "a"): [7],
    UInt8(ascii: "b"): [8], UInt8(ascii: "f"): [12], UInt8(ascii: "v"): [11], UInt8(ascii: "\\"): [0x5C],
    UInt8(ascii: "\""): [0x22], UInt8(ascii: "$"): Array("$$".utf8),
  ]

  /// What stands for `\0` and the three octal digits at `position`, which it goes past; others stay as they are.
  func octal(after position: inout Int) -> [UInt8] {
    let digits = bytes[position...].prefix(3).prefix { $0.isDigit }
    position += digits.count
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 3, let value = UInt8(text, radix: 8) else { return Array("\\0\(text)".utf8) }
    return Array(String(Unicode.Scalar(value)).utf8)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space that a name may have around it.
  var isDotenvBlank: Bool {
    switch self {
    case "\t", "\u{B}", "\u{C}", "\r", " ", "\u{85}", "\u{A0}": true
    default: false
    }
  }

  /// Whether it may stand in a variable's name.
  var isDotenvName: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: "_.-[]".unicodeScalars.contains(self)
    }
  }
}
