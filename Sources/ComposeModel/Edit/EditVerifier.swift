/// Compares a document before and after edits: only what was asked for may be different.
struct EditVerifier {
  let old: DocumentStorage
  let new: DocumentStorage
  private(set) var expectation: EditExpectation
  /// Where each old node is now.
  private var counterpart: [Int: Int] = [:]
  private var aliases: [Int] = []

  init(old: ComposeDocument, new: ComposeDocument, _ expectation: EditExpectation) {
    self.old = old.storage
    self.new = new.storage
    self.expectation = expectation
    self.expectation.seal()
  }

  /// What is different but shouldn't be; nil when the result is what was asked for.
  mutating func firstDifference() -> String? {
    if let root = expectation.newRoot { return firstDifference(ofNewRoot: root) }
    guard old.tape.roots.count == new.tape.roots.count else { return "the number of documents would change" }
    for (before, after) in zip(old.tape.roots, new.tape.roots) {
      if let difference = difference(before, after) { return difference }
    }
    let isRedirected = aliases.contains { alias in
      guard let target = old.tape.target(of: alias), let now = counterpart[alias] else { return true }
      return new.tape.target(of: now) != counterpart[target] ?? -1
    }
    return isRedirected ? "an alias would stand for something else" : nil
  }

  private func firstDifference(ofNewRoot root: YAMLValue) -> String? {
    guard old.tape.roots.isEmpty, new.tape.roots.count == 1 else { return "the number of documents would change" }
    let value = YAMLValue(YAMLNode(storage: new, index: new.tape.roots[0]))
    return value.isSame(as: root) ? nil : "the new value would be read as another one"
  }

  private mutating func difference(_ before: Int, _ after: Int) -> String? {
    if let value = expectation.values[before] {
      counterpart[before] = after
      let node = YAMLNode(storage: new, index: after)
      guard node.anchor == old.tape.properties(of: before)?.anchor else { return Self.elsewhere }
      return YAMLValue(node).isSame(as: value) ? nil : "the new value would be read as another one"
    }
    guard expectation.concerns(before..<old.tape.next(after: before)) else { return unchanged(before, after) }
    let entry = old.tape.entries[before]
    guard entry.kind == new.tape.entries[after].kind, propertiesAreSame(before, after) else { return Self.elsewhere }
    counterpart[before] = after
    if entry.kind == .scalar || entry.kind == .alias {
      guard let name = expectation.names[before] else { return unchanged(before, after) }
      return YAMLNode(storage: new, index: after).text == name ? nil : "the new name would be read as another one"
    }
    return differenceOfChildren(before, after)
  }

  private mutating func differenceOfChildren(_ before: Int, _ after: Int) -> String? {
    let stride = old.tape.entries[before].kind == .mapping ? 2 : 1
    let children = Array(old.tape.children(of: before))
    var found = Array(new.tape.children(of: after))[...]
    let insertions = expectation.insertions[before] ?? []
    for ordinal in 0...children.count / stride {
      for insertion in insertions where insertion.ordinal == ordinal {
        if let moved = insertion.moved {
          if let difference = differenceOfMoved(moved, found.prefix(stride)) { return difference }
          found = found.dropFirst(stride)
          continue
        }
        guard holds(insertion, found.prefix(stride)) else { return "the new entry would be read as another one" }
        found = found.dropFirst(stride)
      }
      let entry = children[ordinal * stride..<min((ordinal + 1) * stride, children.count)]
      guard let first = entry.first, !expectation.removed.contains(first) else { continue }
      guard found.count >= entry.count else { return Self.elsewhere }
      for (a, b) in zip(entry, found) {
        if let difference = difference(a, b) { return difference }
      }
      found = found.dropFirst(entry.count)
    }
    return found.isEmpty ? nil : Self.elsewhere
  }

  /// Compares the entry that began with `first` with the nodes in its new place.
  private mutating func differenceOfMoved(_ first: Int, _ nodes: ArraySlice<Int>) -> String? {
    let entry = [first, old.tape.next(after: first)].prefix(nodes.count)
    guard !entry.isEmpty else { return Self.elsewhere }
    for (a, b) in zip(entry, nodes) {
      if let difference = difference(a, b) { return difference }
    }
    return nil
  }

  private func holds(_ insertion: EditExpectation.Insertion, _ nodes: ArraySlice<Int>) -> Bool {
    let nodes = nodes.map { YAMLNode(storage: new, index: $0) }
    guard let last = nodes.last, nodes.count == (insertion.key == nil ? 1 : 2) else { return false }
    return (insertion.key == nil || nodes[0].text == insertion.key) && YAMLValue(last).isSame(as: insertion.value)
  }

  /// Compares two subtrees that must be the same, entry by entry.
  private mutating func unchanged(_ before: Int, _ after: Int) -> String? {
    let count = old.tape.next(after: before) - before
    guard new.tape.next(after: after) - after == count else { return Self.elsewhere }
    for offset in 0..<count {
      let (a, b) = (before + offset, after + offset)
      let (x, y) = (old.tape.entries[a], new.tape.entries[b])
      guard x.kind == y.kind, x.style == y.style, old.tape.next(after: a) - a == new.tape.next(after: b) - b else { return Self.elsewhere }
      guard propertiesAreSame(a, b) else { return Self.elsewhere }
      counterpart[a] = b
      if x.kind == .alias { aliases.append(a) }
      guard x.kind == .scalar || x.kind == .alias else { continue }
      let texts = (old.bytes[old.tape.bytes(of: a)], new.bytes[new.tape.bytes(of: b)])
      guard texts.0 == texts.1 || expectation.commented.contains(a) else { return Self.elsewhere }
      guard !x.style.isBlockScalar || isSameText(a, b) else { return Self.elsewhere }
    }
    return nil
  }

  /// Whether both are read as the same text: at the end of a file the same lines may lack their last break.
  private func isSameText(_ before: Int, _ after: Int) -> Bool {
    YAMLNode(storage: old, index: before).text == YAMLNode(storage: new, index: after).text
  }

  private func propertiesAreSame(_ before: Int, _ after: Int) -> Bool {
    let (a, b) = (old.tape.properties(of: before), new.tape.properties(of: after))
    return a?.anchor == b?.anchor && a?.tag == b?.tag
  }

  private static let elsewhere = "something else would change with it"
}
