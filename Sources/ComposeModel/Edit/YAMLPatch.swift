/// Edits that belong together: all are made, or none.
///
/// As JSON: `{"edits": [{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}]}`.
public struct YAMLPatch: Sendable, Hashable, Codable {
  /// The edits; each means the file as it was before all of them.
  public var edits: [Edit]

  /// Joins `edits`.
  public init(_ edits: [Edit]) { self.edits = edits }
}

extension YAMLPatch: CustomStringConvertible {
  /// One edit a line, without values.
  public var description: String { edits.map(\.description).joined(separator: "\n") }
}
