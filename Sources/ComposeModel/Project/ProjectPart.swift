public import OrderedCollections

/// A part of a loaded project: a view of its canonical form, in which every attribute has its long form.
///
/// It holds what was written and nothing else, so that no attribute is lost; its properties read from there.
public protocol ProjectPart: Sendable, Hashable, Codable {
  /// Everything that is written about it, in canonical form.
  var attributes: YAMLValue { get }

  /// A view of `attributes`; what doesn't fit reads as if it weren't there.
  init(attributes: YAMLValue)
}

extension ProjectPart {
  /// The extensions, `x-…`.
  public var extensions: OrderedDictionary<String, YAMLValue> { attributes.pairs.filter { $0.key.hasPrefix("x-") } }

  /// Reads the part in Compose's own words.
  public init(from decoder: any Decoder) throws { self.init(attributes: try YAMLValue(from: decoder)) }

  /// Writes the part in Compose's own words.
  public func encode(to encoder: any Encoder) throws { try attributes.encode(to: encoder) }
}

extension ProjectPart {
  func text(_ key: String) -> String? { attributes.pairs[key]?.word }

  func flag(_ key: String) -> Bool? {
    if case .bool(let flag)? = attributes.pairs[key] { flag } else { nil }
  }

  func integer(_ key: String) -> Int? { text(key).flatMap { Int($0) } }

  func number(_ key: String) -> Double? { text(key).flatMap { Double($0) } }

  func duration(_ key: String) -> ComposeDuration? { text(key).flatMap { try? ComposeDuration(parsing: $0) } }

  func bytes(_ key: String) -> ByteCount? { text(key).flatMap { try? ByteCount(parsing: $0) } }

  func words(_ key: String) -> [String]? {
    if case .sequence(let items)? = attributes.pairs[key] { items.compactMap(\.word) } else { nil }
  }

  func texts(_ key: String) -> [String] { words(key) ?? [] }

  func textsByName(_ key: String) -> OrderedDictionary<String, String> {
    (attributes.pairs[key]?.pairs ?? [:]).mapValues { $0.word ?? "" }
  }

  func variables(_ key: String) -> OrderedDictionary<String, String?> {
    guard case .sequence(let items)? = attributes.pairs[key] else {
      return (attributes.pairs[key]?.pairs ?? [:]).mapValues(\.word)
    }
    return items.compactMap(\.word).reduce(into: [:]) { variables, item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = .some(parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  func part<Part: ProjectPart>(_ key: String) -> Part? {
    if case .mapping? = attributes.pairs[key] { attributes.pairs[key].map(Part.init(attributes:)) } else { nil }
  }

  func parts<Part: ProjectPart>(_ key: String) -> [Part] {
    (attributes.pairs[key]?.items ?? []).map(Part.init(attributes:))
  }

  /// The items that `read` knows as values.
  func values<Value>(_ key: String, _ read: (YAMLValue) -> Value?) -> [Value] {
    (attributes.pairs[key]?.items ?? []).compactMap(read)
  }

  func partsByName<Part: ProjectPart>(_ key: String) -> OrderedDictionary<String, Part> {
    (attributes.pairs[key]?.pairs ?? [:]).mapValues(Part.init(attributes:))
  }
}
