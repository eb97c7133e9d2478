internal import SourceDiagnostics

extension ComposeDocument {
  /// The document with `edits` made, each as the smallest change of bytes, all on this one snapshot.
  ///
  /// The result is read again and compared: outside of what the edits name, every node has the same text, and at each
  /// path stands what was asked for. Comments, order, quotes, indentation and line endings stay.
  ///
  /// - Parameters:
  ///   - edits: What is done; each means the document as it is now.
  ///   - index: Which of the file's YAML documents is edited, counted from 0; the others stay as they are.
  /// - Returns: The edited document.
  /// - Throws: ``EditRefusal`` where an edit can't be made or two touch the same bytes; then nothing is changed.
  /// - Complexity: O(*n*) in the size of the file, plus the size of what the edits touch.
  public func applying(_ edits: [Edit], document index: Int = 0) throws(EditRefusal) -> ComposeDocument {
    try edited(by: edits, document: index)?.document ?? self
  }

  /// The document with the edits of `patch` made, in the YAML document that it names.
  ///
  /// - Throws: ``EditRefusal`` where an edit can't be made or two touch the same bytes; then nothing is changed.
  public func applying(_ patch: YAMLPatch) throws(EditRefusal) -> ComposeDocument {
    try applying(patch.edits, document: patch.document)
  }

  /// What ``applying(_:document:)`` makes of the document, and where each edit changed it.
  ///
  /// - Throws: ``EditRefusal`` where an edit can't be made or two touch the same bytes; then nothing is changed.
  public func result(of edits: [Edit], document index: Int = 0) throws(EditRefusal) -> EditResult {
    guard let edited = try edited(by: edits, document: index) else { return EditResult(document: self, changes: []) }
    return EditResult(document: edited.document, changes: edited.splices.changes(of: edits, in: edited.document))
  }

  /// The edited document and what was spliced into it; nil where there is nothing to do.
  private func edited(
    by edits: [Edit],
    document index: Int
  ) throws(EditRefusal) -> (document: ComposeDocument, splices: [Splice])? {
    guard let last = edits.last else { return nil }
    var planner = EditPlanner(self, root: try root(ofDocument: index, for: edits.first ?? last))
    for edit in edits.sortedWhereInOrder { try planner.plan(edit) }
    guard !planner.splices.isEmpty else { return nil }
    return (try verified(planner, last), planner.splices)
  }

  private func verified(_ planner: EditPlanner, _ last: Edit) throws(EditRefusal) -> ComposeDocument {
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

  /// Nil for the first document of a file that has none.
  func root(ofDocument index: Int, for edit: Edit) throws(EditRefusal) -> YAMLNode? {
    let roots = roots
    if roots.indices.contains(index) { return roots[index] }
    guard !roots.isEmpty || index != 0 else { return nil }
    throw EditRefusal(
      .missingPath,
      edit,
      "the file has \(counted(roots.count, "YAML document"))",
      help: "documents are counted from 0"
    )
  }
}

extension [Edit] {
  /// The same edits, those that add keys or items in order in their own order.
  fileprivate var sortedWhereInOrder: [Edit] {
    let places = indices.filter { if case .insert(_, _, at: .inOrder) = self[$0] { true } else { false } }
    let sorted = places.map { self[$0] }.sorted { a, b in
      if a.path != b.path { return a.path.lastKey.isBefore(b.path.lastKey) }
      return (a.value?.name ?? "").isBefore(b.value?.name ?? "")
    }
    return zip(places, sorted).reduce(into: self) { $0[$1.0] = $1.1 }
  }
}

extension YAMLPath {
  fileprivate var lastKey: String { if case .key(let key)? = last { key } else { "" } }
}
