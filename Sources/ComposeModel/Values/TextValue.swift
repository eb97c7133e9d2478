/// A value that files write as one text, and that is coded as that text.
public protocol TextValue: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Reads the text.
  ///
  /// - Throws: An error that says why `text` isn't such a value.
  init(parsing text: String) throws
}

extension TextValue {
  /// Reads a string.
  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
