/// Looks for bytes in eight at a time.
///
/// The first mark is sure: only a byte behind it may be marked in error.
struct ByteMarks {
  private var bits: UInt64 = 0
  private let word: UInt64

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Looks at `word`, whose first byte is in the lowest bits.
  @inline(__always) init(in word: UInt64) { self.word = word }

  /// Marks `byte`.
  @inline(__always) func marking(_ byte: UInt8) -> Self {
    var result = self
    result.bits |= places(of: byte)
    return result
  }

  /// The place of the first marked byte; 8 where there is none.
  @inline(__always) var first: Int { (bits & Self.highBits).trailingZeroBitCount >> 3 }

  @inline(__always) private func places(of byte: UInt8) -> UInt64 {
    let others = word ^ (Self.lowBits &* UInt64(byte))
    return (others &- Self.lowBits) & ~others
  }
}
