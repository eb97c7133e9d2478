import SourceDiagnostics

/// The lines that an edit changed, without their secrets.
struct LineDifference {
  private var hunks: [Hunk] = []

  /// Lines that follow each other.
  private struct Hunk {
    /// The number of the first in the new text.
    let line: Int
    var removed: [String] = []
    var added: [String] = []
  }

  /// The most lines between the first and the last change that are compared one by one.
  private static let limit = 5_000

  /// Compares two texts.
  init(from old: SourceText, to new: SourceText) {
    let before = old.shownLines
    let after = new.shownLines
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - start
    let end = min(zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count, rest)
    let removed = Array(before[start..<before.count - end])
    let added = Array(after[start..<after.count - end])
    guard !removed.isEmpty || !added.isEmpty else { return }
    guard removed.count + added.count <= Self.limit else {
      hunks = [Hunk(line: start + 1, removed: removed, added: added)]
      return
    }
    collect(from: removed, to: added, startingAt: start + 1)
  }

  private mutating func collect(from old: [String], to new: [String], startingAt line: Int) {
    let difference = new.difference(from: old)
    let removals = Set(difference.removals.map(\.offset))
    let insertions = Set(difference.insertions.map(\.offset))
    var hunk: Hunk?
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removals.contains(before) {
        hunk = hunk ?? Hunk(line: line + after)
        hunk?.removed.append(old[before])
        before += 1
      } else if insertions.contains(after) {
        hunk = hunk ?? Hunk(line: line + after)
        hunk?.added.append(new[after])
        after += 1
      } else {
        if let finished = hunk { hunks.append(finished) }
        hunk = nil
        before += 1
        after += 1
      }
    }
    if let hunk { hunks.append(hunk) }
  }

  /// The lines after `-` and `+`, each run of them under the number of its first.
  func text(_ theme: Theme) -> String {
    hunks.map { hunk in
      let lines =
        hunk.removed.map { theme.paint("-\($0)", .removed) } + hunk.added.map { theme.paint("+\($0)", .added) }
      return theme.paint("@@ line \(hunk.line) @@", .place) + "\n" + lines.map { $0 + "\n" }.joined()
    }
    .joined()
  }
}

extension SourceText {
  /// The lines as they may be shown.
  var shownLines: [String] {
    var shown: [UInt8] = []
    var next = 0
    for secret in redactions {
      shown += bytes[next..<secret.lowerBound] + Array("•••".utf8)
      next = secret.upperBound
    }
    shown += bytes[next...]
    return String(decoding: shown, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).neutralised }
  }
}

extension CollectionDifference.Change {
  /// Where it is in the old or the new lines.
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
