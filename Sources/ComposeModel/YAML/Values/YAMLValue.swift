public import OrderedCollections

/// A value that YAML can hold, apart from how it is written.
public enum YAMLValue: Sendable, Hashable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any other number.
  case float(Double)
  /// Text.
  case string(String)
  /// Items in order.
  case sequence([YAMLValue])
  /// Keys with values.
  case mapping(OrderedDictionary<String, YAMLValue>)
}

extension YAMLValue {
  /// The value of a scalar.
  public init(_ scalar: YAMLScalar) {
    switch scalar {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .string(let value): self = .string(value)
    }
  }

  /// What `node` means, with aliases and merge keys followed.
  ///
  /// A key that is a collection is named by its text in the source. The first of duplicate keys wins.
  ///
  /// - Complexity: O(*n*) in the number of nodes, which the document's limits bound.
  public init(_ node: YAMLNode) {
    let node = node.resolved
    switch node.kind {
    case .scalar: self = node.scalar.map(Self.init) ?? .null
    case .sequence: self = .sequence(node.items.map(Self.init))
    case .mapping:
      let pairs = node.mergedPairs.map { ($0.key.name, Self($0.value)) }
      self = .mapping(OrderedDictionary(pairs, uniquingKeysWith: { first, _ in first }))
    case .alias: self = .null
    }
  }

  /// Whether it means the same as `other`: the order of a mapping's keys doesn't matter, and not-a-number equals itself.
  public func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
    // By their bytes: Swift holds texts that look alike for equal.
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.sequence(let a), .sequence(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count && a.allSatisfy { key, value in b[key].map { value.isSame(as: $0) } ?? false }
    default: self == other
    }
  }
}

extension YAMLNode {
  /// A key's text; that of the source for a key that is a collection.
  var name: String { text ?? storage.bytes.text(resolved.bytes) }
}

extension YAMLValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }

  /// A Boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }

  /// A number.
  public init(floatLiteral value: Double) { self = .float(value) }

  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A sequence.
  public init(arrayLiteral elements: YAMLValue...) { self = .sequence(elements) }

  /// A mapping; the first of equal keys wins.
  public init(dictionaryLiteral elements: (String, YAMLValue)...) {
    self = .mapping(OrderedDictionary(elements, uniquingKeysWith: { first, _ in first }))
  }
}
