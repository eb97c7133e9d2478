/// Compares two documents from their roots down, and goes only where they differ.
struct DocumentComparison {
  /// The old side.
  let old: MeaningReader
  /// The new side.
  let new: MeaningReader
  /// What was found.
  var changes: [DocumentDiff.Change] = []

  private var document = 0
  private let canCompareBytes: Bool

  /// Gets ready to compare `old` with `new`.
  init(_ old: DocumentStorage, _ new: DocumentStorage) {
    self.old = MeaningReader(old)
    self.new = MeaningReader(new)
    // In what only libyaml reads, the same text may mean something else: a directive, or another line break, decides.
    canCompareBytes = !old.tape.isJudged && !new.tape.isJudged
  }

  /// Compares each document of the files with its counterpart.
  mutating func compareDocuments() {
    let (before, after) = (old.tape.roots, new.tape.roots)
    for (ordinal, (a, b)) in zip(before, after).enumerated() {
      document = ordinal
      compare(a, b, .root, .root)
    }
    for ordinal in after.count..<max(before.count, after.count) {
      document = ordinal
      note(.removed, (.root, old.tape.bytes(of: before[ordinal])), nil)
    }
    for ordinal in before.count..<max(before.count, after.count) {
      document = ordinal
      note(.added, nil, (.root, new.tape.bytes(of: after[ordinal])))
    }
  }

  /// Compares the old node `a`, which is at `oldPath`, with the new one `b`.
  mutating func compare(_ a: Int, _ b: Int, _ oldPath: YAMLPath, _ newPath: YAMLPath) {
    if hasSameText(a, b) { return }
    let (before, after) = (old.resolved(a), new.resolved(b))
    let isThroughAlias = before != a || after != b
    switch (old.tape.entries[before].kind, new.tape.entries[after].kind) {
    case (.mapping, .mapping) where !isThroughAlias && !old.hasMergeKey(before) && !new.hasMergeKey(after):
      compareMappings(before, after, oldPath, newPath)
    case (.sequence, .sequence) where !isThroughAlias:
      compareSequences(before, after, oldPath, newPath)
    default:
      let isSame = old.isSame(a, b, in: new)
      note(isSame ? .rewritten : .changed, (oldPath, old.tape.bytes(of: a)), (newPath, new.tape.bytes(of: b)))
    }
  }

  /// Whether two nodes are written alike, so that they mean the same.
  func hasSameText(_ a: Int, _ b: Int) -> Bool {
    guard canCompareBytes, old.tape.entries[a].traits == new.tape.entries[b].traits else { return false }
    let (x, y) = (old.tape.bytes(of: a), new.tape.bytes(of: b))
    guard x.count == y.count, !old.tape.hasAliases(in: a), !new.tape.hasAliases(in: b) else { return false }
    guard old.tape.properties(of: a)?.tag == new.tape.properties(of: b)?.tag else { return false }
    // Text after `|` ends in a line break only where one follows.
    guard (x.upperBound == old.bytes.count) == (y.upperBound == new.bytes.count) else { return false }
    return old.bytes[x] == new.bytes[y]
  }

  /// Notes a difference between a node's old path and bytes and its new ones.
  mutating func note(
    _ kind: DocumentDiff.Change.Kind,
    _ before: (path: YAMLPath, bytes: Range<Int>)?,
    _ after: (path: YAMLPath, bytes: Range<Int>)?
  ) {
    changes.append(
      DocumentDiff.Change(
        kind: kind,
        document: document,
        oldPath: before?.path,
        newPath: after?.path,
        old: before?.bytes,
        new: after?.bytes
      )
    )
  }
}

extension Tape {
  /// Whether the node at `index` is or holds an alias.
  func hasAliases(in index: Int) -> Bool {
    guard !aliases.isEmpty else { return false }
    let place = aliases.firstPlace { $0 >= index }
    return place < aliases.count && aliases[place] < next(after: index)
  }
}
