/// Changes of a document as RFC 6902 writes them: each is made on the result of the one before.
///
/// As JSON: `[{"op": "replace", "path": "/services/web/image", "value": "nginx:1.27"}]`.
public struct JSONPatch: Sendable, Hashable {
  /// One change, or one question.
  public enum Operation: Sendable, Hashable {
    /// Adds a key or an item, or replaces what a key has.
    case add(JSONPointer, YAMLValue)
    /// Removes what is there.
    case remove(JSONPointer)
    /// Gives what is there another value.
    case replace(JSONPointer, YAMLValue)
    /// Removes what `from` leads to and adds it elsewhere.
    case move(from: JSONPointer, to: JSONPointer)
    /// Adds what `from` leads to elsewhere too.
    case copy(from: JSONPointer, to: JSONPointer)
    /// Ends the patch unless this value is there.
    case test(JSONPointer, YAMLValue)
  }

  /// What is done, in this order.
  public var operations: [Operation]

  /// Joins `operations`.
  public init(_ operations: [Operation]) { self.operations = operations }
}

extension JSONPatch.Operation {
  /// The word for it.
  public var name: String {
    switch self {
    case .add: "add"
    case .remove: "remove"
    case .replace: "replace"
    case .move: "move"
    case .copy: "copy"
    case .test: "test"
    }
  }

  /// What it is about; of a move or copy where the value goes.
  public var path: JSONPointer {
    switch self {
    case .add(let path, _), .remove(let path), .replace(let path, _), .test(let path, _), .move(_, let path),
      .copy(_, let path):
      path
    }
  }
}

extension JSONPatch.Operation: CustomStringConvertible {
  /// What it does, without the value: `replace /services/web/image`.
  public var description: String {
    switch self {
    case .move(let from, let to), .copy(let from, let to): "\(name) \(from) to \(to)"
    default: path.tokens.isEmpty ? "\(name) the document" : "\(name) \(path)"
    }
  }
}

extension JSONPatch.Operation: Codable {
  private enum Key: String, CodingKey {
    case op
    case path
    case from
    case value
  }

  /// Reads `{"op": "add", "path": "/a", "value": 1}`; members that the operation doesn't know are passed over.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .op)
    let path = try container.decode(JSONPointer.self, forKey: .path)
    switch name {
    case "add": self = .add(path, try container.decode(YAMLValue.self, forKey: .value))
    case "remove": self = .remove(path)
    case "replace": self = .replace(path, try container.decode(YAMLValue.self, forKey: .value))
    case "move": self = .move(from: try container.decode(JSONPointer.self, forKey: .from), to: path)
    case "copy": self = .copy(from: try container.decode(JSONPointer.self, forKey: .from), to: path)
    case "test": self = .test(path, try container.decode(YAMLValue.self, forKey: .value))
    default:
      let reason = "there is no operation `\(name)`: use add, remove, replace, move, copy or test"
      throw DecodingError.dataCorruptedError(forKey: .op, in: container, debugDescription: reason)
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .op)
    try container.encode(path, forKey: .path)
    switch self {
    case .add(_, let value), .replace(_, let value), .test(_, let value): try container.encode(value, forKey: .value)
    case .move(let from, _), .copy(let from, _): try container.encode(from, forKey: .from)
    case .remove: break
    }
  }
}

extension JSONPatch: Codable {
  /// Reads an array of operations.
  public init(from decoder: any Decoder) throws {
    operations = try decoder.singleValueContainer().decode([Operation].self)
  }

  /// Writes an array of operations.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(operations)
  }
}

extension JSONPatch: CustomStringConvertible {
  /// One operation a line, without values.
  public var description: String { operations.map(\.description).joined(separator: "\n") }
}
