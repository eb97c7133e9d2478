import SourceDiagnostics

/// The lines that an edit changed, without their secrets.
struct LineDifference {
  private let removed: [String]
  private let added: [String]
  private let firstLine: Int

  /// Compares two texts that are the same at their beginning and end.
  init(from old: SourceText, to new: SourceText) {
    let before = old.shownLines
    let after = new.shownLines
    let start = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let tail = min(end, rest)
    removed = Array(before[start..<before.count - tail])
    added = Array(after[start..<after.count - tail])
    firstLine = start + 1
  }

  /// The lines after `-` and `+`, under the number of the first.
  func text(_ theme: Theme) -> String {
    guard !removed.isEmpty || !added.isEmpty else { return "" }
    let lines = removed.map { theme.paint("-\($0)", .removed) } + added.map { theme.paint("+\($0)", .added) }
    return theme.paint("@@ line \(firstLine) @@", .place) + "\n" + lines.map { $0 + "\n" }.joined()
  }
}

extension SourceText {
  /// The lines as they may be shown.
  fileprivate var shownLines: [String] {
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
