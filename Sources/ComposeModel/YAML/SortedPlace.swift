extension RandomAccessCollection where Index == Int {
  /// The first place whose element is beyond something, in a collection in which all later ones are too.
  ///
  /// - Complexity: O(log *n*).
  func firstPlace(where isBeyond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
