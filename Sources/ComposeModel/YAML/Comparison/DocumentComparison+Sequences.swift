extension DocumentComparison {
  /// Compares two lists along their longest common part.
  mutating func compareSequences(_ a: Int, _ b: Int, _ oldPath: YAMLPath, _ newPath: YAMLPath) {
    let before = Array(old.tape.children(of: a))
    let after = Array(new.tape.children(of: b))
    let matches = Alignment(
      counts: (before.count, after.count),
      isSame: { hasSameText(before[$0], after[$1]) || old.isSame(before[$0], after[$1], in: new) },
      hashes: { (before[$0].map { old.hash(of: $0) }, after[$1].map { new.hash(of: $0) }) }
    ).matches
    var (x, y) = (0, 0)
    for match in matches + [(before.count, after.count)] {
      // What stands between two matches changed, as far as both sides have something there.
      while x < match.0, y < match.1 {
        compare(before[x], after[y], oldPath.appending(index: x), newPath.appending(index: y))
        (x, y) = (x + 1, y + 1)
      }
      while x < match.0 {
        note(.removed, (oldPath.appending(index: x), old.tape.bytes(of: before[x])), nil)
        x += 1
      }
      while y < match.1 {
        note(.added, nil, (newPath.appending(index: y), new.tape.bytes(of: after[y])))
        y += 1
      }
      guard x < before.count, y < after.count else { continue }
      // The same meaning, but it may be written otherwise.
      compare(before[x], after[y], oldPath.appending(index: x), newPath.appending(index: y))
      (x, y) = (x + 1, y + 1)
    }
  }
}

/// Which items of two lists belong together.
private struct Alignment {
  /// The places of items that are the same, ascending on both sides.
  private(set) var matches: [(Int, Int)] = []

  /// The most comparisons of items in the middle of two lists; beyond, they are matched by place.
  private static let limit = 250_000

  /// Matches what `isSame`, first at both ends, then along the longest common part of the rest, found by hashes.
  init(
    counts: (Int, Int),
    isSame: (Int, Int) -> Bool,
    hashes: (Range<Int>, Range<Int>) -> ([Int], [Int])
  ) {
    let shorter = min(counts.0, counts.1)
    let prefix = (0..<shorter).prefix { isSame($0, $0) }.count
    let suffix = (0..<shorter - prefix).prefix { isSame(counts.0 - 1 - $0, counts.1 - 1 - $0) }.count
    let (left, right) = (prefix..<counts.0 - suffix, prefix..<counts.1 - suffix)
    matches = (0..<prefix).map { ($0, $0) }
    if !left.isEmpty, !right.isEmpty, left.count * right.count <= Self.limit {
      let (a, b) = hashes(left, right)
      matches += longestCommon(a, b).map { (prefix + $0.0, prefix + $0.1) }.filter { isSame($0.0, $0.1) }
    }
    matches += (0..<suffix).map { (counts.0 - suffix + $0, counts.1 - suffix + $0) }
  }
}

/// The places of the longest sequence that both lists hold.
private func longestCommon(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
  var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
    }
  }
  var places: [(Int, Int)] = []
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] {
      places.append((i, j))
      (i, j) = (i + 1, j + 1)
    } else if lengths[i + 1][j] >= lengths[i][j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return places
}
