internal import OrderedCollections

extension YAMLValue: Codable {
  /// Reads JSON's own kinds of value; a mapping's keys are put in order of the alphabet, as JSON's have none.
  public init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Name.self) {
      let keys = keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
      let pairs = try keys.map { ($0.stringValue, try keyed.decode(Self.self, forKey: $0)) }
      self = .mapping(OrderedDictionary(pairs, uniquingKeysWith: { first, _ in first }))
    } else if var unkeyed = try? decoder.unkeyedContainer() {
      var items: [Self] = []
      while !unkeyed.isAtEnd { items.append(try unkeyed.decode(Self.self)) }
      self = .sequence(items)
    } else {
      self = try Self(scalarFrom: decoder.singleValueContainer())
    }
  }

  private init(scalarFrom container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(Double.self) {
      self = .float(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  /// Writes JSON's own kinds of value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .sequence(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .mapping(let pairs):
      var container = encoder.container(keyedBy: Name.self)
      for (key, value) in pairs { try container.encode(value, forKey: Name(stringValue: key)) }
    default:
      var container = encoder.singleValueContainer()
      try encodeScalar(in: &container)
    }
  }

  private func encodeScalar(in container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .float(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .null, .sequence, .mapping: try container.encodeNil()
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
