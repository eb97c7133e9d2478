/// What a first look at a file's text finds.
enum TextCheck: Equatable {
  /// UTF-8 whose lines end in line feeds, with or without carriage returns, and no control characters but tabs.
  case familiar
  /// UTF-8 with characters that libyaml has to judge: control characters, other line breaks, byte order marks.
  case unfamiliar
  /// The byte at an offset is no part of well-formed UTF-8.
  case notUTF8(at: Int)
}

extension ScanBuffer {
  /// Where the text begins, after a byte order mark.
  var textStart: Int { self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? 3 : 0 }

  /// Looks at every byte from `start` on.
  ///
  /// - Complexity: O(*n*); many bytes at a time where they are ASCII.
  func textCheck(from start: Int) -> TextCheck {
    var offset = start
    var isFamiliar = true
    while offset < count {
      if holdsPrintableASCII(at: offset) {
        offset &+= 64
        continue
      }
      let end = min(offset &+ 64, count)
      while offset < end {
        let length = lengthOfScalar(at: offset)
        guard length > 0 else { return .notUTF8(at: offset) }
        isFamiliar = isFamiliar && isFamiliarScalar(at: offset, length: length)
        offset &+= length
      }
    }
    return isFamiliar ? .familiar : .unfamiliar
  }

  private func isFamiliarScalar(at offset: Int, length: Int) -> Bool {
    switch (self[offset], length) {
    case (Mark.tab, _), (Mark.lineFeed, _), (Mark.space...0x7E, _): true
    case (Mark.carriageReturn, _): offset + 1 < count && self[offset + 1] == Mark.lineFeed
    case (_, 1): false
    // U+0080 to U+009F are control characters, U+0085 among them a line break.
    case (0xC2, 2): self[offset + 1] >= 0xA0
    // U+2028 and U+2029 break lines.
    case (0xE2, 3): self[offset + 1] != 0x80 || (self[offset + 2] != 0xA8 && self[offset + 2] != 0xA9)
    // U+FEFF is a byte order mark, U+FFFE and U+FFFF aren't characters.
    case (0xEF, 3):
      !(self[offset + 1] == 0xBB && self[offset + 2] == 0xBF) && !(self[offset + 1] == 0xBF && self[offset + 2] >= 0xBE)
    default: true
    }
  }

  /// The length of the well-formed scalar at `offset`, or 0.
  private func lengthOfScalar(at offset: Int) -> Int {
    let length: Int
    let second: ClosedRange<UInt8>
    switch self[offset] {
    case 0...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    // The line feeds behind the last byte continue no scalar.
    guard second.contains(self[offset + 1]) else { return 0 }
    return (offset + 2..<offset + length).allSatisfy { self[$0] & 0xC0 == 0x80 } ? length : 0
  }
}
