/// Compares a document before and after edits: only what was asked for may be different.
struct EditVerifier {
  let old: DocumentStorage
  let new: DocumentStorage
  private(set) var expectation: EditExpectation
  private var places = NodePlaces()

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
    return redirectsAlias() ? "an alias would stand for something else" : nil
  }

  private func firstDifference(ofNewRoot root: YAMLValue) -> String? {
    guard old.tape.roots.isEmpty, new.tape.roots.count == 1 else { return "the number of documents would change" }
    let value = YAMLValue(YAMLNode(storage: new, index: new.tape.roots[0]))
    return value.isSame(as: root) ? nil : "the new value would be read as another one"
  }

  /// Whether an alias that is still there stands for another node than before.
  private mutating func redirectsAlias() -> Bool {
    places.seal()
    return old.tape.aliases.contains { alias in
      guard let target = old.tape.target(of: alias), let now = places[alias] else { return false }
      guard new.tape.entries[now].kind == .alias else { return false }
      return new.tape.target(of: now) != places[target] ?? -1
    }
  }

  private mutating func difference(_ before: Int, _ after: Int) -> String? {
    if let value = expectation.values[before] {
      places.add(before..<before + 1, now: after)
      let (past, node) = (YAMLNode(storage: old, index: before), YAMLNode(storage: new, index: after))
      let tag = past.hasTagThatGoes ? nil : past.tag
      guard node.anchor == past.anchor, node.tag == tag else { return Self.elsewhere }
      guard !old.isWrittenOut(before) || new.isWrittenOut(after) else { return Self.elsewhere }
      return YAMLValue(node).isSame(as: value) ? nil : "the new value would be read as another one"
    }
    let whole = before..<old.tape.next(after: before)
    guard expectation.concerns(whole) else { return unchanged(whole, after) }
    let entry = old.tape.entries[before]
    let counterpart = new.tape.entries[after]
    let isEmptied = counterpart.isCollection && Int(counterpart.link) == after + 1
    guard entry.kind == counterpart.kind, entry.style == counterpart.style || isEmptied || !entry.isCollection,
      propertiesAreSame(before, after)
    else { return Self.elsewhere }
    places.add(before..<before + 1, now: after)
    if !entry.isCollection {
      guard let name = expectation.names[before] else { return unchanged(whole, after) }
      return isNamed(after, name) ? nil : "the new name would be read as another one"
    }
    return differenceOfChildren(before, after)
  }

  private mutating func differenceOfChildren(_ before: Int, _ after: Int) -> String? {
    var entries = EntryCursor(of: before, on: old.tape)
    var found = EntryCursor(of: after, on: new.tape)
    let insertions = expectation.insertions[before] ?? []
    while true {
      for insertion in insertions where insertion.ordinal == entries.ordinal {
        guard let entry = found.next() else { return Self.unlikeNew }
        if let difference = difference(insertion, entry) { return difference }
      }
      let stop = insertions.map(\.ordinal).filter { $0 > entries.ordinal }.min() ?? Int.max
      let run = nextUnconcerned(&entries, before: stop)
      if !run.isEmpty {
        guard let start = found.skip(run.count) else { return Self.elsewhere }
        if let difference = unchanged(run, start) { return difference }
      } else if let entry = entries.next() {
        guard !expectation.removed.contains(entry.lowerBound) else { continue }
        guard let counterpart = found.next() else { return Self.elsewhere }
        if let difference = differenceOfNodes(entry, counterpart) { return difference }
      } else {
        return found.next() == nil ? nil : Self.elsewhere
      }
    }
  }

  /// The next entries that no change concerns, up to the one numbered `stop`.
  private func nextUnconcerned(_ entries: inout EntryCursor, before stop: Int) -> Range<Int> {
    let start = entries.start
    let concerned = expectation.firstConcerned(from: start)
    if concerned == Int.max, stop == Int.max { entries.skipRest() }
    while entries.ordinal < stop, let entry = entries.upcoming, entry.upperBound <= concerned { _ = entries.next() }
    return start..<entries.start
  }

  /// Compares a key and its value, or an item, with those in their place.
  private mutating func differenceOfNodes(_ entry: Range<Int>, _ counterpart: Range<Int>) -> String? {
    if let difference = difference(entry.lowerBound, counterpart.lowerBound) { return difference }
    let values = (old.tape.next(after: entry.lowerBound), new.tape.next(after: counterpart.lowerBound))
    guard values.0 < entry.upperBound else { return values.1 < counterpart.upperBound ? Self.elsewhere : nil }
    return values.1 < counterpart.upperBound ? difference(values.0, values.1) : Self.elsewhere
  }

  /// Compares a new entry, or one that moved, with what stands in its place.
  private mutating func difference(_ insertion: EditExpectation.Insertion, _ entry: Range<Int>) -> String? {
    if let moved = insertion.moved {
      let next = old.tape.next(after: moved)
      let isPair = new.tape.next(after: entry.lowerBound) < entry.upperBound
      return differenceOfNodes(moved..<(isPair ? old.tape.next(after: next) : next), entry)
    }
    let value = insertion.key == nil ? entry.lowerBound : new.tape.next(after: entry.lowerBound)
    guard value < entry.upperBound, new.tape.next(after: value) == entry.upperBound else { return Self.unlikeNew }
    let isPlain = !new.tape.hasAliases(in: entry) && new.tape.properties(in: entry).isEmpty
    guard isPlain else { return Self.unlikeNew }
    if let key = insertion.key, !isNamed(entry.lowerBound, key) { return Self.unlikeNew }
    return YAMLValue(YAMLNode(storage: new, index: value)).isSame(as: insertion.value) ? nil : Self.unlikeNew
  }

  /// Compares nodes that must be the same, one behind the other from `after` on.
  private mutating func unchanged(_ nodes: Range<Int>, _ after: Int) -> String? {
    guard after + nodes.count <= new.tape.entries.count else { return Self.elsewhere }
    places.add(nodes, now: after)
    let shift = after - nodes.lowerBound
    var isTreeSame = true
    var isMovedAlike = true
    let bytesBefore = old.tape.bytes(of: nodes.lowerBound).lowerBound
    let bytesAfter = new.tape.bytes(of: after).lowerBound
    let move = UInt32(truncatingIfNeeded: bytesAfter &- bytesBefore)
    let linkShift = UInt32(truncatingIfNeeded: shift)
    for (x, y) in zip(old.tape.entries[nodes], new.tape.entries[after..<after + nodes.count]) {
      isTreeSame =
        isTreeSame && x.kind == y.kind && x.style == y.style && (!x.isCollection || y.link &- x.link == linkShift)
      isMovedAlike = isMovedAlike && y.start &- x.start == move && y.end &- x.end == move
    }
    guard isTreeSame else { return Self.elsewhere }
    let text = bytesBefore..<old.tape.bytes(of: nodes.upperBound - 1).upperBound
    let isLastBefore = text.upperBound == old.bytes.count
    let isLastAfter = text.upperBound + bytesAfter - bytesBefore == new.bytes.count
    // In what only libyaml reads, blank lines behind a text may count.
    let isKnown = !old.tape.isJudged && !new.tape.isJudged
    if isKnown, isMovedAlike, isLastBefore == isLastAfter, old.bytes.holds(text, asIn: new.bytes, from: bytesAfter) {
      return haveSameProperties(nodes, shift) ? nil : Self.elsewhere
    }
    let isSame = nodes.allSatisfy { hasSameText($0, $0 + shift) } && haveSameProperties(nodes, shift)
    return isSame ? nil : Self.elsewhere
  }

  private func isNamed(_ key: Int, _ name: String) -> Bool {
    YAMLNode(storage: new, index: key).text.map { $0.utf8.elementsEqual(name.utf8) } ?? false
  }

  private func hasSameText(_ before: Int, _ after: Int) -> Bool {
    let entry = old.tape.entries[before]
    guard !entry.isCollection else { return true }
    guard expectation.commented.contains(before) || isWrittenAlike(before, after) else { return false }
    // At the end of a file the same lines may lack their last break.
    return !entry.style.isBlockScalar || old.text(of: before) == new.text(of: after)
  }

  private func isWrittenAlike(_ before: Int, _ after: Int) -> Bool {
    let (a, b) = (old.tape.bytes(of: before), new.tape.bytes(of: after))
    return a.count == b.count && old.bytes.holds(a, asIn: new.bytes, from: b.lowerBound)
  }

  /// Whether each of `nodes` has the anchor and tag of the one that stands `shift` places behind it now.
  private func haveSameProperties(_ nodes: Range<Int>, _ shift: Int) -> Bool {
    let (before, after) = (old.tape.properties(in: nodes), new.tape.properties(in: nodes.shifted(by: shift)))
    return before.count == after.count
      && zip(before, after).allSatisfy { a, b in
        a.node + shift == b.node && a.anchor == b.anchor && a.tag == b.tag
      }
  }

  private func propertiesAreSame(_ before: Int, _ after: Int) -> Bool {
    let (a, b) = (old.tape.properties(of: before), new.tape.properties(of: after))
    return a?.anchor == b?.anchor && a?.tag == b?.tag
  }

  private static let elsewhere = "something else would change with it"
  private static let unlikeNew = "the new entry would be read as another one"
}

extension DocumentStorage {
  /// Whether nothing within the node at `index` is an alias or has an anchor or tag.
  fileprivate func isWrittenOut(_ index: Int) -> Bool {
    let whole = index..<tape.next(after: index)
    return !tape.hasAliases(in: whole) && tape.properties(in: index + 1..<whole.upperBound).isEmpty
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Self { lowerBound + distance..<upperBound + distance }
}
