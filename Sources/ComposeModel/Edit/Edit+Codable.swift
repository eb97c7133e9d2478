extension Edit: Codable {
  private enum Key: String, CodingKey {
    case op
    case path
    case value
    case to
    case comment
    case place
    case first
    case last
    case before
    case after
    case inOrder
  }

  /// Reads `{"op": "set", "path": "services.web.image", "value": "nginx:1.27"}`.
  ///
  /// An `insert` may and a `move` must say where: `"first": true`, `"last": true`, `"inOrder": true`, `"before": "key"` or
  /// `"after": "key"`, an item by its index. A `rename` has its new name in `to`; a `comment` its text, or null, in
  /// `comment` and its place, `above` or `beside`, in `place`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let path = try container.decode(YAMLPath.self, forKey: .path)
    let operation = try container.decode(String.self, forKey: .op)
    switch operation {
    case "set": self = .set(path, try container.decode(YAMLValue.self, forKey: .value))
    case "insert":
      let value = try container.decode(YAMLValue.self, forKey: .value)
      self = .insert(path, value, at: try Self.place(in: container) ?? .last)
    case "append": self = .append(path, try container.decode(YAMLValue.self, forKey: .value))
    case "rename": self = .rename(path, to: try container.decode(String.self, forKey: .to))
    case "move":
      guard let place = try Self.place(in: container) else { throw Self.error(Self.places, in: container) }
      self = .move(path, to: place)
    case "remove": self = .remove(path)
    case "comment":
      let text = try container.decode(String?.self, forKey: .comment)
      let place = try container.decode(String.self, forKey: .place)
      guard let place = CommentPlace(rawValue: place) else {
        throw Self.error("the `place` of a comment is `above` or `beside`", in: container)
      }
      self = .comment(path, text, at: place)
    default:
      let known = "set, insert, append, rename, move, remove or comment"
      throw Self.error("there is no operation `\(operation)`: use \(known)", in: container)
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
    case .insert(_, _, .last), .set, .append, .remove: break
    case .insert(_, _, let place), .move(_, let place): try Self.encode(place, in: &container)
    case .comment(_, let text, let place):
      try container.encode(text, forKey: .comment)
      try container.encode(place.rawValue, forKey: .place)
    }
  }

  private static func encode(_ place: Place, in container: inout KeyedEncodingContainer<Key>) throws {
    switch place {
    case .first: try container.encode(true, forKey: .first)
    case .last: try container.encode(true, forKey: .last)
    case .inOrder: try container.encode(true, forKey: .inOrder)
    case .before(let entry): try container.encode(Neighbour(entry), forKey: .before)
    case .after(let entry): try container.encode(Neighbour(entry), forKey: .after)
    }
  }

  private static let places = "say one of `first`, `last`, `inOrder`, `before` and `after`"

  /// Nil where none is named.
  private static func place(in container: KeyedDecodingContainer<Key>) throws -> Place? {
    var places: [Place] = []
    for (key, place) in [(Key.first, Place.first), (.last, .last), (.inOrder, .inOrder)]
    where try container.decodeIfPresent(Bool.self, forKey: key) ?? false { places.append(place) }
    if let entry = try container.decodeIfPresent(Neighbour.self, forKey: .before) { places.append(.before(entry.step)) }
    if let entry = try container.decodeIfPresent(Neighbour.self, forKey: .after) { places.append(.after(entry.step)) }
    guard places.count < 2 else { throw error(Self.places, in: container) }
    return places.first
  }

  private static func error(_ reason: String, in container: KeyedDecodingContainer<Key>) -> DecodingError {
    .dataCorruptedError(forKey: .op, in: container, debugDescription: reason)
  }
}

/// A key as text, or an item as its index.
private struct Neighbour: Codable {
  let step: YAMLPath.Component

  init(_ step: YAMLPath.Component) { self.step = step }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let index = try? container.decode(Int.self) {
      step = .index(index)
    } else {
      step = .key(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch step {
    case .key(let key): try container.encode(key)
    case .index(let index): try container.encode(index)
    }
  }
}
