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
    let ordinal = places.firstPlace { Int($0.start) >= range.lowerBound }
    return ordinal < count && self[ordinal].lowerBound < range.upperBound ? self[ordinal] : nil
  }
}
