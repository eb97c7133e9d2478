/// Looks for mappings that may have a key twice, by a print of each key's text, and for those with a key `<<`.
///
/// Equal texts have equal prints. Where two prints of a mapping are equal, it is a suspect, to be looked at again by the
/// texts themselves.
struct KeyLedger: ~Copyable {
  /// The mappings to look at again, by their places on the tape.
  var suspects: Set<Int> = []
  /// The keys `<<` and the mappings that have them, by their places on the tape.
  private(set) var mergeKeys: [(key: Int, mapping: Int)] = []
  /// The prints of all mappings that haven't ended, the innermost's last.
  private var prints = Scratch<UInt64>(capacity: 64)

  /// How many prints there are: those of a mapping that begins now will stand behind them.
  var count: Int { prints.count }

  /// Takes in the key at `index` of the innermost mapping, at `mapping`: its text is in `source` from `start` to `end`.
  ///
  /// A key `isEncoded` that isn't read as it is written.
  @inline(__always) mutating func append(
    _ index: Int,
    of mapping: UInt32,
    _ start: Int,
    _ end: Int,
    isEncoded: Bool,
    in source: ScanBuffer
  ) {
    let length = end &- start
    // What is read differs from what is written: it may be the text of any other key.
    let print = isEncoded ? Self.unknown : Self.print(of: start, length, in: source)
    prints.append(print)
    if length == 2, source[start] == Mark.less, source[start &+ 1] == Mark.less {
      mergeKeys.append((index, Int(mapping)))
    }
  }

  /// Ends the mapping at `index`, whose prints begin at `base`.
  @inline(__always) mutating func end(_ index: Int, from base: Int) {
    if hasEqualPrints(from: base) { suspects.insert(index) }
    prints.cut(to: base)
  }

  private static let unknown: UInt64 = 0

  /// A print of the length and all bytes of a short text, and of the ends of a longer one.
  @inline(__always) private static func print(of start: Int, _ length: Int, in source: ScanBuffer) -> UInt64 {
    let first = source.word(at: start)
    guard length >= 8 else { return mixed(first & ((1 << UInt64(length << 3)) &- 1), UInt64(length)) }
    return mixed(first, source.word(at: start &+ length &- 8) &+ UInt64(length))
  }

  /// Never ``unknown``.
  @inline(__always) private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xE703_7ED1_A0B4_28DB)
    return (product.high ^ product.low) | 1
  }

  private func hasEqualPrints(from base: Int) -> Bool {
    guard count &- base > 1 else { return false }
    guard count &- base <= 24 else { return hasEqualPrintsAmongMany(from: base) }
    // A bit for each print: where no bit is set twice, no two prints are equal.
    var bits: UInt64 = 0
    for index in base..<count {
      let print = prints[index]
      if print == Self.unknown { return true }
      let bit: UInt64 = 1 << (print >> 58)
      if bits & bit != 0, (base..<index).contains(where: { prints[$0] == print }) { return true }
      bits |= bit
    }
    return false
  }

  private func hasEqualPrintsAmongMany(from base: Int) -> Bool {
    let sorted = prints.suffix(from: base).sorted()
    return sorted[0] == Self.unknown || zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }
}
