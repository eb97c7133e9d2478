extension [UInt8] {
  /// Whether the bytes in `range` are those that `other` has in as many from `start` on.
  ///
  /// - Complexity: O(*n*), many bytes at a time.
  func holds(_ range: Range<Int>, asIn other: [UInt8], from start: Int) -> Bool {
    guard start >= 0, start + range.count <= other.count, range.upperBound <= count else { return false }
    // Both buffers are read only inside the closures, which keep the bytes alive.
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { others in
        guard let a = unsafe ScanBuffer(mine), let b = unsafe ScanBuffer(others) else { return range.isEmpty }
        return a.holds(range.lowerBound, asIn: b, from: start, count: range.count)
      }
    }
  }
}

extension ScanBuffer {
  /// Whether the `count` bytes from `own` on are those of `other` from `start` on.
  fileprivate func holds(_ own: Int, asIn other: ScanBuffer, from start: Int, count: Int) -> Bool {
    var place = 0
    while place &+ 64 <= count {
      var differences: UInt64 = 0
      // Without branches, so that the processor needn't wait for one word to look at the next.
      for lane in 0..<8 {
        let shift = place &+ lane &* 8
        differences |= word(at: own &+ shift) ^ other.word(at: start &+ shift)
      }
      guard differences == 0 else { return false }
      place &+= 64
    }
    while place < count {
      guard self[own &+ place] == other[start &+ place] else { return false }
      place &+= 1
    }
    return true
  }
}
