package import OrderedCollections

extension YAMLValue {
  /// The same number for values that mean the same.
  var meaningHash: Int {
    var hasher = Hasher()
    switch self {
    case .mapping(let pairs):
      let hashes = pairs.map { key, value in
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(value.meaningHash)
        return hasher.finalize()
      }
      hasher.combine(hashes.reduce(pairs.count, ^))
    case .sequence(let items):
      for item in items { hasher.combine(item.meaningHash) }
    default: hasher.combine(self)
    }
    return hasher.finalize()
  }

  /// The pairs of a mapping; none for anything else.
  package var pairs: OrderedDictionary<String, YAMLValue> {
    if case .mapping(let pairs) = self { pairs } else { [:] }
  }

  /// The items of a sequence; none for anything else.
  package var items: [YAMLValue] {
    if case .sequence(let items) = self { items } else { [] }
  }

  /// The text of a string or the digits of a number.
  package var word: String? {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .float(let number): String(number)
    case .bool(let truth): truth ? "true" : "false"
    default: nil
    }
  }

  /// What stands under `key` of a mapping.
  package func at(_ key: String) -> YAMLValue? { pairs[key] }
}

extension YAMLPath.Component {
  /// The key; nil for a place in a list.
  var name: String? {
    if case .key(let name) = self { name } else { nil }
  }
}
