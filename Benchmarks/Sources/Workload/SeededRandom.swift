/// Numbers that are the same for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD129_0E23_9F3C_5A6B &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below `limit`.
  mutating func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % Swift.max(limit, 1) }

  /// True as often as `share` says, from 0 to 1.
  mutating func chance(_ share: Double) -> Bool { Double(next() >> 11) / Double(1 << 53 as UInt64) < share }

  /// One of `elements`, which aren't empty.
  mutating func pick(_ elements: [String]) -> String { elements[below(elements.count)] }
}
