/// The nodes of a file in the order in which they begin, each with its place in the source.
///
/// A collection's entry is followed by its children's; `next` leads past them all. A mapping's children are key, value,
/// key, value.
struct Tape: Sendable, Equatable {
  /// One node, in 16 bytes.
  struct Entry: Sendable, Equatable {
    /// Where its own text begins, after its anchor and tag.
    var start: UInt32
    /// Where its own text ends.
    var end: UInt32
    /// For a collection, the index of the first entry that isn't part of it; for an alias, what it stands for.
    var link: UInt32
    /// What it is.
    var kind: YAMLNode.Kind
    /// How it is written.
    var style: YAMLStyle
    /// What else is to be known about it.
    var traits: Traits

    /// The link of a node that has none.
    static let none = UInt32.max

    /// Whether it holds other nodes.
    var isCollection: Bool { kind == .mapping || kind == .sequence }
  }

  /// What is true of some nodes.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Its text isn't in the source as it is read: it has escapes, several lines, or stands after `|` or `>`.
    static let isEncoded = Self(rawValue: 1)
    /// An anchor or a tag stands before it: see ``Tape/properties(of:)``.
    static let hasProperties = Self(rawValue: 2)
    /// What it reads as is in ``Tape/readings``.
    static let hasReading = Self(rawValue: 4)
  }

  /// All nodes.
  var entries: [Entry] = []
  /// Whether libyaml had to read the file, because the scanner didn't know a shape in it.
  var isJudged = false
  /// The indices of the aliases.
  var aliases: [Int] = []
  /// How deep collections nest.
  var depth = 0
  /// The index of each document's root.
  var roots: [Int] = []
  /// The texts of scalars that only libyaml reads.
  var readings: [Int: String] = [:]
  /// The anchors and tags, in the order of their nodes.
  var properties: [NodeProperties] = []

  /// The bytes of the node at `index`, without its anchor and tag.
  func bytes(of index: Int) -> Range<Int> { Int(entries[index].start)..<Int(entries[index].end) }

  /// The bytes of the scalar at `index` within its quotes.
  func plainBytes(of index: Int) -> Range<Int> {
    let own = bytes(of: index)
    return entries[index].style.isQuoted && own.count >= 2 ? own.lowerBound + 1..<own.upperBound - 1 : own
  }

  /// The index after the node at `index` and all it holds.
  func next(after index: Int) -> Int {
    let entry = entries[index]
    return entry.isCollection ? Int(entry.link) : index + 1
  }

  /// What the alias at `index` stands for.
  func target(of index: Int) -> Int? {
    let entry = entries[index]
    return entry.kind == .alias && entry.link != Entry.none ? Int(entry.link) : nil
  }

  /// Whether any of `nodes` is an alias.
  ///
  /// - Complexity: O(log *n*) in the number of aliases.
  func hasAliases(in nodes: Range<Int>) -> Bool {
    let place = aliases.firstPlace { $0 >= nodes.lowerBound }
    return place < aliases.count && aliases[place] < nodes.upperBound
  }

  /// The anchor and tag of the node at `index`.
  ///
  /// - Complexity: O(log *n*) in the number of nodes that have some.
  func properties(of index: Int) -> NodeProperties? {
    guard entries[index].traits.contains(.hasProperties) else { return nil }
    return properties(in: index..<index + 1).first
  }

  /// The anchors and tags of `nodes`.
  func properties(in nodes: Range<Int>) -> ArraySlice<NodeProperties> {
    let start = properties.firstPlace { $0.node >= nodes.lowerBound }
    return properties[start..<properties.firstPlace { $0.node >= nodes.upperBound }]
  }
}

/// An anchor and a tag before a node, and where they stand.
struct NodeProperties: Sendable, Hashable {
  /// The node's place on the tape.
  var node: Int
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

  /// Where the last of both ends.
  var end: Int? { [anchorBytes?.upperBound, tagBytes?.upperBound].compactMap(\.self).max() }
}
