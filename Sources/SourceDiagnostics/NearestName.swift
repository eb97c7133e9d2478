extension Sequence<String> {
  /// The name most like `word`, if one is close enough to be what was meant.
  ///
  /// - Complexity: O(*n* · *m*) in the total length of the names and the length of `word`, which is bounded at 64 bytes.
  package func nearest(to word: String) -> String? {
    guard !word.isEmpty, word.utf8.count <= 64 else { return nil }
    let allowed = word.utf8.count <= 3 ? 1 : word.utf8.count <= 8 ? 2 : 3
    let distances = map { name in (name: name, distance: editDistance(word, name)) }
    return distances.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .flatMap { $0.distance <= allowed && $0.distance < word.utf8.count ? $0.name : nil }
  }
}

/// How many bytes have to be inserted, deleted, replaced or swapped with their neighbour to make `a` into `b`.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8)
  let b = Array(b.utf8)
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = Swift.min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
