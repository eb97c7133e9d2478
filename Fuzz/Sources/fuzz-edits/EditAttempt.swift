import ComposeModel
import FuzzKit
import SourceDiagnostics

/// One edit of one of a file's documents.
struct EditAttempt: Sendable {
  let edit: Edit
  let document: Int

  enum Verdict {
    case made
    case refused
    case wrong(String)
  }

  /// Chooses a place in `document` and what is done there; nil where there is none.
  init?(on document: ComposeDocument, _ random: inout SeededRandom) {
    let roots = document.roots
    guard !roots.isEmpty else { return nil }
    self.document = random.below(roots.count)
    var paths: [YAMLPath] = []
    Self.collect(roots[self.document], at: .root, into: &paths)
    edit = RandomEdit.edit(at: random.pick(paths, or: .root), among: paths, &random)
  }

  private static func collect(_ node: YAMLNode, at path: YAMLPath, into paths: inout [YAMLPath]) {
    paths.append(path)
    guard node.kind != .alias, paths.count < 500 else { return }
    for (index, item) in node.items.enumerated() { collect(item, at: path.appending(index: index), into: &paths) }
    for pair in node.pairs {
      guard let key = pair.key.text else { continue }
      collect(pair.value, at: path.appending(key: key), into: &paths)
    }
  }

  /// Makes the edit and looks at what became of `old`.
  func judge(_ old: ComposeDocument) -> Verdict {
    guard old.roots.indices.contains(document) else { return .refused }
    let edited: ComposeDocument
    do throws(EditRefusal) {
      edited = try old.applying([edit], document: document)
    } catch {
      return error.code.rawValue.hasPrefix("edit/") ? .refused : .wrong("refused as \(error.code): \(error)")
    }
    let again = ComposeDocument.parse(edited.bytes, file: "a.yaml")
    guard again.value != nil else { return wrong("the result can't be parsed", edited) }
    let problems = ComposeDocument.parse(old.bytes, file: "a.yaml").diagnostics
    guard again.diagnostics.count <= problems.count else {
      return wrong("a new diagnostic: \(again.diagnostics.first?.message ?? "")", edited)
    }
    let (before, after) = (Referee.read(old.bytes), Referee.read(edited.bytes))
    guard after.problem == nil else { return wrong("libyaml refuses the result: \(after.problem ?? "")", edited) }
    guard before.roots.count == after.roots.count else { return wrong("another number of documents", edited) }
    for index in before.roots.indices where index != document && before.roots[index] != after.roots[index] {
      return wrong("another document changed", edited)
    }
    let expectation = Expectation(edit)
    if let difference = expectation.difference(before.roots[document], after.roots[document]) {
      return wrong(difference, edited)
    }
    if let difference = Territory(edit, document, old)?.difference(from: old.bytes, to: edited.bytes) {
      return wrong(difference, edited)
    }
    return .made
  }

  private func wrong(_ what: String, _ edited: ComposeDocument) -> Verdict {
    .wrong("\(what)\n  \(self)\n  result: \"\(edited.bytes.escaped)\"")
  }

  private var detail: String {
    switch edit {
    case .set(_, let value), .append(_, let value): "\(value)"
    case .insert(_, let value, let place): "\(value) at \(place)"
    case .rename(_, let name): name
    case .move(_, let place): "to \(place)"
    case .remove: "-"
    case .comment(_, let text, let place): "\(text ?? "none") \(place)"
    }
  }
}

extension EditAttempt: CustomStringConvertible {
  /// One line.
  var description: String { "edit: \(edit) of document \(document): \(detail)" }
}
