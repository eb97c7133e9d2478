/// Edits that belong together: all are made, or none.
///
/// As JSON: `{"edits": [{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}]}`.
public struct YAMLPatch: Sendable, Hashable {
  /// The edits; each means the file as it was before all of them.
  public var edits: [Edit]
  /// Which of a file's YAML documents they are about, counted from 0.
  public var document: Int

  /// Joins `edits`.
  public init(_ edits: [Edit], document: Int = 0) {
    self.edits = edits
    self.document = document
  }
}

extension YAMLPatch: Codable {
  private enum Key: String, CodingKey {
    case edits
    case document
  }

  /// Reads `edits`, and `document` where it is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    edits = try container.decode([Edit].self, forKey: .edits)
    document = try container.decodeIfPresent(Int.self, forKey: .document) ?? 0
  }

  /// Writes what ``init(from:)`` reads; the first document isn't named.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(edits, forKey: .edits)
    if document != 0 { try container.encode(document, forKey: .document) }
  }
}

extension YAMLPatch: CustomStringConvertible {
  /// One edit a line, without values.
  public var description: String { edits.map(\.description).joined(separator: "\n") }
}
