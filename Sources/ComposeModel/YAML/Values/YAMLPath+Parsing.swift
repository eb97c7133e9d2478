extension YAMLPath {
  /// Reads keys joined by dots, and indices in brackets: `services.web.ports[0]`.
  ///
  /// A key that holds dots, brackets, blanks or quotes stands in double quotes, where `\"` and `\\` are a quote and a
  /// backslash: `services."a.b"`. The empty text is the root.
  ///
  /// - Throws: ``YAMLPathError`` where the text isn't a path, or is longer than 4,096 bytes.
  public init(parsing text: String) throws(YAMLPathError) {
    var reader = PathReader(text)
    guard text.utf8.count <= 4_096 else { throw reader.error("it is longer than 4096 bytes") }
    components = []
    while !reader.isAtEnd { components.append(try reader.component(isFirst: components.isEmpty)) }
  }
}

/// Why a text is no path.
public struct YAMLPathError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public var text: String
  /// Where it stops being a path, in characters from the start.
  public var offset: Int
  /// What is wrong there.
  public var reason: String

  /// One sentence.
  public var description: String { "can't read the path `\(text)`: \(reason)" }
}

private struct PathReader {
  let text: String
  private let scalars: [Unicode.Scalar]
  private var offset = 0

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  var isAtEnd: Bool { offset == scalars.count }

  func error(_ reason: String) -> YAMLPathError { YAMLPathError(text: text, offset: offset, reason: reason) }

  mutating func component(isFirst: Bool) throws(YAMLPathError) -> YAMLPath.Component {
    if scalars[offset] == "[" { return .index(try index()) }
    if !isFirst {
      guard scalars[offset] == "." else { throw error("expected `.` or `[` after `\(read)`") }
      offset += 1
    }
    return .key(try key())
  }

  private var read: String { String(String.UnicodeScalarView(scalars[..<offset])) }

  private mutating func index() throws(YAMLPathError) -> Int {
    offset += 1
    let digits = scalars[offset...].prefix { ("0"..."9").contains($0) }
    let closing = offset + digits.count
    guard let index = Int(String(String.UnicodeScalarView(digits))), closing < scalars.count, scalars[closing] == "]"
    else {
      throw error("expected a number and `]` after `[`")
    }
    offset = closing + 1
    return index
  }

  private mutating func key() throws(YAMLPathError) -> String {
    if !isAtEnd, scalars[offset] == "\"" { return try quotedKey() }
    let key = scalars[offset...].prefix { $0.value > 0x20 && !".[]\"\\".unicodeScalars.contains($0) }
    offset += key.count
    guard !key.isEmpty else { throw error("expected a key; put one with dots, brackets or blanks in double quotes") }
    return String(String.UnicodeScalarView(key))
  }

  private mutating func quotedKey() throws(YAMLPathError) -> String {
    var key = String.UnicodeScalarView()
    offset += 1
    while !isAtEnd, scalars[offset] != "\"" {
      if scalars[offset] == "\\", offset + 1 < scalars.count { offset += 1 }
      key.append(scalars[offset])
      offset += 1
    }
    guard !isAtEnd else { throw error("the quote is never closed") }
    offset += 1
    return String(key)
  }
}
