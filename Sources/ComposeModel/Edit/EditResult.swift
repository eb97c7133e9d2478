internal import SourceDiagnostics

/// A document after edits, and what they did.
public struct EditResult: Sendable, Equatable {
  /// The edited document.
  public var document: ComposeDocument
  /// Every edit that changed something, in the order in which they were asked for.
  public var changes: [Change]

  /// What one edit did.
  public struct Change: Sendable, Hashable, Codable {
    /// The word for it: `set`.
    public var operation: String
    /// What it was about.
    public var path: YAMLPath
    /// The line, counted from 1, in which its first change begins; of a ``JSONPatch`` as the file was after this operation.
    public var line: Int
  }
}

extension [Splice] {
  /// What each edit changed, where `new` is the document with all splices made.
  func changes(of edits: [Edit], in new: ComposeDocument) -> [EditResult.Change] {
    var places: [Edit: Int] = [:]
    var shift = 0
    for splice in inOrder {
      let start = splice.range.lowerBound + shift
      let text = new.bytes[start..<start + splice.text.utf8.count]
      let first = text.firstIndex { ![Mark.space, Mark.lineFeed, Mark.carriageReturn].contains($0) } ?? start
      places[splice.edit] = Swift.min(places[splice.edit] ?? first, first)
      shift += splice.text.utf8.count - splice.range.count
    }
    return edits.compactMap { edit in
      places[edit].map { place in
        EditResult.Change(operation: edit.operation, path: edit.path, line: new.position(of: place).line)
      }
    }
  }
}
