/// A `Key: value` line at the end of a commit message, such as `Reviewed-by: Ada <ada@example.org>`.
public struct Trailer: Sendable, Hashable {
  /// What stands before the colon.
  public let key: String
  /// What stands after the colon, without white space around it.
  public let value: String

  /// Makes a trailer; line breaks become spaces.
  public init(key: String, value: String) {
    self.key = key
    self.value = GitError.oneLine(value, limit: 4_096)
  }

  /// The trailers of a commit message: its last paragraph, when each line there is one or continues one.
  ///
  /// A message of one paragraph has none: that is its summary.
  static func parse(_ message: String) -> [Trailer] {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(withoutTrailingSpace)
    guard let last = lines.lastIndex(where: { !$0.isEmpty }) else { return [] }
    guard let gap = lines[..<last].lastIndex(where: \.isEmpty), lines[..<gap].contains(where: { !$0.isEmpty }) else {
      return []
    }
    var found: [(key: String, value: String)] = []
    for line in lines[(gap + 1)...last] {
      if line.first == " " || line.first == "\t" {
        guard let open = found.indices.last else { return [] }
        found[open].value += " " + line.drop(while: \.isWhitespace)
      } else if let trailer = read(line) {
        found.append(trailer)
      } else {
        return []
      }
    }
    return found.map { Trailer(key: $0.key, value: $0.value) }
  }

  private static func read(_ line: Substring) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    guard !key.isEmpty, key.utf8.allSatisfy(isKeyByte) else { return nil }
    return (String(key), String(line[line.index(after: colon)...].drop(while: \.isWhitespace)))
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func withoutTrailingSpace(_ line: Substring) -> Substring {
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }
}
