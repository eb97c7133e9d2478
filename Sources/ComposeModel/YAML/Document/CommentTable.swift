/// The comments of a file, in order, each from its `#` to the end of its line.
///
/// A comment belongs to nobody until an edit asks.
struct CommentTable: Sendable, Equatable {
  private struct Place: Sendable, Equatable {
    let start: UInt32
    let end: UInt32
  }

  private var places: [Place] = []

  /// How many there are.
  var count: Int { places.count }

  /// Where the comment numbered `ordinal` stands.
  subscript(ordinal: Int) -> Range<Int> { Int(places[ordinal].start)..<Int(places[ordinal].end) }

  /// Where they stand.
  var ranges: [Range<Int>] { places.indices.map { self[$0] } }

  /// Adds a comment behind all others.
  @inline(__always) mutating func append(_ start: Int, _ end: Int) {
    if places.isEmpty { places.reserveCapacity(16) }
    places.append(Place(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
  }

  /// The first comment that begins in `range`.
  ///
  /// - Complexity: O(log *n*) in the number of comments.
  func first(in range: Range<Int>) -> Range<Int>? {
    let ordinal = firstOrdinal(from: range.lowerBound)
    return ordinal < count && self[ordinal].lowerBound < range.upperBound ? self[ordinal] : nil
  }

  /// The number of the first comment that begins at `offset` or later.
  func firstOrdinal(from offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
