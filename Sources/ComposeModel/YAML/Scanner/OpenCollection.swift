/// A collection that hasn't ended yet, or the document that holds them all.
struct OpenCollection {
  /// What it is.
  enum Kind: UInt8 {
    case document
    case sequence
    case mapping
  }

  /// Its place on the tape.
  var index: UInt32 = 0
  /// The column of its keys or dashes; deeper than any line for one in brackets, less deep for the document.
  var column: Int32 = -1
  /// How many prints of keys stood before its own.
  var firstPrint: UInt32 = 0
  /// Where nothing stands, if the node that is awaited doesn't come.
  var placeOfNothing: UInt32 = 0
  /// What it is.
  var kind = Kind.document
  /// Whether the node of its last entry, or the document's root, hasn't come yet.
  var awaitsNode = true
}

extension SpanScanner {
  /// Ends the collections that a line with text at `column` doesn't go on with.
  @inline(__always) mutating func endCollections(at column: Int, isDash: Bool) throws(Unfamiliar) {
    while Int(innermost.column) > column { try endInnermost() }
    // A list may stand at its key's own column: then the next key ends it.
    if innermost.kind == .sequence, Int(innermost.column) == column, !isDash { try endInnermost() }
  }

  private mutating func endInnermost() throws(Unfamiliar) {
    if innermost.awaitsNode { try appendNothing() }
    endInnermost(at: lastEnd)
  }

  /// Ends the innermost collection.
  mutating func endInnermost(at end: Int) {
    let index = Int(innermost.index)
    if innermost.kind == .mapping { keys.end(index, from: Int(innermost.firstPrint)) }
    entries[index].end = UInt32(truncatingIfNeeded: end)
    entries[index].link = UInt32(truncatingIfNeeded: entries.count)
    lastEnd = end
    innermost = outer.removeLast()
  }

  /// Begins a collection whose place is its own already.
  mutating func begin(_ kind: OpenCollection.Kind, at start: Int, column: Int, _ style: YAMLStyle) throws(Unfamiliar) {
    let index = entries.count
    try append(kind == .mapping ? .mapping : .sequence, start, start, style)
    outer.append(innermost)
    innermost = OpenCollection(
      index: UInt32(truncatingIfNeeded: index),
      column: Int32(truncatingIfNeeded: column),
      firstPrint: UInt32(truncatingIfNeeded: keys.count),
      kind: kind,
      awaitsNode: false
    )
    tape.depth = max(tape.depth, outer.count)
    guard outer.count <= limits.depth else { throw Unfamiliar() }
  }

  /// Takes the place of a node for what begins at `column`, deeper than what awaits it.
  @inline(__always) mutating func claimPlace(at column: Int) throws(Unfamiliar) {
    guard innermost.awaitsNode, column > Int(innermost.column) else { throw Unfamiliar() }
    takeClaimedPlace()
  }

  /// Takes the place of a node for a list, which may begin at its key's own column.
  mutating func claimPlaceOfList(at column: Int) throws(Unfamiliar) {
    let first = Int(innermost.column) + (innermost.kind == .mapping ? 0 : 1)
    guard innermost.awaitsNode, column >= first else { throw Unfamiliar() }
    takeClaimedPlace()
  }

  @inline(__always) private mutating func takeClaimedPlace() {
    innermost.awaitsNode = false
    if innermost.kind == .document { tape.roots.append(entries.count) }
  }

  /// Notes that the node of the last entry isn't on its line; nothing stands at `place` so far.
  @inline(__always) mutating func awaitNode(at place: Int) {
    innermost.awaitsNode = true
    innermost.placeOfNothing = UInt32(truncatingIfNeeded: properties.isEmpty ? place : properties.end)
  }

  /// Takes the node that was awaited, and doesn't come.
  mutating func appendNothing() throws(Unfamiliar) {
    innermost.awaitsNode = false
    let place = Int(innermost.placeOfNothing)
    try append(.scalar, place, place, .plain)
  }

  /// Puts a mapping's key on the tape.
  @inline(__always) mutating func appendKey(
    _ start: Int,
    _ end: Int,
    _ style: YAMLStyle,
    _ traits: Tape.Traits
  ) throws(Unfamiliar) {
    let inset = style == .plain ? 0 : 1
    let isEncoded = traits == .isEncoded
    keys.append(entries.count, of: innermost.index, start &+ inset, end &- inset, isEncoded: isEncoded, in: source)
    try append(.scalar, start, end, style, traits)
  }

  /// Puts a node on the tape.
  @inline(__always) mutating func append(
    _ kind: YAMLNode.Kind,
    _ start: Int,
    _ end: Int,
    _ style: YAMLStyle,
    _ traits: Tape.Traits = []
  ) throws(Unfamiliar) {
    let entry = Tape.Entry(
      start: UInt32(truncatingIfNeeded: start),
      end: UInt32(truncatingIfNeeded: end),
      link: Tape.Entry.none,
      kind: kind,
      style: style,
      traits: traits
    )
    lastEnd = end
    guard entries.append(entry) else { throw Unfamiliar(isForWantOfRoom: true) }
    if !properties.isEmpty { attachProperties() }
  }
}
