extension DocumentComparison {
  /// A key and its value.
  struct Pair {
    let key: Int
    let value: Int
  }

  /// Compares two mappings key by key.
  mutating func compareMappings(_ a: Int, _ b: Int, _ oldPath: YAMLPath, _ newPath: YAMLPath) {
    let before = Pairs(of: a, on: old.tape).map { $0 }
    let after = Pairs(of: b, on: new.tape).map { $0 }
    let same = zip(before, after).prefix { hasSameKey($0, $1) }.count
    for ordinal in 0..<same { compareValues(before[ordinal], after[ordinal], oldPath, newPath) }
    guard same < before.count || same < after.count else { return }
    compareUnordered(before[same...], after[same...], oldPath, newPath)
  }

  /// Compares pairs of which the first have different keys.
  private mutating func compareUnordered(
    _ before: ArraySlice<Pair>,
    _ after: ArraySlice<Pair>,
    _ oldPath: YAMLPath,
    _ newPath: YAMLPath
  ) {
    var left = Dictionary(before.map { (old.nameBytes(of: $0.key), $0) }, uniquingKeysWith: { first, _ in first })
    var added: [Pair] = []
    var kept: [(Pair, Pair)] = []
    for pair in after {
      if let counterpart = left.removeValue(forKey: new.nameBytes(of: pair.key)) {
        kept.append((counterpart, pair))
      } else {
        added.append(pair)
      }
    }
    let isReordered = kept.map(\.0.key) != kept.map(\.0.key).sorted()
    if isReordered { noteOrder(kept, oldPath, newPath) }
    for (x, y) in kept { compareValues(x, y, oldPath, newPath) }
    // Of equal keys the first was matched.
    let matched = Set(kept.map(\.0.key))
    noteUnmatched(before.filter { !matched.contains($0.key) }, added, oldPath, newPath)
  }

  /// Notes keys that are only on one side; those with the same value as one on the other have another name.
  private mutating func noteUnmatched(
    _ removed: [Pair],
    _ added: [Pair],
    _ oldPath: YAMLPath,
    _ newPath: YAMLPath
  ) {
    var candidates = Dictionary(grouping: removed.filter { old.isTelling($0.value) }) { old.hash(of: $0.value) }
    var renamed: Set<Int> = []
    for pair in added {
      let path = newPath.appending(key: new.name(of: pair.key))
      let hash = new.isTelling(pair.value) ? new.hash(of: pair.value) : nil
      let source = hash.flatMap { candidates[$0]?.first { old.isSame($0.value, pair.value, in: new) } }
      guard let hash, let source else {
        note(.added, nil, (path, new.bytes(ofPair: pair)))
        continue
      }
      candidates[hash]?.removeAll { $0.key == source.key }
      renamed.insert(source.key)
      let before = (oldPath.appending(key: old.name(of: source.key)), old.tape.bytes(of: source.key))
      note(.renamed, before, (path, new.tape.bytes(of: pair.key)))
    }
    for pair in removed where !renamed.contains(pair.key) {
      note(.removed, (oldPath.appending(key: old.name(of: pair.key)), old.bytes(ofPair: pair)), nil)
    }
  }

  private mutating func noteOrder(_ kept: [(Pair, Pair)], _ oldPath: YAMLPath, _ newPath: YAMLPath) {
    guard let moved = zip(kept, kept.dropFirst()).first(where: { $0.0.key > $1.0.key })?.1 else { return }
    note(
      .rewritten,
      (oldPath.appending(key: old.name(of: moved.0.key)), old.bytes(ofPair: moved.0)),
      (newPath.appending(key: new.name(of: moved.1.key)), new.bytes(ofPair: moved.1))
    )
  }

  private mutating func compareValues(_ x: Pair, _ y: Pair, _ oldPath: YAMLPath, _ newPath: YAMLPath) {
    if hasSameText(x.value, y.value) { return }
    compare(
      x.value,
      y.value,
      oldPath.appending(key: old.name(of: x.key)),
      newPath.appending(key: new.name(of: y.key))
    )
  }

  private func hasSameKey(_ x: Pair, _ y: Pair) -> Bool {
    hasSameText(x.key, y.key) || old.nameBytes(of: x.key) == new.nameBytes(of: y.key)
  }
}

/// The pairs of a mapping, one after the other.
struct Pairs: Sequence, IteratorProtocol {
  private var children: Tape.Children

  init(of index: Int, on tape: Tape) { children = tape.children(of: index) }

  mutating func next() -> DocumentComparison.Pair? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return DocumentComparison.Pair(key: key, value: value)
  }
}
