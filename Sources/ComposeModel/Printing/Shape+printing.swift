import OrderedCollections

extension Shape {
  /// The keys of a mapping that stands here, in the order in which they are printed.
  var keys: OrderedDictionary<String, Shape>? {
    switch self {
    case .object(let keys, _): keys
    case .either(let shapes): shapes.lazy.compactMap(\.keys).first
    case .value(let shape, _): shape.keys
    default: nil
    }
  }

  /// What stands under the names of a mapping that stands here.
  var named: Shape? {
    switch self {
    case .names(let shape): shape
    case .either(let shapes): shapes.lazy.compactMap(\.named).first
    case .value(let shape, _): shape.named
    default: nil
    }
  }

  /// What the items of a list that stands here are.
  var item: Shape? {
    switch self {
    case .list(let shape), .distinctList(let shape): shape
    case .either(let shapes): shapes.lazy.compactMap(\.item).first
    case .value(let shape, _): shape.item
    default: nil
    }
  }
}

/// The pairs of a mapping in the order in which they are printed.
struct OrderedPairs {
  /// A pair and what stands at its value.
  typealias Pair = (key: String, value: YAMLValue, shape: Shape?)

  let pairs: [Pair]

  /// Known keys in the order of `shape`, then extensions; names of the file's own by `precedes`.
  init(
    of mapping: OrderedDictionary<String, YAMLValue>,
    _ shape: Shape?,
    by precedes: (String, String) -> Bool,
    isKept: (String) -> Bool = { _ in true }
  ) {
    guard let keys = shape?.keys else {
      let named = shape?.named
      pairs = mapping.elements.map { ($0.key, $0.value, named) }.sorted { precedes($0.key, $1.key) }
      return
    }
    var known: [(index: Int, pair: Pair)] = []
    var others: [Pair] = []
    for (key, value) in mapping where isKept(key) {
      if let index = keys.index(forKey: key) {
        known.append((index, (key, value, keys.values[index])))
      } else {
        others.append((key, value, nil))
      }
    }
    pairs = known.sorted { $0.index < $1.index }.map(\.pair) + others.sorted { precedes($0.key, $1.key) }
  }
}
