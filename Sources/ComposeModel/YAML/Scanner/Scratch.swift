/// A list for the time of a scan, in memory that it owns alone, so that adding to it is cheap.
@safe struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  /// How many elements there are.
  private(set) var count = 0

  private var capacity: Int
  private var base: UnsafeMutablePointer<Element>

  /// An empty list with room for `capacity` elements.
  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The element at `index`, which is one of those there are.
  @inline(__always) subscript(_ index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe base[index] = newValue
    }
  }

  /// Adds `element`.
  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (base + count).initialize(to: element)
    count &+= 1
  }

  /// Takes the last element away; there is one.
  @inline(__always) mutating func removeLast() -> Element {
    let last = self[count &- 1]
    count &-= 1
    return last
  }

  /// Keeps the first `count` elements.
  @inline(__always) mutating func cut(to count: Int) {
    precondition(UInt(bitPattern: count) <= UInt(bitPattern: self.count))
    self.count = count
  }

  /// A copy of the elements from `start` on.
  func suffix(from start: Int) -> [Element] { (start..<count).map { self[$0] } }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    // Both have room for the elements there are, which are nothing but bits.
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}
