extension Edit: Codable {
  private enum Key: String, CodingKey {
    case op
    case path
    case value
    case to
    case first
    case before
    case after
  }

  /// Reads `{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}`.
  ///
  /// An `insert` may say where: `"first": true`, `"before": "key"` or `"after": "key"`. A `rename` has its new name in
  /// `to`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let path = try container.decode(YAMLPath.self, forKey: .path)
    let operation = try container.decode(String.self, forKey: .op)
    switch operation {
    case "set": self = .set(path, try container.decode(YAMLValue.self, forKey: .value))
    case "insert":
      self = .insert(path, try container.decode(YAMLValue.self, forKey: .value), at: try Self.place(in: container))
    case "append": self = .append(path, try container.decode(YAMLValue.self, forKey: .value))
    case "rename": self = .rename(path, to: try container.decode(String.self, forKey: .to))
    case "remove": self = .remove(path)
    default:
      let reason = "there is no operation `\(operation)`: use set, insert, append, rename or remove"
      throw DecodingError.dataCorruptedError(forKey: .op, in: container, debugDescription: reason)
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(operation, forKey: .op)
    try container.encode(path, forKey: .path)
    try container.encodeIfPresent(value, forKey: .value)
    switch self {
    case .rename(_, let name): try container.encode(name, forKey: .to)
    case .insert(_, _, .first): try container.encode(true, forKey: .first)
    case .insert(_, _, .before(let key)): try container.encode(key, forKey: .before)
    case .insert(_, _, .after(let key)): try container.encode(key, forKey: .after)
    case .insert(_, _, .last), .set, .append, .remove: break
    }
  }

  private static func place(in container: KeyedDecodingContainer<Key>) throws -> Place {
    let before = try container.decodeIfPresent(String.self, forKey: .before)
    let after = try container.decodeIfPresent(String.self, forKey: .after)
    let isFirst = try container.decodeIfPresent(Bool.self, forKey: .first) ?? false
    switch (isFirst, before, after) {
    case (false, nil, nil): return .last
    case (true, nil, nil): return .first
    case (false, let key?, nil): return .before(key)
    case (false, nil, let key?): return .after(key)
    default:
      let reason = "say one of `first`, `before` and `after`"
      throw DecodingError.dataCorruptedError(forKey: .op, in: container, debugDescription: reason)
    }
  }
}
