/// A file's bytes as a scanner reads them: one or eight at a time, and line feeds without end behind the last.
@safe struct ScanBuffer {
  /// How many bytes there are.
  let count: Int

  /// At how many of them eight begin.
  private let wordStarts: Int
  private let base: UnsafeRawPointer

  /// Looks at `bytes`, which have to outlive this; nil where there are none.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return nil }
    count = bytes.count
    wordStarts = max(bytes.count - 7, 0)
    unsafe self.base = base
  }

  /// The byte at `offset`; a line feed behind the end.
  @inline(__always) subscript(_ offset: Int) -> UInt8 {
    guard UInt(bitPattern: offset) < UInt(bitPattern: count) else { return Mark.lineFeed }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from `offset` on, the first in the lowest bits.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    guard UInt(bitPattern: offset) < UInt(bitPattern: wordStarts) else { return lastWord(from: offset) }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The next line feed from `start` on; one behind the end where there is none.
  @inline(__always) func nextLineFeed(from start: Int) -> Int {
    var offset = start
    while true {
      let marks = ByteMarks(in: word(at: offset)).marking(Mark.lineFeed)
      offset &+= marks.first
      if marks.first < 8 { return offset }
    }
  }

  /// What is left from `offset` on, and line feeds.
  @inline(never) private func lastWord(from offset: Int) -> UInt64 {
    (0..<8).reduce(0) { word, lane in word | UInt64(self[offset &+ lane]) << UInt64(lane * 8) }
  }

  /// Whether there are 64 bytes from `offset` on, all of them ASCII without control characters but tabs and line feeds.
  @inline(__always) func holdsPrintableASCII(at offset: Int) -> Bool {
    guard offset >= 0, offset <= count &- 64 else { return false }
    var others: UInt8 = 0
    // Without branches, so that the compiler looks at many bytes at once.
    for lane in 0..<64 {
      let byte = unsafe base.load(fromByteOffset: offset &+ lane, as: UInt8.self)
      let isOther: UInt8 = byte &- 0x20 > 0x7E - 0x20 ? 1 : 0
      others |= isOther & (byte != 0x0A ? 1 : 0) & (byte != 0x09 ? 1 : 0)
    }
    return others == 0
  }

  /// The text from `start` to `end`, which is UTF-8.
  func text(_ start: Int, _ end: Int) -> String {
    guard 0 <= start, start <= end, end <= count else { return "" }
    return unsafe String(decoding: UnsafeRawBufferPointer(start: base + start, count: end - start), as: UTF8.self)
  }
}
