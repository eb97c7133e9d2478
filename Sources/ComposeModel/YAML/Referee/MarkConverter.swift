/// Turns places that libyaml counts in characters into places in bytes.
///
/// Marks come nearly in order, so that a cursor moves a few bytes for each.
struct MarkConverter {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private let base: Int
  private var character = 0
  private var byte: Int

  /// Converts for `bytes`, which are UTF-8 and of which the first `base` were kept from libyaml.
  init(_ bytes: [UInt8], base: Int) {
    self.bytes = bytes
    self.base = base
    byte = base
    isASCII = !bytes[base...].contains { $0 >= 0x80 }
  }

  /// The byte at which the character numbered `index` begins; the end of the bytes for whatever lies beyond it.
  mutating func byte(at index: Int) -> Int {
    guard !isASCII else { return min(base + index, bytes.count) }
    while character < index, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > base {
      byte -= 1
      while byte > base, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
