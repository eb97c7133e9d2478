/// Where the nodes of a document stand on the tape of its edited version.
struct NodePlaces {
  private var runs: [(nodes: Range<Int>, now: Int)] = []

  /// Notes that `nodes` stand one behind the other from `now` on.
  mutating func add(_ nodes: Range<Int>, now: Int) { runs.append((nodes, now)) }

  /// Makes the places ready to be asked for, once all are in.
  mutating func seal() { runs.sort { $0.nodes.lowerBound < $1.nodes.lowerBound } }

  /// Where the node at `index` stands now; nil for one that is gone.
  ///
  /// - Complexity: O(log *n*) in the number of runs.
  subscript(index: Int) -> Int? {
    let beyond = runs.firstPlace { $0.nodes.lowerBound > index }
    guard beyond > 0, runs[beyond - 1].nodes.contains(index) else { return nil }
    return runs[beyond - 1].now + index - runs[beyond - 1].nodes.lowerBound
  }
}

/// The entries of a collection, one after the other, each as the run of its nodes on the tape.
struct EntryCursor {
  /// The number of the next entry.
  private(set) var ordinal = 0
  /// Where it begins.
  private(set) var start: Int

  private let tape: Tape
  private let end: Int
  private let isMapping: Bool

  /// Stands before the first entry of the collection at `index`.
  init(of index: Int, on tape: Tape) {
    self.tape = tape
    start = index + 1
    end = tape.next(after: index)
    isMapping = tape.entries[index].kind == .mapping
  }

  /// The nodes of the next entry: a key with its value, or an item.
  var upcoming: Range<Int>? {
    guard start < end else { return nil }
    let next = tape.next(after: start)
    return start..<(isMapping ? tape.next(after: next) : next)
  }

  /// Goes on to the next entry.
  mutating func next() -> Range<Int>? {
    guard let entry = upcoming else { return nil }
    start = entry.upperBound
    ordinal += 1
    return entry
  }

  /// Goes on by whole entries that have `count` nodes; nil where there aren't as many.
  mutating func skip(_ count: Int) -> Int? {
    guard start + count <= end else { return nil }
    defer { start += count }
    return start
  }
}
