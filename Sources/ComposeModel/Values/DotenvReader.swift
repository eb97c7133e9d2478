import SourceDiagnostics

/// Reads the statements of a dotenv file one after the other.
struct DotenvReader {
  private(set) var result = DotenvFile()
  private(set) var diagnostics: [Diagnostic] = []
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var known: [String: String] = [:]
  /// The bytes of all values with their variables resolved.
  private var grown = 0
  /// The most bytes that all values may grow to.
  private static let growthLimit = 16 << 20

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func read(_ lookup: (String) -> String?) {
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: "#"): skipLine()
      default: readStatement(lookup)
      }
    }
  }

  private struct Value {
    let text: String
    let end: Int
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipLine() {
    while let byte = peek, byte != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func readStatement(_ lookup: (String) -> String?) {
    let start = position
    while let byte = peek, !"=:\n\r#".utf8.contains(byte) { position += 1 }
    var name = text(start..<position).trimmed
    if name.hasPrefix("export "), let last = name.split(separator: " ").last { name = String(last) }
    guard !name.isEmpty, name.utf8.allSatisfy(\.isKeyByte) else {
      refuse("a line doesn't begin with a variable's name", start..<position, "write `NAME=value` on a line of its own")
      return skipLine()
    }
    guard let sign = peek, sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else {
      result.entries.append(.init(key: name, value: nil, bytes: start..<position))
      return skipLine()
    }
    position += 1
    skipBlanks()
    let valueStart = position
    let value: Value?
    switch peek {
    case UInt8(ascii: "'"): value = readQuoted(UInt8(ascii: "'"), lookup)
    case UInt8(ascii: "\""): value = readQuoted(UInt8(ascii: "\""), lookup)
    default: value = readPlain(lookup)
    }
    guard let value else { return }
    known[name] = value.text
    result.entries.append(.init(key: name, value: value.text, bytes: valueStart..<value.end))
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { position += 1 }
  }

  /// To the end of the line or a ` #`, without white space around it.
  private mutating func readPlain(_ lookup: (String) -> String?) -> Value? {
    let start = position
    var end = position
    while let byte = peek, byte != UInt8(ascii: "\n") {
      let isComment = byte == UInt8(ascii: "#") && (position == start || bytes[position - 1] <= 0x20)
      if isComment { break }
      position += 1
      if byte > 0x20 { end = position }
    }
    let value = interpolated(text(start..<end), start..<end, lookup)
    skipLine()
    return value.map { Value(text: $0, end: end) }
  }

  private mutating func readQuoted(_ quote: UInt8, _ lookup: (String) -> String?) -> Value? {
    let start = position
    position += 1
    var inside: [UInt8] = []
    while let byte = peek, byte != quote {
      position += 1
      guard byte == UInt8(ascii: "\\"), let next = peek else {
        inside.append(byte)
        continue
      }
      position += 1
      if quote == UInt8(ascii: "'") {
        inside += next == quote ? [quote] : [byte, next]
      } else {
        inside += Self.escapes[next] ?? (next == UInt8(ascii: "$") ? Array("$$".utf8) : [byte, next])
      }
    }
    guard peek == quote else {
      refuse("the quote isn't closed", start..<min(start + 1, bytes.count), "end the value with the same quote")
      return nil
    }
    position += 1
    let end = position
    let raw = String(decoding: inside, as: UTF8.self)
    let value = quote == UInt8(ascii: "'") ? raw : interpolated(raw, start..<end, lookup)
    return value.map { Value(text: $0, end: end) }
  }

  private static let escapes: [UInt8: [UInt8]] = [
    UInt8(ascii: "n"): [10], UInt8(ascii: "r"): [13], UInt8(ascii: "t"): [9], UInt8(ascii: "a"): [7],
    UInt8(ascii: "b"): [8], UInt8(ascii: "f"): [12], UInt8(ascii: "v"): [11], UInt8(ascii: "\\"): [0x5C],
    UInt8(ascii: "\""): [0x22],
  ]

  private mutating func interpolated(_ value: String, _ place: Range<Int>, _ lookup: (String) -> String?) -> String? {
    do throws(InterpolationError) {
      let text = try Interpolation(of: value) { lookup($0) ?? known[$0] }.text
      grown += text.utf8.count
      guard grown <= Self.growthLimit else {
        throw InterpolationError(.malformed, "the values grow to more than \(Self.growthLimit >> 20) MiB")
      }
      return text
    } catch {
      refuse(error.description, place, "write `$$` for a dollar sign, or quote the value with '…'")
      return nil
    }
  }

  private mutating func refuse(_ message: String, _ place: Range<Int>, _ help: String) {
    diagnostics.append(Diagnostic(.error, .dotenvSyntax, message, labels: [.init(file, place)], help: help))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension UInt8 {
  fileprivate var isKeyByte: Bool { isAlphanumeric || "_.-[]".utf8.contains(self) }
}
