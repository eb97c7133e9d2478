internal import OrderedCollections
internal import SourceDiagnostics

/// Turns edits of one snapshot into splices of its bytes, and says what the result has to be.
struct EditPlanner {
  let document: ComposeDocument
  /// The root of the YAML document that the paths count from; nil in a file without any.
  let root: YAMLNode?
  /// The changes of bytes, in the order in which they were asked for.
  var splices: [Splice] = []
  /// What the tree has to be afterwards.
  private(set) var expectation = EditExpectation()

  /// The most bytes of new text, and the deepest value.
  private static let limits = (bytes: 1 << 20, depth: 64)

  init(_ document: ComposeDocument, root: YAMLNode?) {
    self.document = document
    self.root = root
  }

  var layout: SourceLayout { SourceLayout(storage: document.storage) }
  var bytes: [UInt8] { document.storage.bytes }

  /// Plans one edit.
  mutating func plan(_ edit: Edit) throws(EditRefusal) {
    try checkSize(of: edit)
    switch edit {
    case .set(_, let value): try planSet(site(of: edit), to: value, edit)
    case .insert(let path, let value, let place): try planInsert(path, value, place, edit)
    case .append(_, let value): try planAppend(to: site(of: edit), value, edit)
    case .rename(_, let name): try planRename(site(of: edit), name, edit)
    case .move(_, let place): try planMove(site(of: edit), to: place, edit)
    case .remove: try planRemove(site(of: edit), edit)
    case .comment(_, let text, let place): try planComment(site(of: edit), text, place, edit)
    }
  }

  private func site(of edit: Edit) throws(EditRefusal) -> EditSite { try EditSite(edit.path, below: root, for: edit) }

  /// The file with all splices made.
  func spliced() throws(EditRefusal) -> [UInt8] {
    if let (first, second) = splices.firstOverlap { throw .overlap(second.edit, first.edit) }
    if let (first, second) = expectation.firstConflict { throw .overlap(second, first) }
    return splices.applied(to: bytes)
  }

  /// Asks for `text` in the place of `range`.
  mutating func splice(_ range: Range<Int>, _ text: String, _ edit: Edit) {
    guard !range.isEmpty || !text.isEmpty else { return }
    splices.append(Splice(range: range, text: text, edit: edit))
  }

  /// Notes what has to be true afterwards.
  mutating func expect(_ change: EditExpectation.Change, _ edit: Edit) { expectation.add(change, edit) }

  private func checkSize(of edit: Edit) throws(EditRefusal) {
    let names = edit.path.components.count
    guard names <= document.storage.limits.depth else { throw .tooMuch(edit, "the path has \(names) steps") }
    if case .comment(_, let text?, _) = edit, text.utf8.count > Self.limits.bytes {
      throw .tooMuch(edit, "the comment holds more than a megabyte of text")
    }
    if let value = edit.value, value.size(upTo: Self.limits.bytes, depth: Self.limits.depth) == nil {
      throw .tooMuch(
        edit,
        "the value holds more than a megabyte of text or is nested more than \(Self.limits.depth) deep"
      )
    }
  }

  /// Where an entry begins whose indentation is to be copied; refused where it holds a tab.
  func start(ofEntry ordinal: Int, in collection: YAMLNode, _ edit: Edit) throws(EditRefusal) -> Int {
    let start = layout.start(ofEntry: ordinal, in: collection)
    guard !layout.hasTab(before: start) else { throw .tab(at: start, in: document.storage, edit) }
    return start
  }

  /// Refuses a key that readers of YAML wouldn't look for the colon of.
  func check(key: String, _ edit: Edit) throws(EditRefusal) {
    guard key.utf8.count <= 512 else { throw .tooMuch(edit, "a key of \(key.utf8.count) bytes is too long") }
  }
}
