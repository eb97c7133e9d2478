internal import SourceDiagnostics

extension EditPlanner {
  /// Moves the lines of a block collection's entry, with the comment lines directly above it.
  mutating func moveLines(
    _ site: EditSite,
    to place: EntryPlace,
    in collection: YAMLNode,
    _ edit: Edit
  ) throws(EditRefusal) {
    let rows = BlockRows(of: collection, isAtRoot: site.grandparent == nil, layout)
    let moved = try rows.row(site.ordinal, edit)
    let neighbour = try rows.row(place.neighbour, edit)
    try checkEnd(site, movedTo: place, rows, edit)
    let text = bytes.text(moved.bytes)
    let lineBreak = layout.lineBreak(near: neighbour.bytes.lowerBound)
    let indentation = String(repeating: " ", count: layout.column(of: neighbour.bytes.lowerBound))
    let gap = String(repeating: lineBreak, count: rows.blankLinesBetween())
    splice(rows.cut(site.ordinal, moved), "", edit)
    switch place {
    case .before:
      let start = neighbour.bytes.lowerBound
      splice(start..<start, text + lineBreak + (moved.keepsBlankLines ? "" : gap) + indentation, edit)
    case .after:
      let end = neighbour.bytes.upperBound
      splice(end..<end, lineBreak + (neighbour.keepsBlankLines ? "" : gap) + indentation + text, edit)
      // Blank lines that came to stand below text which keeps them would become part of it.
      let next = bytes.lineAfter(end)
      if moved.keepsBlankLines { splice(next..<bytes.startOfLine(afterBlankLinesFrom: next), "", edit) }
    }
  }

  /// Refuses what would give text that is written line by line a break at its end, or take it away.
  private func checkEnd(
    _ site: EditSite,
    movedTo place: EntryPlace,
    _ rows: BlockRows,
    _ edit: Edit
  ) throws(EditRefusal) {
    let last = rows.count - 1
    guard site.ordinal == last || place.ordinal == rows.count else { return }
    let old = try rows.row(last, edit)
    guard old.bytes.upperBound == bytes.count else { return }
    let new = try rows.row(site.ordinal == last ? last - 1 : site.ordinal, edit)
    guard old.endsInBreak || new.endsInBreak else { return }
    throw .missingLineBreak(site.node, edit)
  }
}

/// The entries of a block collection, each with its lines.
struct BlockRows {
  /// How many there are.
  let count: Int
  private let collection: YAMLNode
  private let isAtRoot: Bool
  private let layout: SourceLayout
  private let last: [YAMLNode]

  /// One entry.
  struct Row {
    /// From its head comment, dash or key to the end of its last line, without the first line's indentation.
    var bytes: Range<Int>
    /// Whether only blanks stand before it on its line.
    var isFirstOnLine: Bool
    /// Whether it ends in text that takes in the blank lines below.
    var keepsBlankLines: Bool
    /// Whether it ends in text whose last line break counts.
    var endsInBreak: Bool
  }

  init(of collection: YAMLNode, isAtRoot: Bool, _ layout: SourceLayout) {
    self.collection = collection
    self.isAtRoot = isAtRoot
    self.layout = layout
    last = collection.kind == .mapping ? collection.pairs.map(\.value) : collection.items
    count = last.count
  }

  /// The entry numbered `ordinal`; refused where a tab indents it.
  func row(_ ordinal: Int, _ edit: Edit) throws(EditRefusal) -> Row {
    let start = layout.start(ofEntry: ordinal, in: collection)
    guard !layout.hasTab(before: start) else { throw .tab(at: start, in: collection.storage, edit) }
    return row(ordinal, from: start)
  }

  private func row(_ ordinal: Int, from start: Int) -> Row {
    let column = layout.column(of: start)
    let end = layout.endOfLines(after: layout.end(ofEntry: ordinal, in: collection), column: column)
    let isFirstOnLine = layout.isFirstOnLine(start)
    let head = isFirstOnLine ? layout.head(ofEntry: ordinal, in: collection, isAtRoot: isAtRoot) : nil
    let first = head?.lowerBound ?? start
    let besideDash = isFirstOnLine && ordinal == 0 ? layout.headBesideDash(above: first) : nil
    let header = layout.header(ofTextAtEndOf: last[ordinal])
    return Row(
      bytes: (besideDash ?? first)..<end,
      isFirstOnLine: isFirstOnLine && besideDash == nil,
      keepsBlankLines: header.contains(UInt8(ascii: "+")),
      endsInBreak: !header.isEmpty && !header.contains(Mark.dash)
    )
  }

  /// How many blank lines stand at least between any two of the first entries.
  func blankLinesBetween() -> Int {
    var least: Int?
    var before = row(0, from: layout.start(ofEntry: 0, in: collection))
    for ordinal in 1..<min(count, 32) {
      if !before.keepsBlankLines {
        let blank = layout.blankLines(from: layout.bytes.lineAfter(before.bytes.upperBound))
        guard blank > 0 else { return 0 }
        least = min(least ?? blank, blank)
      }
      before = row(ordinal, from: layout.start(ofEntry: ordinal, in: collection))
    }
    return least ?? 0
  }

  /// What goes where the entry numbered `ordinal` leaves: its lines, and blank lines that separated it.
  func cut(_ ordinal: Int, _ row: Row) -> Range<Int> {
    let bytes = layout.bytes
    let next = bytes.lineAfter(row.bytes.upperBound)
    guard ordinal > 0 else {
      let start = bytes.lineStart(of: row.bytes.lowerBound)
      return row.isFirstOnLine
        ? start..<bytes.startOfLine(afterBlankLinesFrom: next)
        : row.bytes.lowerBound..<bytes.skippingBlankLines(from: next)
    }
    let start = bytes.lineStart(of: row.bytes.lowerBound)
    let previous = self.row(ordinal - 1, from: layout.start(ofEntry: ordinal - 1, in: collection))
    let separated = layout.startOfBlankLines(above: start, notBefore: bytes.lineAfter(previous.bytes.upperBound))
    let isLast = ordinal == count - 1
    let isFollowedByBlankLine = layout.blankLines(from: next) > 0
    let lower = isLast || isFollowedByBlankLine ? separated : start
    let upper = previous.keepsBlankLines && !isLast ? bytes.startOfLine(afterBlankLinesFrom: next) : next
    let endsFile = next == row.bytes.upperBound
    return lower - (endsFile ? layout.breakLength(before: lower) : 0)..<upper
  }
}

extension SourceLayout {
  /// `|` or `>` and what follows of the text in which `node` ends; empty if it ends in none.
  func header(ofTextAtEndOf node: YAMLNode) -> ArraySlice<UInt8> {
    let leaf = YAMLNode(storage: storage, index: storage.tape.next(after: node.index) - 1)
    guard leaf.style.isBlockScalar else { return [] }
    return bytes[leaf.bytes.lowerBound..<bytes.endOfHeader(at: leaf.bytes.lowerBound)]
  }
}
