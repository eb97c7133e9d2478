/// New text for some bytes of a file.
struct Splice {
  /// The bytes that go.
  var range: Range<Int>
  /// What stands there instead.
  var text: String
  /// What asked for it.
  var edit: Edit

  /// Its place among texts that are added at one and the same byte: a comment stays next to what it speaks of.
  fileprivate var closeness: Int {
    switch edit {
    case .comment(_, _, at: .beside): 0
    case .comment(_, _, at: .above): 2
    default: 1
    }
  }
}

extension [Splice] {
  /// In the order of the file; where nothing but text is added at one place, as it was asked for.
  var inOrder: [Splice] {
    enumerated()
      .sorted { a, b in
        (a.element.range.lowerBound, a.element.range.upperBound, a.element.closeness, a.offset)
          < (b.element.range.lowerBound, b.element.range.upperBound, b.element.closeness, b.offset)
      }
      .map(\.element)
  }

  /// The first two, in the order of the file, that touch the same bytes.
  var firstOverlap: (Splice, Splice)? {
    let sorted = inOrder
    return zip(sorted, sorted.dropFirst()).first { $0.range.upperBound > $1.range.lowerBound }
  }

  /// `bytes` with all of them made; none overlap.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + reduce(0) { $0 + $1.text.utf8.count })
    var offset = 0
    for splice in inOrder {
      result += bytes[offset..<splice.range.lowerBound]
      result += splice.text.utf8
      offset = splice.range.upperBound
    }
    result += bytes[offset...]
    return result
  }
}
