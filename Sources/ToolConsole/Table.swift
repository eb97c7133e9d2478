import SourceDiagnostics

/// Rows of text whose columns stand under each other.
public struct Table: Sendable {
  private let rows: [[String]]

  /// A table of `rows`; a row may be shorter than others.
  public init(_ rows: [[String]]) { self.rows = rows.map { $0.map(\.neutralised) } }
}

extension Table: CustomStringConvertible {
  /// The rows, each ending in a line break, two cells between columns, none after the last.
  public var description: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].cells : 0 }.max() ?? 0 }
    return rows.map { row in
      let padded = row.enumerated()
        .map { column, text in
          column == row.count - 1 ? text : text + String(repeating: " ", count: widths[column] - text.cells + 2)
        }
      return padded.joined() + "\n"
    }
    .joined()
  }
}

extension String {
  fileprivate var cells: Int { unicodeScalars.reduce(0) { $0 + $1.cells } }
}
