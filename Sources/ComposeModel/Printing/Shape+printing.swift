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
    by precedes: (String, String) -> Bool
  ) {
    let known = shape?.keys
    let named = known == nil ? shape?.named : nil
    let names = mapping.keys
    // Numbers are sorted and not what they stand for, which is larger.
    let ranks = names.map { known?.index(forKey: $0) ?? .max }
    let order = names.indices.sorted {
      ranks[$0] == ranks[$1] ? precedes(names[$0], names[$1]) : ranks[$0] < ranks[$1]
    }
    pairs = order.map { index in
      let shape = ranks[index] == .max ? named : known?.values[ranks[index]]
      return (names[index], mapping.values[index], shape)
    }
  }
}
