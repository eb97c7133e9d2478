extension SourceLayout {
  /// The comment lines directly above the entry numbered `ordinal`, at its column, from the first `#` to the entry.
  ///
  /// Nil where there are none. Those that begin the file speak of all of it, not of its first key.
  func head(ofEntry ordinal: Int, in collection: YAMLNode, isAtRoot: Bool) -> Range<Int>? {
    let start = start(ofEntry: ordinal, in: collection)
    let lines = headLines(ofEntry: ordinal, in: collection, start)
    guard !lines.isEmpty, !(isAtRoot && ordinal == 0 && beginsFile(lines.lowerBound)) else { return nil }
    return lines.lowerBound + column(of: start)..<start
  }

  /// Where a comment begins that stands between a dash and the line of `offset`, in the column of `offset`.
  func headBesideDash(above offset: Int) -> Int? {
    let line = bytes.lineStart(of: offset)
    let above = bytes.lineStart(of: line - breakLength(before: line))
    let text = above + column(of: offset)
    guard text < line, isComment(at: text), bytes[above..<text].contains(Mark.dash) else { return nil }
    return bytes[above..<text].allSatisfy { $0 == Mark.space || $0 == Mark.dash } ? text : nil
  }

  /// The comment lines that speak of the whole file and stand directly above the entry, without the last line break.
  func heading(of ordinal: Int, in collection: YAMLNode, isAtRoot: Bool) -> Range<Int>? {
    let lines = headLines(ofEntry: ordinal, in: collection, start(ofEntry: ordinal, in: collection))
    guard isAtRoot, ordinal == 0, !lines.isEmpty, beginsFile(lines.lowerBound) else { return nil }
    return lines.lowerBound..<lines.upperBound - breakLength(before: lines.upperBound)
  }

  private func headLines(ofEntry ordinal: Int, in collection: YAMLNode, _ start: Int) -> Range<Int> {
    let limit = ordinal > 0 ? bytes.lineAfter(end(ofEntry: ordinal - 1, in: collection)) : 0
    let line = bytes.lineStart(of: start)
    return min(startOfHead(of: start, notBefore: limit), line)..<line
  }

  /// Whether no comment stands above the line that begins at `line`, but for blank lines between.
  private func beginsFile(_ line: Int) -> Bool {
    let above = startOfBlankLines(above: line, notBefore: bytes.textStart)
    guard above > bytes.textStart else { return true }
    let previous = bytes.lineStart(of: above - breakLength(before: above))
    return !isComment(at: bytes.skippingBlanks(from: previous))
  }

  /// How many blank lines follow each other from `line` on, where a line begins.
  func blankLines(from line: Int) -> Int {
    var count = 0
    var line = line
    while true {
      let text = bytes.skippingBlanks(from: line)
      let length = bytes.lineBreak(at: text)
      guard length > 0 else { return count }
      count += 1
      line = text + length
    }
  }

  /// Where the blank lines begin that end where the line `line` begins.
  func startOfBlankLines(above line: Int, notBefore limit: Int) -> Int {
    var first = line
    while first > max(limit, bytes.textStart) {
      let above = bytes.lineStart(of: first - breakLength(before: first))
      guard above >= limit, bytes.lineBreak(at: bytes.skippingBlanks(from: above)) > 0 else { return first }
      first = above
    }
    return first
  }
}
