import ComposeModel

/// The bytes that an edit may touch: from the end of the text before what it names to the start of the text after it.
struct Territory {
  private let range: Range<Int>

  /// Nil where what the edit names can't be found.
  init?(_ edit: Edit, _ document: Int, _ source: ComposeDocument) {
    var path = edit.path
    switch edit {
    // A new or moved entry may stand anywhere in its collection.
    case .insert, .move: path = path.parent ?? .root
    case .set, .append, .rename, .remove, .comment: break
    }
    let root = source.roots[document]
    var node = root
    var before = document > 0 ? source.roots[document - 1].bytes.upperBound : 0
    var after = document + 1 < source.roots.count ? source.roots[document + 1].bytes.lowerBound : source.bytes.count
    for step in path.components {
      switch step {
      case .index(let index):
        guard node.kind == .sequence, node.items.indices.contains(index) else { return nil }
        let items = node.items
        if index > 0 { before = items[index - 1].bytes.upperBound }
        if index + 1 < items.count { after = items[index + 1].bytes.lowerBound }
        node = items[index]
      case .key(let key):
        let pairs = node.pairs
        guard node.kind == .mapping, let index = pairs.firstIndex(where: { $0.key.text == key }) else { return nil }
        if index > 0 { before = max(pairs[index - 1].key.bytes.upperBound, pairs[index - 1].value.bytes.upperBound) }
        if index + 1 < pairs.count { after = pairs[index + 1].key.bytes.lowerBound }
        node = pairs[index].value
      }
    }
    range = min(before, after)..<after
  }

  /// What changed outside of it.
  func difference(from old: [UInt8], to new: [UInt8]) -> String? {
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let shorter = min(old.count, new.count) - prefix
    let suffix = zip(old.reversed(), new.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    guard old != new else { return nil }
    // Bytes that stand on both sides of a change can be counted to either, so that both ends are tried.
    let backward = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let forward = min(prefix, min(old.count, new.count) - backward)
    let isWithin =
      prefix >= range.lowerBound && old.count - suffix <= range.upperBound
      || forward >= range.lowerBound && old.count - backward <= range.upperBound
      || prefix >= range.lowerBound && old.count - backward <= range.upperBound
    return isWithin ? nil : "bytes \(prefix)..<\(old.count - suffix) changed, outside of \(range)"
  }
}
