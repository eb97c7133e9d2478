extension CommentTable {
  /// Finds the comments of `bytes` in the gaps between the nodes on `tape`: in one, `#` can only begin a comment.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init(of bytes: [UInt8], _ tape: Tape) {
    guard bytes.contains(Mark.comment) else { return }
    var offset = 0
    for index in tape.entries.indices {
      if let properties = tape.properties(of: index) {
        for place in [properties.anchorBytes, properties.tagBytes].compactMap(\.self).sorted(by: isBefore) {
          collect(from: offset, to: place.lowerBound, in: bytes)
          offset = max(offset, place.upperBound)
        }
      }
      let entry = tape.entries[index]
      guard !entry.isCollection else { continue }
      collect(from: offset, to: Int(entry.start), in: bytes)
      offset = max(offset, Int(entry.end))
      guard entry.style.isBlockScalar, entry.start < entry.end else { continue }
      let header = Int(entry.start)
      collect(from: header, to: min(bytes.lineEnd(from: header), offset), in: bytes)
    }
    collect(from: offset, to: bytes.count, in: bytes)
  }

  private mutating func collect(from start: Int, to end: Int, in bytes: [UInt8]) {
    var offset = start
    while offset < end {
      guard bytes[offset] == Mark.comment else {
        offset += 1
        continue
      }
      let lineEnd = bytes.lineEnd(from: offset)
      append(offset, lineEnd)
      offset = max(lineEnd, offset + 1)
    }
  }
}

private func isBefore(_ a: Range<Int>, _ b: Range<Int>) -> Bool { a.lowerBound < b.lowerBound }
