// What stands between nodes: blanks, comments, line breaks.
extension SpanScanner {
  /// Whether `byte` is a blank.
  @inline(__always) func isBlank(_ byte: UInt8) -> Bool { byte == Mark.space || byte == Mark.tab }

  /// Whether `byte` is a blank or begins a line break.
  @inline(__always) func isBlankOrBreak(_ byte: UInt8) -> Bool {
    byte == Mark.space || byte == Mark.lineFeed || byte == Mark.carriageReturn || byte == Mark.tab
  }

  /// Whether nothing but a comment may follow at `offset`, which a blank stands before.
  @inline(__always) func isLineEnd(at offset: Int) -> Bool {
    let byte = source[offset]
    return byte == Mark.lineFeed || byte == Mark.carriageReturn || byte == Mark.comment
  }

  /// Whether a list's item begins at `offset`.
  @inline(__always) func isDash(at offset: Int) -> Bool {
    source[offset] == Mark.dash && isBlankOrBreak(source[offset &+ 1])
  }

  /// Whether `---` or `...` stands at `offset`, which begins a line.
  func isDocumentMarker(at offset: Int) -> Bool {
    let byte = source[offset]
    guard byte == Mark.dash || byte == Mark.dot else { return false }
    return source[offset &+ 1] == byte && source[offset &+ 2] == byte && isBlankOrBreak(source[offset &+ 3])
  }

  /// The first offset from `start` on that isn't a space.
  @inline(__always) func skippingSpaces(from start: Int) -> Int {
    var offset = start
    while true {
      let others = source.word(at: offset) ^ 0x2020_2020_2020_2020
      guard others == 0 else { return offset &+ others.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
  }

  /// The first offset from `start` on that is neither a space nor a tab.
  @inline(__always) func skippingBlanks(from start: Int) -> Int {
    var offset = start
    while isBlank(source[offset]) { offset &+= 1 }
    return offset
  }

  /// Where the line ends whose line feed is at `offset`: before the carriage return, if there is one.
  @inline(__always) func endOfLine(before offset: Int) -> Int {
    guard offset > 0, source[offset &- 1] == Mark.carriageReturn else { return min(offset, source.count) }
    return offset &- 1
  }

  /// Where the line begins after the line break at `offset`.
  @inline(__always) func lineAfterBreak(at offset: Int) -> Int {
    source[offset] == Mark.carriageReturn ? offset &+ 2 : offset &+ 1
  }

  /// Takes what may follow a node on its line: blanks, a comment, the line break.
  ///
  /// - Returns: where the next line begins.
  mutating func takeLineEnd(at start: Int) throws(Unfamiliar) -> Int {
    let offset = skippingBlanks(from: start)
    switch source[offset] {
    case Mark.lineFeed, Mark.carriageReturn: return lineAfterBreak(at: offset)
    case Mark.comment:
      guard isBlankOrBreak(source[offset &- 1]) else { throw Unfamiliar() }
      return takeComment(at: offset)
    default: throw Unfamiliar()
    }
  }

  /// Takes the comment at `start`.
  ///
  /// - Returns: where the next line begins.
  mutating func takeComment(at start: Int) -> Int {
    let lineFeed = source.nextLineFeed(from: start)
    comments.append(start, endOfLine(before: lineFeed))
    return lineFeed &+ 1
  }
}

extension UInt8 {
  /// Whether it may stand in the name of an anchor, as libyaml reads it.
  var isInName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
