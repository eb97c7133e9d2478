/// Writes a tape's entries into memory that becomes theirs.
@safe struct TapeWriter: ~Copyable {
  /// How many entries there are.
  private(set) var count = 0

  private let room: Int
  private let base: UnsafeMutablePointer<Tape.Entry>?

  /// Writes into `memory`, which nobody has initialised, and which has to outlive this.
  init(_ memory: UnsafeMutableBufferPointer<Tape.Entry>) {
    room = memory.count
    unsafe base = memory.baseAddress
  }

  /// The entry at `index`, which is one of those there are.
  @inline(__always) subscript(_ index: Int) -> Tape.Entry {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe base.unsafelyUnwrapped[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe base.unsafelyUnwrapped[index] = newValue
    }
  }

  /// Adds `entry`; false where there is no room left.
  @inline(__always) mutating func append(_ entry: Tape.Entry) -> Bool {
    guard count < room, let base = unsafe base else { return false }
    unsafe (base + count).initialize(to: entry)
    count &+= 1
    return true
  }
}
