/// The comments of a file, found in the gaps between its nodes.
///
/// A comment belongs to nobody until an edit asks.
struct CommentTable: Sendable {
  /// From `#` to the end of the line, in order.
  private(set) var ranges: [Range<Int>] = []

  /// Finds the comments of `bytes`, whose nodes are on `tape`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(of bytes: [UInt8], _ tape: Tape) {
    guard bytes.contains(Mark.comment) else { return }
    var offset = 0
    for index in tape.entries.indices {
      if let properties = tape.properties[index] {
        for place in [properties.anchorBytes, properties.tagBytes].compactMap(\.self).sorted(by: isBefore) {
          collect(from: offset, to: place.lowerBound, in: bytes)
          offset = max(offset, place.upperBound)
        }
      }
      let entry = tape.entries[index]
      guard entry.kind == .scalar || entry.kind == .alias else { continue }
      collect(from: offset, to: Int(entry.start), in: bytes)
      offset = max(offset, Int(entry.end))
      guard entry.style.isBlockScalar, entry.start < entry.end else { continue }
      let header = Int(entry.start)
      collect(from: header, to: min(bytes.lineEnd(from: header), offset), in: bytes)
    }
    collect(from: offset, to: bytes.count, in: bytes)
  }

  /// The first comment that begins in `range`.
  func first(in range: Range<Int>) -> Range<Int>? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < range.upperBound ? ranges[low] : nil
  }

  /// Takes in the comments of a gap: in one, `#` can only begin a comment.
  private mutating func collect(from start: Int, to end: Int, in bytes: [UInt8]) {
    var offset = start
    while offset < end {
      guard bytes[offset] == Mark.comment else {
        offset += 1
        continue
      }
      let lineEnd = bytes.lineEnd(from: offset)
      ranges.append(offset..<lineEnd)
      offset = max(lineEnd, offset + 1)
    }
  }
}

private func isBefore(_ a: Range<Int>, _ b: Range<Int>) -> Bool { a.lowerBound < b.lowerBound }
