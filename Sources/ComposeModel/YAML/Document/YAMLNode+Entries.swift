// Entries of a collection found without making a list of them all.
extension YAMLNode {
  /// How many items or pairs it holds itself.
  ///
  /// - Complexity: O(*n*) in the result.
  var entryCount: Int {
    var count = 0
    for _ in storage.tape.children(of: index) { count += 1 }
    return kind == .mapping ? count / 2 : count
  }

  /// The key, of a mapping's pair, and the value of the entry numbered `ordinal`, which there is.
  ///
  /// - Complexity: O(*n*) in `ordinal`.
  func entry(at ordinal: Int) -> (key: Self?, value: Self) {
    var children = storage.tape.children(of: index)
    let isMapping = kind == .mapping
    for _ in 0..<(isMapping ? 2 * ordinal : ordinal) { _ = children.next() }
    let first = children.next().map { Self(storage: storage, index: $0) } ?? self
    guard isMapping else { return (nil, first) }
    return (first, children.next().map { Self(storage: storage, index: $0) } ?? self)
  }

  /// The first `count` items, or values of a mapping.
  func values(atMost count: Int) -> [Self] {
    var values: [Self] = []
    var isKey = kind == .mapping
    for child in storage.tape.children(of: index) {
      guard values.count < count else { break }
      if !isKey { values.append(Self(storage: storage, index: child)) }
      if kind == .mapping { isKey.toggle() }
    }
    return values
  }

  /// The pairs whose key is named `name`, with their numbers.
  ///
  /// - Complexity: O(*n*) in the number of pairs.
  func pairs(named name: String) -> [(ordinal: Int, key: Self, value: Self)] {
    guard kind == .mapping else { return [] }
    let wanted = Array(name.utf8)
    var found: [(ordinal: Int, key: Self, value: Self)] = []
    var children = storage.tape.children(of: index)
    var ordinal = 0
    while let key = children.next(), let value = children.next() {
      if storage.isNamed(key, wanted) {
        found.append((ordinal, Self(storage: storage, index: key), Self(storage: storage, index: value)))
      }
      ordinal += 1
    }
    return found
  }
}

extension DocumentStorage {
  /// Whether the key at `index` has the name that `bytes` spell.
  fileprivate func isNamed(_ index: Int, _ bytes: [UInt8]) -> Bool {
    let entry = tape.entries[index]
    guard entry.kind == .scalar, !entry.traits.contains(.isEncoded) else {
      return YAMLNode(storage: self, index: index).name.utf8.elementsEqual(bytes)
    }
    let own = tape.plainBytes(of: index)
    return own.count == bytes.count && self.bytes.holds(own, asIn: bytes, from: 0)
  }
}
