internal import OrderedCollections
internal import SourceDiagnostics

extension EditPlanner {
  /// Plans a new value for what stands at `site`.
  mutating func planSet(_ site: EditSite, to value: YAMLValue, _ edit: Edit) throws(EditRefusal) {
    let node = site.node
    guard site.parent != nil || node.kind == .mapping else {
      throw .shape(node, "the document itself can't be set", edit)
    }
    if node.kind != .alias, keepsMeaning(node, value) { return }
    try change(site, to: value, edit)
    expect(.value(node: node.index, end: document.storage.tape.next(after: node.index), value), edit)
  }

  /// Whether `value` is what `node` means already, and nothing about its tag says otherwise.
  private func keepsMeaning(_ node: YAMLNode, _ value: YAMLValue) -> Bool {
    YAMLValue(node).isSame(as: value) && !node.hasTagThatGoes
  }

  /// Changes as little as leads to `value`: what differs within a collection of the same kind, or all of it.
  private mutating func change(_ site: EditSite, to value: YAMLValue, _ edit: Edit) throws(EditRefusal) {
    let before = splices.count
    do {
      if try changeWithin(site, to: value, edit), splices[before...].isFreeOfOverlap { return }
    } catch {
      // What can't be changed in parts is replaced as a whole.
    }
    splices.removeSubrange(before...)
    try replace(site, with: value, edit)
  }

  /// Changes the parts that differ; false where the whole has to be replaced.
  private mutating func changeWithin(
    _ site: EditSite,
    to value: YAMLValue,
    _ edit: Edit
  ) throws(EditRefusal) -> Bool {
    guard !site.node.hasTagThatGoes else { return false }
    switch (site.node.kind, value) {
    case (.mapping, .mapping(let pairs)): return try changeMapping(site, to: pairs, edit)
    case (.sequence, .sequence(let items)): return try changeSequence(site, to: items, edit)
    default: return false
    }
  }

  private mutating func changeMapping(
    _ site: EditSite,
    to wanted: OrderedDictionary<String, YAMLValue>,
    _ edit: Edit
  ) throws(EditRefusal) -> Bool {
    let pairs = site.node.pairs
    let names = pairs.map(\.key.name)
    let kept = pairs.indices.filter { wanted[names[$0]] != nil }
    guard let last = kept.last, Set(names).count == names.count, !pairs.contains(where: \.key.isMergeKey) else {
      return false
    }
    for (ordinal, pair) in pairs.enumerated() {
      let child = EditSite(
        node: pair.value,
        key: pair.key,
        parent: site.node,
        ordinal: ordinal,
        grandparent: site.parent
      )
      guard let value = wanted[names[ordinal]] else {
        try removeEntry(child, edit)
        continue
      }
      if !keepsMeaning(pair.value, value) { try change(child, to: value, edit) }
    }
    for (key, value) in wanted where !names.contains(key) {
      try check(key: key, edit)
      try insert(NewEntry(key: key, value: value, place: .after(last)), in: site.node, heldBy: site.parent, edit)
    }
    return true
  }

  private mutating func changeSequence(
    _ site: EditSite,
    to wanted: [YAMLValue],
    _ edit: Edit
  ) throws(EditRefusal) -> Bool {
    let items = site.node.items
    guard !items.isEmpty, !wanted.isEmpty else { return false }
    let shorter = min(items.count, wanted.count)
    let prefix = (0..<shorter).prefix { keepsMeaning(items[$0], wanted[$0]) }.count
    let suffix = (0..<shorter - prefix).prefix { offset in
      keepsMeaning(items[items.count - 1 - offset], wanted[wanted.count - 1 - offset])
    }.count
    for ordinal in prefix..<items.count - suffix {
      let child = EditSite(node: items[ordinal], parent: site.node, ordinal: ordinal, grandparent: site.parent)
      if ordinal < wanted.count - suffix {
        if !keepsMeaning(items[ordinal], wanted[ordinal]) { try change(child, to: wanted[ordinal], edit) }
      } else {
        try removeEntry(child, edit)
      }
    }
    let old = items.count - suffix
    for value in wanted[min(old, wanted.count - suffix)..<wanted.count - suffix] {
      let place = old > 0 ? EntryPlace.after(old - 1) : .before(0)
      try insert(NewEntry(value: value, place: place), in: site.node, heldBy: site.parent, edit)
    }
    return true
  }
}

extension ArraySlice<Splice> {
  fileprivate var isFreeOfOverlap: Bool { Array(self).firstOverlap == nil }
}

extension YAMLNode {
  /// Whether it has a tag that would give a new value another meaning: YAML's own, and the one that resets.
  var hasTagThatGoes: Bool { tag.map { $0.hasPrefix("!!") || $0 == "!reset" } ?? false }
}
