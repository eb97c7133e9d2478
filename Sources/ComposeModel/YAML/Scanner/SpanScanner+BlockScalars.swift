extension SpanScanner {
  /// Takes text line by line after the `|` or `>` at `start`.
  ///
  /// - Returns: where the next line begins that isn't part of it.
  mutating func takeBlockScalar(at start: Int) throws(Unfamiliar) -> Int {
    guard innermost.kind != .document else { throw Unfamiliar() }
    let chomping = source[start &+ 1]
    let keepsBreaks = chomping == Mark.plus
    // A digit for the indentation isn't known here.
    let header = keepsBreaks || chomping == Mark.dash ? start &+ 2 : start &+ 1
    let style: YAMLStyle = source[start] == Mark.literal ? .literal : .folded
    var line = try takeLineEnd(at: header)
    var end = header
    var indentation: Int?
    var widestBlank = 0
    lines: while line < source.count {
      let text = skippingSpaces(from: line)
      let width = text &- line
      switch source[text] {
      case Mark.lineFeed, Mark.carriageReturn:
        guard text < source.count || width == 0 else { throw Unfamiliar() }
        if let indentation, width > indentation { end = text }
        if indentation == nil { widestBlank = max(widestBlank, width) }
        line = lineAfterBreak(at: text)
        continue
      case Mark.tab: guard let indentation, width >= indentation else { throw Unfamiliar() }
      default: break
      }
      guard width >= indentation ?? (Int(innermost.column) &+ 1) else { break lines }
      if indentation == nil {
        guard width >= widestBlank else { throw Unfamiliar() }
        indentation = width
      }
      let lineFeed = source.nextLineFeed(from: text)
      end = endOfLine(before: lineFeed)
      line = lineFeed &+ 1
    }
    line = min(line, source.count)
    if keepsBreaks { end = max(header, endOfBreak(before: line)) }
    try append(.scalar, start, end, style, .isEncoded)
    return line
  }

  /// Where the line break begins that ends at `line`; `line` itself where there is none.
  private func endOfBreak(before line: Int) -> Int {
    source[line &- 1] == Mark.lineFeed ? endOfLine(before: line &- 1) : line
  }
}
