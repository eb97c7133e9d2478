extension Sequence<Diagnostic> {
  /// Each of them once, by file, then by place, those without a place last.
  ///
  /// - Complexity: O(*n* log *n*).
  public var inReadingOrder: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let distinct = filter { seen.insert($0).inserted }
    return distinct.enumerated()
      .sorted { a, b in
        switch (a.element.labels.first, b.element.labels.first) {
        case (let x?, let y?):
          (x.file, x.bytes.lowerBound, a.element.severity.rank, a.offset)
            < (y.file, y.bytes.lowerBound, b.element.severity.rank, b.offset)
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): a.offset < b.offset
        }
      }
      .map(\.element)
  }
}

extension Diagnostic.Severity {
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
