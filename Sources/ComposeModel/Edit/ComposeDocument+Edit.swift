internal import SourceDiagnostics

extension ComposeDocument {
  /// The document with `edits` made, each as the smallest change of bytes, all on this one snapshot.
  ///
  /// The result is read again and compared: outside of what the edits name, every node has the same text, and at each
  /// path stands what was asked for. Comments, order, quotes, indentation and line endings stay.
  ///
  /// - Throws: ``EditRefusal`` where an edit can't be made or two touch the same bytes; then nothing is changed.
  /// - Complexity: O(*n*) in the size of the file, plus the size of what the edits touch.
  public func applying(_ edits: [Edit]) throws(EditRefusal) -> ComposeDocument {
    var planner = EditPlanner(self)
    for edit in edits { try planner.plan(edit) }
    guard let last = edits.last, !planner.splices.isEmpty else { return self }
    let loaded = ComposeDocument.parse(try planner.spliced(), file: file, limits: storage.limits)
    guard let edited = loaded.value else {
      throw .notVerified(last, because: loaded.diagnostics.first?.message ?? "it isn't YAML")
    }
    if let problem = loaded.diagnostics.first, loaded.diagnostics.count > keyProblems.count {
      throw .notVerified(last, because: problem.message)
    }
    var verifier = EditVerifier(old: self, new: edited, planner.expectation)
    if let difference = verifier.firstDifference() { throw .notVerified(last, because: difference) }
    return edited
  }
}
