import OrderedCollections

/// Collects what differs between two canonical values.
struct Comparison {
  /// A value and where it stands.
  struct Side {
    let value: YAMLValue
    let path: YAMLPath
  }

  /// What differs, each with its own path in each version.
  private(set) var differences: [(old: Side?, new: Side?)] = []

  /// Compares `old` with `new`, which stand under the keys `attribute` of a service or resource.
  mutating func compare(_ old: Side?, _ new: Side?, at attribute: [String]) {
    switch (old?.value, new?.value) {
    case (let old?, let new?) where old.isSame(as: new): break
    case (.mapping?, .mapping?): compareKeys(old, new, at: attribute)
    case (.mapping?, nil), (nil, .mapping?):
      if attribute.isEmpty || attribute.last.map(ListIdentity.keyed.contains) == true {
        compareKeys(old, new, at: attribute)
      } else {
        differences.append((old, new))
      }
    case (.sequence?, .sequence?), (.sequence?, nil), (nil, .sequence?): compareItems(old, new, at: attribute)
    default: differences.append((old, new))
    }
  }

  private mutating func compareKeys(_ old: Side?, _ new: Side?, at attribute: [String]) {
    if (old ?? new)?.value.pairs.isEmpty == true, old == nil || new == nil, !attribute.isEmpty {
      return differences.append((old, new))
    }
    for key in new?.value.pairs.keys.elements ?? [] { compare(old?[key], new?[key], at: attribute + [key]) }
    for key in old?.value.pairs.keys.elements ?? [] where new?[key] == nil {
      compare(old?[key], nil, at: attribute + [key])
    }
  }

  private mutating func compareItems(_ old: Side?, _ new: Side?, at attribute: [String]) {
    let identity = ListIdentity(at: attribute)
    if case .order = identity { return differences.append((old, new)) }
    var olds = old?.items ?? []
    var news = new?.items ?? []
    if olds.isEmpty && news.isEmpty { return differences.append((old, new)) }
    let rounds = (olds.first ?? news.first).map { identity.identities(of: $0.value).count } ?? 0
    for round in 0..<rounds {
      let matched = Self.match(&olds, &news) { identity.identities(of: $0.value)[round] }
      for (old, new) in matched where !old.value.isSame(as: new.value) { differences.append((old, new)) }
    }
    differences += news.map { (nil, $0) } + olds.map { ($0, nil) }
  }

  /// Takes the pairs with equal identities out of both lists, in the order of the new one.
  private static func match(
    _ olds: inout [Side],
    _ news: inout [Side],
    by identity: (Side) -> [String?]
  ) -> [(old: Side, new: Side)] {
    var waiting = Dictionary(grouping: olds.indices.reversed()) { identity(olds[$0]) }
    var taken: Set<Int> = []
    var matched: [(old: Side, new: Side)] = []
    news.removeAll { new in
      guard let index = waiting[identity(new)]?.popLast() else { return false }
      taken.insert(index)
      matched.append((olds[index], new))
      return true
    }
    olds = olds.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    return matched
  }
}

extension Comparison.Side {
  fileprivate subscript(key: String) -> Self? {
    value.pairs[key].map { Self(value: $0, path: path.appending(key: key)) }
  }

  fileprivate var items: [Self] {
    value.items.enumerated().map { Self(value: $0.element, path: path.appending(index: $0.offset)) }
  }
}
