/// How nodes lie on their lines: what an edit needs to know about the source around them.
struct SourceLayout {
  let storage: DocumentStorage

  var bytes: [UInt8] { storage.bytes }

  /// Where the pair or item numbered `ordinal` begins: its dash, `?`, anchor, tag or key.
  func start(ofEntry ordinal: Int, in collection: YAMLNode) -> Int {
    let own = collection.bytes
    guard ordinal > 0 else {
      return collection.isBracketed ? bytes.skippingGap(from: own.lowerBound + 1) : own.lowerBound
    }
    let offset = bytes.skippingGap(from: end(ofEntry: ordinal - 1, in: collection))
    guard collection.isBracketed, bytes.byte(at: offset) == Mark.comma else { return offset }
    return bytes.skippingGap(from: offset + 1)
  }

  /// Where the pair or item numbered `ordinal` ends.
  func end(ofEntry ordinal: Int, in collection: YAMLNode) -> Int {
    let node = collection.entry(at: ordinal).value
    let properties = storage.tape.properties(of: node.index)
    return max(node.bytes.upperBound, properties?.anchorBytes?.upperBound ?? 0, properties?.tagBytes?.upperBound ?? 0)
  }

  /// The column of the byte at `offset`, counted from 0.
  func column(of offset: Int) -> Int { offset - bytes.lineStart(of: offset) }

  /// What stands before `offset` on its line.
  func prefix(of offset: Int) -> ArraySlice<UInt8> { bytes[bytes.lineStart(of: offset)..<offset] }

  /// Whether nothing but blanks stands before `offset` on its line.
  func isFirstOnLine(_ offset: Int) -> Bool { prefix(of: offset).allSatisfy { $0 == Mark.space || $0 == Mark.tab } }

  /// Whether a tab stands before `offset` on its line.
  func hasTab(before offset: Int) -> Bool { prefix(of: offset).contains(Mark.tab) }

  /// The line break in use at `offset`; that of the whole file where its line has none.
  func lineBreak(near offset: Int) -> String {
    for place in [offset, bytes.textStart] {
      let end = bytes.lineEnd(from: place)
      let length = bytes.lineBreak(at: end)
      if length > 0 { return bytes.text(end..<end + length) }
    }
    return "\n"
  }

  /// Where the lines end that belong to what ends at `end` in block style, before the last one's break.
  ///
  /// The comment beside it belongs to it, and comment lines directly below that are indented deeper than `column`.
  func endOfLines(after end: Int, column: Int) -> Int {
    var last = bytes.lineEnd(from: end)
    while true {
      let next = last + bytes.lineBreak(at: last)
      let text = bytes.skippingBlanks(from: next)
      guard next > last, text - next > column, isComment(at: text) else { return last }
      last = bytes.lineEnd(from: text)
    }
  }

  /// Whether text written line by line could end in the line of `offset`, for an entry at `column`.
  ///
  /// It can't where no line break ends it, and where it would take in a comment below.
  func hasRoomForBlockScalar(at offset: Int, column: Int) -> Bool {
    let end = bytes.lineEnd(from: offset)
    var line = end + bytes.lineBreak(at: end)
    guard line > end else { return false }
    while true {
      let text = bytes.skippingBlanks(from: line)
      guard bytes.lineBreak(at: text) > 0 else { return !isComment(at: text) || text - line <= column }
      line = text + bytes.lineBreak(at: text)
    }
  }

  /// Where the comment lines begin that stand directly above the entry at `start`, at its column.
  func startOfHead(of start: Int, notBefore limit: Int) -> Int {
    let column = column(of: start)
    var first = bytes.lineStart(of: start)
    while first > max(limit, bytes.textStart) {
      let above = bytes.lineStart(of: first - breakLength(before: first))
      let text = above + column
      guard above >= limit, bytes.skippingBlanks(from: above) == text, isComment(at: text) else { return first }
      first = above
    }
    return first
  }

  /// The length of the line break before `offset`, which begins a line.
  func breakLength(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    if offset > 1, bytes[offset - 1] == Mark.lineFeed, bytes[offset - 2] == Mark.carriageReturn { return 2 }
    return bytes[offset - 1] == Mark.lineFeed || bytes[offset - 1] == Mark.carriageReturn ? 1 : 0
  }

  /// Whether a blank line stands between what ends at `end` and what begins at `start`.
  func hasBlankLine(from end: Int, to start: Int) -> Bool {
    var line = bytes.lineAfter(end)
    while line < start {
      let text = bytes.skippingBlanks(from: line)
      if text < start, bytes.lineBreak(at: text) > 0 { return true }
      line = bytes.lineAfter(line)
    }
    return false
  }

  /// Whether a comment begins at `offset`.
  func isComment(at offset: Int) -> Bool { storage.comments.first(in: offset..<offset + 1) != nil }
}

extension YAMLNode {
  /// Whether brackets are written around it: a collection in flow style but not a single pair within a list.
  var isBracketed: Bool {
    guard style == .flow, let first = storage.bytes.byte(at: bytes.lowerBound) else { return false }
    return kind == .sequence ? first == Mark.openBracket : kind == .mapping && first == Mark.openBrace
  }
}
