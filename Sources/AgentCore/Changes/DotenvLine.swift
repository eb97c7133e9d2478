/// The line of a dotenv file that sets a variable, and the bytes of its value.
struct DotenvLine {
  /// The bytes between the quotes, or of the whole value where there are none.
  let value: Range<Int>

  /// Finds the last line that sets `name` to a plain value: no escapes, no variables, nothing over several lines.
  init?(_ name: String, in bytes: [UInt8]) {
    var found: Range<Int>?
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let rest = Self.afterName(name, in: line) else { continue }
      guard let value = Self.plainValue(in: rest) else { return nil }
      found = value
    }
    guard let found else { return nil }
    value = found
  }

  /// The file with another value in that line; nil when the value isn't plain, before or after.
  static func replacing(_ name: String, with value: String, in bytes: [UInt8]) -> [UInt8]? {
    guard value.utf8.allSatisfy(isPlain), !value.isEmpty, let line = DotenvLine(name, in: bytes) else { return nil }
    return bytes[..<line.value.lowerBound] + Array(value.utf8) + bytes[line.value.upperBound...]
  }

  /// What follows `NAME=`.
  private static func afterName(_ name: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = line.drop(while: isBlank)
    let export = Array("export".utf8)
    if rest.starts(with: export), rest.dropFirst(export.count).first.map(isBlank) == true {
      rest = rest.dropFirst(export.count).drop(while: isBlank)
    }
    guard rest.starts(with: name.utf8) else { return nil }
    rest = rest.dropFirst(name.utf8.count).drop(while: isBlank)
    guard rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: ":") else { return nil }
    return rest.dropFirst().drop(while: isBlank)
  }

  private static func plainValue(in rest: ArraySlice<UInt8>) -> Range<Int>? {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let quote = rest.first.flatMap { quotes.contains($0) ? $0 : nil }
    let value = rest.dropFirst(quote == nil ? 0 : 1).prefix(while: isPlain)
    let after = rest[value.endIndex...]
    guard !value.isEmpty else { return nil }
    if let quote, after.first != quote { return nil }
    return isEnd(quote == nil ? after : after.dropFirst()) ? value.startIndex..<value.endIndex : nil
  }

  /// Whether nothing follows but space and a comment.
  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.drop(while: isBlank).first else { return true }
    return first == UInt8(ascii: "#") && rest.first.map(isBlank) == true
  }

  /// What an image's name, tag and digest are made of.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "._-/:@+".utf8.contains(byte)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
