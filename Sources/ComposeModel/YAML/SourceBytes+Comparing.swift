internal import CLibYAML

extension [UInt8] {
  /// Whether the bytes in `range` are those that `other` has in as many from `start` on.
  ///
  /// - Complexity: O(*n*), by the C library's own comparison.
  func holds(_ range: Range<Int>, asIn other: [UInt8], from start: Int) -> Bool {
    guard start >= 0, start + range.count <= other.count, range.upperBound <= count else { return false }
    // Both buffers are read within their bounds and only inside the closures, which keep the bytes alive.
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { others in
        guard let a = mine.baseAddress, let b = others.baseAddress else { return range.isEmpty }
        return unsafe memcmp(a + range.lowerBound, b + start, range.count) == 0
      }
    }
  }
}
