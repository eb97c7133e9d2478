extension YAMLNode {
  /// Whether it is the key `<<`, which merges other mappings into its own.
  public var isMergeKey: Bool {
    kind == .scalar && style == .plain && bytes.count == 2 && text == "<<" && (tag == nil || tag == "!!merge")
  }

  /// A mapping's keys and values with `<<` replaced by what it brings in.
  ///
  /// A mapping's own keys win, then those of the earliest merged one. Where a key can't be compared, because it is a
  /// collection, it is kept.
  public var mergedPairs: [(key: Self, value: Self)] {
    let written = pairs
    guard written.contains(where: \.key.isMergeKey) else { return written }
    var pairs = written.filter { !$0.key.isMergeKey }
    var names = Set(pairs.compactMap(\.key.text))
    for merge in written where merge.key.isMergeKey {
      for source in merge.value.mergeSources {
        for pair in source.mergedPairs {
          if let name = pair.key.text, !names.insert(name).inserted { continue }
          pairs.append(pair)
        }
      }
    }
    return pairs
  }

  /// The value of `key` in a mapping, through aliases and merge keys.
  ///
  /// - Complexity: O(*n*) in the number of keys.
  public subscript(key: String) -> Self? {
    let written = pairs
    if let own = written.first(where: { !$0.key.isMergeKey && $0.key.text == key }) { return own.value }
    return merged(key)
  }

  /// The value of `key` that merge keys bring in, whether the mapping has one of its own or not.
  func merged(_ key: String) -> Self? {
    for merge in pairs where merge.key.isMergeKey {
      for source in merge.value.mergeSources {
        if let value = source[key] { return value }
      }
    }
    return nil
  }

  /// The mappings that a value of `<<` names.
  var mergeSources: [Self] {
    let node = resolved
    return node.kind == .sequence ? node.items.map(\.resolved) : [node]
  }
}
