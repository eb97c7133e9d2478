extension SpanScanner {
  /// Takes text without quotes, which begins at `start`, up to the end of its line.
  ///
  /// - Returns: where the next line begins.
  @inline(__always) mutating func takePlainText(at start: Int) throws(Unfamiliar) -> Int {
    let stop = plainTextStop(from: start)
    try append(.scalar, start, endOfText(from: start, before: stop), .plain)
    return try takeEnd(ofPlainTextAt: stop)
  }

  /// Takes a further line of the text without quotes that was taken last.
  mutating func continuePlainText(at start: Int) throws(Unfamiliar) -> Int {
    let stop = plainTextStop(from: start)
    lastEnd = endOfText(from: start, before: stop)
    let last = entries.count &- 1
    entries[last].end = UInt32(truncatingIfNeeded: lastEnd)
    entries[last].traits.insert(.isEncoded)
    return try takeEnd(ofPlainTextAt: stop)
  }

  /// Takes what text without quotes stops at.
  @inline(__always) mutating func takeEnd(ofPlainTextAt stop: Int) throws(Unfamiliar) -> Int {
    switch source[stop] {
    case Mark.lineFeed:
      endsInPlainText = true
      return stop &+ 1
    case Mark.comment:
      endsInPlainText = false
      return takeComment(at: stop)
    default: throw Unfamiliar()
    }
  }

  /// Whether text without quotes can begin at `offset` outside of brackets.
  @inline(__always) func beginsPlainText(at offset: Int) -> Bool {
    switch source[offset] {
    case Mark.dash, Mark.question, Mark.colon: !isBlankOrBreak(source[offset &+ 1])
    case let byte: !byte.isIndicator
    }
  }

  /// Where text without quotes stops on its line: at a colon before a blank, a comment after one, or the line feed.
  @inline(__always) func plainTextStop(from start: Int) -> Int {
    var offset = start
    while true {
      let marks = ByteMarks(in: source.word(at: offset))
        .marking(Mark.lineFeed).marking(Mark.comment).marking(Mark.colon)
      offset &+= marks.first
      guard marks.first < 8 else { continue }
      switch source[offset] {
      case Mark.colon: if isBlankOrBreak(source[offset &+ 1]) { return offset }
      case Mark.comment: if offset > start, isBlank(source[offset &- 1]) { return offset }
      default: return offset
      }
      offset &+= 1
    }
  }

  /// Where the text ends that begins at `start`, without the blanks and the carriage return before `stop`.
  @inline(__always) func endOfText(from start: Int, before stop: Int) -> Int {
    var end = stop
    while end > start, isBlankOrBreak(source[end &- 1]) { end &-= 1 }
    return end
  }
}

extension UInt8 {
  /// Whether no text without quotes begins with it: an indicator other than `-`, `?` and `:`, a blank or a break.
  @inline(__always) fileprivate var isIndicator: Bool {
    switch self {
    case Mark.comma, Mark.openBracket, Mark.closeBracket, Mark.openBrace, Mark.closeBrace, Mark.comment, Mark.anchor,
      Mark.alias, Mark.tag, Mark.literal, Mark.folded, Mark.singleQuote, Mark.doubleQuote, Mark.directive, Mark.at,
      Mark.backtick, Mark.space, Mark.tab, Mark.lineFeed, Mark.carriageReturn:
      true
    default: false
    }
  }
}
