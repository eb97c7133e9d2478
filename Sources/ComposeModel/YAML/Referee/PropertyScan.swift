/// The anchor and tag that stand before a node, found in the source.
struct PropertyScan {
  /// Where the anchor stands.
  var anchor: Range<Int>?
  /// Where the tag stands.
  var tag: Range<Int>?
  /// Where the node's own text begins.
  var end: Int

  /// Where the first of both begins.
  var start: Int? { [anchor?.lowerBound, tag?.lowerBound].compactMap(\.self).min() }
}

extension [UInt8] {
  /// Reads up to `count` properties from the beginning of `range`, and the gap after each.
  ///
  /// The end is that of `range` where nothing but a gap follows the properties, and the end of the last property where
  /// the gap leads out of it.
  func properties(in range: Range<Int>, atMost count: Int) -> PropertyScan {
    var scan = PropertyScan(end: range.lowerBound)
    var offset = range.lowerBound
    for _ in 0..<count {
      guard offset < range.upperBound, self[offset] == Mark.anchor || self[offset] == Mark.tag else { break }
      let end = Swift.min(endOfProperty(at: offset), range.upperBound)
      if self[offset] == Mark.anchor { scan.anchor = offset..<end } else { scan.tag = offset..<end }
      let next = skippingGap(from: end)
      scan.end = next <= range.upperBound ? next : end
      offset = next
    }
    return scan
  }

  private func endOfProperty(at start: Int) -> Int {
    var end = start + 1
    if self[start] == Mark.tag, byte(at: end) == UInt8(ascii: "<") {
      while end < count, self[end] != UInt8(ascii: ">"), self[end] > Mark.space { end += 1 }
      return Swift.min(end + 1, count)
    }
    let isAnchor = self[start] == Mark.anchor
    while end < count, isAnchor ? self[end].isInName : self[end].isInTag { end += 1 }
    return end
  }

  /// The end of the block scalar in `range`, which libyaml lets reach to the next thing that isn't blank.
  ///
  /// Blank lines belong to it only where `+` keeps them; its last line break never does.
  func endOfBlockScalar(in range: Range<Int>) -> Int {
    let header = endOfHeader(at: range.lowerBound)
    let indicators = self[range.lowerBound..<header]
    if indicators.contains(UInt8(ascii: "+")) { return Swift.max(header, endWithoutBreak(range.upperBound)) }
    var end = Swift.min(header, range.upperBound)
    var indentation: Int?
    var line = lineAfter(header)
    while line < range.upperBound {
      let lineEnd = Swift.min(lineEnd(from: line), range.upperBound)
      let text = self[line..<lineEnd].firstIndex { $0 != Mark.space } ?? lineEnd
      if text < lineEnd {
        indentation = indentation ?? text - line
        end = lineEnd
      } else if let indentation, lineEnd - line > indentation {
        end = lineEnd
      }
      line = lineAfter(lineEnd)
    }
    return end
  }

  /// Where the `|` or `>` at `start` and its indicators end.
  func endOfHeader(at start: Int) -> Int {
    var end = Swift.min(start + 1, count)
    while end < count, self[end].isBlockScalarIndicator { end += 1 }
    return end
  }

  private func endWithoutBreak(_ end: Int) -> Int {
    if end >= 2, self[end - 2] == Mark.carriageReturn, self[end - 1] == Mark.lineFeed { return end - 2 }
    return end >= 1 && lineBreak(at: end - 1) == 1 ? end - 1 : end
  }
}

extension UInt8 {
  fileprivate var isInTag: Bool { isInName || ";/?:@&=+$.!~*'()%".utf8.contains(self) }

  fileprivate var isBlockScalarIndicator: Bool { "+-0123456789".utf8.contains(self) }
}
