extension [UInt8] {
  /// The first byte that is no part of well-formed UTF-8.
  ///
  /// - Complexity: O(*n*).
  var firstByteThatIsNotUTF8: Int? {
    var offset = 0
    while offset < count {
      if self[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = lengthOfScalar(at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the well-formed scalar of several bytes at `offset`, or 0.
  private func lengthOfScalar(at offset: Int) -> Int {
    let lead = self[offset]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= count, second.contains(self[offset + 1]) else { return 0 }
    return self[offset + 2..<offset + length].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
