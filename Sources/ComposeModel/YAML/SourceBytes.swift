/// The bytes that YAML's grammar names.
enum Mark {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let comment = UInt8(ascii: "#")
  static let dash = UInt8(ascii: "-")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let question = UInt8(ascii: "?")
  static let anchor = UInt8(ascii: "&")
  static let alias = UInt8(ascii: "*")
  static let tag = UInt8(ascii: "!")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let literal = UInt8(ascii: "|")
  static let folded = UInt8(ascii: ">")
  static let less = UInt8(ascii: "<")
  static let plus = UInt8(ascii: "+")
  static let singleQuote = UInt8(ascii: "'")
  static let doubleQuote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let directive = UInt8(ascii: "%")
  static let dot = UInt8(ascii: ".")
  static let at = UInt8(ascii: "@")
  static let backtick = UInt8(ascii: "`")
}

extension [UInt8] {
  /// The byte at `offset`; nil beyond the end.
  func byte(at offset: Int) -> UInt8? { indices.contains(offset) ? self[offset] : nil }

  /// The length of the line break at `offset`; 0 where there is none.
  ///
  /// Breaks are those of YAML 1.1, as libyaml reads.
  func lineBreak(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case Mark.lineFeed: return 1
    case Mark.carriageReturn: return byte(at: offset + 1) == Mark.lineFeed ? 2 : 1
    case 0xC2: return byte(at: offset + 1) == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator = byte(at: offset + 1) == 0x80 && [0xA8, 0xA9].contains(byte(at: offset + 2))
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  /// Where the line of `offset` ends, before its line break.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < count, lineBreak(at: end) == 0 { end += 1 }
    return end
  }

  /// Where the text begins, after a byte order mark.
  var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where the line of `offset` begins, after a byte order mark.
  func lineStart(of offset: Int) -> Int {
    let first = textStart
    var start = Swift.min(offset, count)
    while start > first, self[start - 1] != Mark.lineFeed, self[start - 1] != Mark.carriageReturn { start -= 1 }
    return start
  }

  /// Where the next line begins.
  func lineAfter(_ offset: Int) -> Int {
    let end = lineEnd(from: offset)
    return end + lineBreak(at: end)
  }

  /// The first offset from `offset` on that isn't a space or, with tabs, a tab.
  func skippingBlanks(from offset: Int) -> Int {
    var end = offset
    while end < count, self[end] == Mark.space || self[end] == Mark.tab { end += 1 }
    return end
  }

  /// The first offset from `offset` on that is neither blank, nor a line break, nor in a comment.
  ///
  /// `offset` must not lie within a scalar.
  func skippingGap(from offset: Int) -> Int {
    var end = offset
    while true {
      end = skippingBlanks(from: end)
      guard end < count else { return end }
      if self[end] == Mark.comment {
        end = lineEnd(from: end)
      } else if lineBreak(at: end) > 0 {
        end += lineBreak(at: end)
      } else {
        return end
      }
    }
  }

  /// The text of `range`, which is UTF-8.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
