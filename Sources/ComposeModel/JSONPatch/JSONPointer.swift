/// The way from a document's root to a value as RFC 6901 writes it: `/services/web/ports/0`.
public struct JSONPointer: Sendable, Hashable {
  /// The names and indices on the way, with `~1` read as `/` and `~0` as `~`.
  public var tokens: [String]

  /// A pointer through `tokens`.
  public init(_ tokens: [String]) { self.tokens = tokens }

  /// Reads tokens that each follow a `/`; the empty text is the whole document.
  ///
  /// - Throws: ``JSONPointerError`` where the text begins with something else, or a `~` isn't followed by 0 or 1.
  public init(parsing text: String) throws(JSONPointerError) {
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, first.isEmpty else {
      throw JSONPointerError(text: text, reason: "it doesn't begin with `/`")
    }
    tokens = []
    for part in parts.dropFirst() {
      var token = String.UnicodeScalarView()
      var rest = part[...]
      while let scalar = rest.popFirst() {
        guard scalar == "~" else {
          token.append(scalar)
          continue
        }
        switch rest.popFirst() {
        case "0": token.append("~")
        case "1": token.append("/")
        default: throw JSONPointerError(text: text, reason: "`~` stands only in `~0` and `~1`")
        }
      }
      tokens.append(String(token))
    }
  }

  /// Whether this leads to something that holds what `other` leads to.
  public func isProperPrefix(of other: Self) -> Bool {
    tokens.count < other.tokens.count && other.tokens.starts(with: tokens)
  }
}

/// Why a text is no JSON Pointer.
public struct JSONPointerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public var text: String
  /// What is wrong with it.
  public var reason: String

  /// One sentence.
  public var description: String { "can't read the pointer `\(text)`: \(reason)" }
}

extension JSONPointer: CustomStringConvertible {
  /// As it is read by ``init(parsing:)``.
  public var description: String {
    tokens.map { token in
      "/" + token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    }
    .joined()
  }
}

extension JSONPointer: Codable {
  /// Reads the text of a pointer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the text of the pointer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
