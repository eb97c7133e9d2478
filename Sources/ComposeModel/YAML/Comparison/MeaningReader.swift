/// Reads what the nodes of a document mean, and whether they mean the same as others.
struct MeaningReader {
  /// The document.
  let storage: DocumentStorage

  /// Reads `storage`.
  init(_ storage: DocumentStorage) { self.storage = storage }

  var tape: Tape { storage.tape }
  var bytes: [UInt8] { storage.bytes }

  /// What the node at `index` stands for, if it is an alias.
  func resolved(_ index: Int) -> Int { tape.target(of: index) ?? index }

  /// The text of a key; that of the source for a key that is a collection.
  func name(of key: Int) -> String { node(key).name }

  /// The bytes of a key and its value.
  func bytes(ofPair pair: DocumentComparison.Pair) -> Range<Int> {
    let (key, value) = (tape.bytes(of: pair.key), tape.bytes(of: pair.value))
    return key.lowerBound..<max(key.upperBound, value.upperBound)
  }

  /// Whether the mapping at `index` has a key `<<`.
  func hasMergeKey(_ index: Int) -> Bool {
    Pairs(of: index, on: tape).contains { tape.bytes(of: $0.key).count == 2 && node($0.key).isMergeKey }
  }

  /// Whether the value at `index` says enough to be known again under another name.
  func isTelling(_ index: Int) -> Bool {
    let index = resolved(index)
    return tape.entries[index].isCollection && tape.next(after: index) > index + 2
  }

  /// A hash of what the node at `index` means: equal for all that mean the same, within one run of a program.
  ///
  /// - Complexity: O(*n*) in the number of nodes below it, aliases counted as what they stand for.
  func hash(of index: Int) -> Int {
    var hasher = Hasher()
    hash(index, into: &hasher)
    return hasher.finalize()
  }

  private func hash(_ index: Int, into hasher: inout Hasher) {
    let node = node(resolved(index))
    hasher.combine(node.ownTag)
    switch node.kind {
    case .mapping:
      // In whatever order.
      let pairs = node.mergedPairs
      hasher.combine(pairs.count)
      hasher.combine(
        pairs.reduce(0) { sum, pair in
          var hasher = Hasher()
          hasher.combine(pair.key.name)
          hash(pair.value.index, into: &hasher)
          return sum &+ hasher.finalize()
        }
      )
    case .sequence:
      hasher.combine(-1)
      for item in tape.children(of: node.index) { hash(item, into: &hasher) }
      hasher.combine(-2)
    case .scalar, .alias:
      if case .float(let value)? = node.scalar, value.isNaN { return hasher.combine(-3) }
      hasher.combine(node.scalar)
    }
  }

  /// Whether the node at `index` means the same as that at `other` of another document.
  func isSame(_ index: Int, _ other: Int, in reader: Self) -> Bool {
    let (a, b) = (node(resolved(index)), reader.node(reader.resolved(other)))
    guard a.kind == b.kind, a.ownTag == b.ownTag else { return false }
    switch a.kind {
    case .mapping:
      let (pairs, others) = (a.mergedPairs, b.mergedPairs)
      guard pairs.count == others.count else { return false }
      let values = Dictionary(others.map { ($0.key.name, $0.value.index) }, uniquingKeysWith: { first, _ in first })
      return pairs.allSatisfy { pair in
        values[pair.key.name].map { isSame(pair.value.index, $0, in: reader) } ?? false
      }
    case .sequence:
      let (items, others) = (a.items, b.items)
      return items.count == others.count && zip(items, others).allSatisfy { isSame($0.index, $1.index, in: reader) }
    case .scalar, .alias:
      guard let x = a.scalar, let y = b.scalar else { return false }
      return YAMLValue(x).isSame(as: YAMLValue(y))
    }
  }

  private func node(_ index: Int) -> YAMLNode { YAMLNode(storage: storage, index: index) }
}

extension YAMLNode {
  /// A tag that isn't one of YAML's own: those only say how a scalar is read.
  fileprivate var ownTag: String? { tag.flatMap { $0.hasPrefix("!!") && kind == .scalar ? nil : $0 } }
}

extension YAMLNode {
  /// A hash of what the node means, comments, quotes, anchors and the order of keys left aside.
  ///
  /// Nodes that mean the same have the same hash, within one run of a program.
  ///
  /// - Complexity: O(*n*) in the number of nodes below it, aliases counted as what they stand for.
  public var meaningHash: Int { MeaningReader(storage).hash(of: index) }

  /// Whether the node means the same as `other`, which may be part of another document.
  ///
  /// - Complexity: O(*n*) in the number of nodes below both, aliases counted as what they stand for.
  public func means(_ other: Self) -> Bool {
    MeaningReader(storage).isSame(index, other.index, in: MeaningReader(other.storage))
  }
}
