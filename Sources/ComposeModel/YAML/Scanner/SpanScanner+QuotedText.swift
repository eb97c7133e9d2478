/// Text in quotes, as far as its end.
struct QuotedText {
  /// Behind the closing quote.
  var end: Int
  /// Which quotes.
  var style: YAMLStyle
  /// Whether it isn't read as it is written.
  var traits: Tape.Traits = []
  /// Whether it goes over several lines.
  var hasLineBreak = false
}

extension SpanScanner {
  /// Looks for the end of the text whose quote opens at `start`.
  func quotedText(at start: Int) throws(Unfamiliar) -> QuotedText {
    source[start] == Mark.doubleQuote ? try doubleQuotedText(at: start) : try singleQuotedText(at: start)
  }

  private func singleQuotedText(at start: Int) throws(Unfamiliar) -> QuotedText {
    var text = QuotedText(end: start &+ 1, style: .singleQuoted)
    while true {
      text.end = next(Mark.singleQuote, orLineFeedFrom: text.end)
      if source[text.end] == Mark.lineFeed {
        try takeLineBreak(of: &text)
      } else if source[text.end &+ 1] == Mark.singleQuote {
        text.traits = .isEncoded
        text.end &+= 2
      } else {
        text.end &+= 1
        return text
      }
    }
  }

  private func doubleQuotedText(at start: Int) throws(Unfamiliar) -> QuotedText {
    var text = QuotedText(end: start &+ 1, style: .doubleQuoted)
    while true {
      text.end = next(Mark.doubleQuote, Mark.backslash, orLineFeedFrom: text.end)
      switch source[text.end] {
      case Mark.lineFeed: try takeLineBreak(of: &text)
      case Mark.backslash:
        text.traits = .isEncoded
        text.end = try endOfEscape(at: text.end)
      default:
        text.end &+= 1
        return text
      }
    }
  }

  private func takeLineBreak(of text: inout QuotedText) throws(Unfamiliar) {
    text.end &+= 1
    guard text.end <= source.count, !isDocumentMarker(at: text.end) else { throw Unfamiliar() }
    text.hasLineBreak = true
    text.traits = .isEncoded
  }

  /// Behind the escape whose backslash stands at `offset`; at its line feed where it escapes a line break.
  private func endOfEscape(at offset: Int) throws(Unfamiliar) -> Int {
    switch source[offset &+ 1] {
    case Mark.lineFeed, Mark.carriageReturn: return offset &+ 1
    case UInt8(ascii: "x"): return try endOfHexadecimal(from: offset &+ 2, digits: 2)
    case UInt8(ascii: "u"): return try endOfHexadecimal(from: offset &+ 2, digits: 4)
    case UInt8(ascii: "U"): return try endOfHexadecimal(from: offset &+ 2, digits: 8)
    case let letter where ScalarText.meaning(ofEscape: letter) != nil: return offset &+ 2
    default: throw Unfamiliar()
    }
  }

  private func endOfHexadecimal(from start: Int, digits: Int) throws(Unfamiliar) -> Int {
    var value: UInt32 = 0
    for offset in start..<start &+ digits {
      guard let digit = source[offset].hexadecimalDigit else { throw Unfamiliar() }
      value = value << 4 | UInt32(digit)
    }
    guard Unicode.Scalar(value) != nil else { throw Unfamiliar() }
    return start &+ digits
  }

  @inline(__always) private func next(_ mark: UInt8, _ other: UInt8? = nil, orLineFeedFrom start: Int) -> Int {
    var offset = start
    while true {
      var marks = ByteMarks(in: source.word(at: offset)).marking(Mark.lineFeed).marking(mark)
      if let other { marks = marks.marking(other) }
      offset &+= marks.first
      if marks.first < 8 { return offset }
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
