/// The nodes of a file in the order in which they begin, each with its place in the source.
///
/// A collection's entry is followed by its children's; `next` leads past them all. A mapping's children are key, value,
/// key, value.
struct Tape: Sendable {
  /// One node: 20 bytes.
  struct Entry: Sendable {
    /// Where its own text begins, after its anchor and tag.
    var start: UInt32
    /// Where its own text ends.
    var end: UInt32
    /// The index of the first entry that isn't part of it.
    var next: UInt32
    /// What an alias stands for, or a scalar's place in ``Tape/decoded``; ``none`` otherwise.
    var detail: UInt32
    /// What it is.
    var kind: YAMLNode.Kind
    /// How it is written.
    var style: YAMLStyle

    /// No detail.
    static let none = UInt32.max
  }

  /// All nodes.
  var entries: [Entry] = []
  /// The texts of those scalars that aren't in the source as they are read: escapes, folded lines, block scalars.
  var decoded: [String] = []
  /// The anchors and tags, by the index of their node.
  var properties: [Int: NodeProperties] = [:]
  /// The index of each document's root.
  var roots: [Int] = []

  /// The bytes of the node at `index`, without its anchor and tag.
  func bytes(of index: Int) -> Range<Int> { Int(entries[index].start)..<Int(entries[index].end) }

  /// The index after the node at `index` and all it holds.
  func next(after index: Int) -> Int { Int(entries[index].next) }

  /// The indices of the children of the node at `index`, in order.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    let end = next(after: index)
    while child < end {
      children.append(child)
      child = next(after: child)
    }
    return children
  }

  /// What the alias at `index` stands for.
  func target(of index: Int) -> Int? {
    let entry = entries[index]
    return entry.kind == .alias && entry.detail != Entry.none ? Int(entry.detail) : nil
  }
}

/// An anchor and a tag before a node, and where they stand.
struct NodeProperties: Sendable, Hashable {
  /// The name after `&`.
  var anchor: String?
  /// The tag, `!!` for YAML's own.
  var tag: String?
  /// Where the anchor stands, `&` included.
  var anchorBytes: Range<Int>?
  /// Where the tag stands.
  var tagBytes: Range<Int>?

  /// Where the first of both begins.
  var start: Int? { [anchorBytes?.lowerBound, tagBytes?.lowerBound].compactMap(\.self).min() }
}
