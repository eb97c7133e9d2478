internal import OrderedCollections
internal import SourceDiagnostics

extension ComposeDocument {
  /// The document with the operations of `patch` made one after the other, each as the smallest change of bytes.
  ///
  /// What an operation moves or copies to another collection is written anew, with aliases and merge keys followed and
  /// without comments.
  ///
  /// - Parameters:
  ///   - patch: What is done.
  ///   - index: Which of the file's YAML documents is changed, counted from 0; the others stay as they are.
  /// - Returns: The changed document.
  /// - Throws: ``EditRefusal`` of the first operation that can't be made or whose test fails; then nothing is changed.
  public func applying(_ patch: JSONPatch, document index: Int = 0) throws(EditRefusal) -> ComposeDocument {
    try result(of: patch, document: index).document
  }

  /// What ``applying(_:document:)-(JSONPatch,_)`` makes of the document, and where each operation changed it.
  ///
  /// - Throws: ``EditRefusal`` of the first operation that can't be made or whose test fails; then nothing is changed.
  public func result(of patch: JSONPatch, document index: Int = 0) throws(EditRefusal) -> EditResult {
    var run = JSONPatchRun(document: self, index: index)
    for (step, operation) in patch.operations.enumerated() {
      do throws(EditRefusal) {
        try run.make(operation)
      } catch {
        throw error.ofOperation(operation, step)
      }
    }
    return EditResult(document: run.document, changes: run.changes)
  }
}

/// The operations of a patch, made one after the other.
private struct JSONPatchRun {
  var document: ComposeDocument
  let index: Int
  var changes: [EditResult.Change] = []

  mutating func make(_ operation: JSONPatch.Operation) throws(EditRefusal) {
    switch operation {
    case .add(let pointer, let value): try add(value, at: pointer, operation)
    case .remove(let pointer): try edit(.remove(path(of: pointer)), operation)
    case .replace(let pointer, let value): try edit(.set(path(of: pointer), value), operation)
    case .copy(let from, let to): try add(YAMLValue(node(at: from)), at: to, operation)
    case .move(let from, let to): try move(from, to, operation)
    case .test(let pointer, let value):
      let node = try node(at: pointer)
      guard !YAMLValue(node).isEqualInJSON(to: value) else { return }
      throw EditRefusal(
        .failedTest,
        .set(try path(of: pointer), value),
        "another value stands there",
        labels: [node.label()],
        help: "look at the file again: it isn't the one that the patch was made for"
      )
    }
  }

  private mutating func edit(_ edit: Edit, _ operation: JSONPatch.Operation) throws(EditRefusal) {
    let result = try document.result(of: [edit], document: index)
    document = result.document
    guard let change = result.changes.first else { return }
    changes.append(EditResult.Change(operation: operation.name, path: edit.path, line: change.line))
  }

  private mutating func add(
    _ value: YAMLValue,
    at pointer: JSONPointer,
    _ operation: JSONPatch.Operation
  ) throws(EditRefusal) {
    let path = try path(of: pointer, isNew: true)
    guard case .key(let key)? = path.last, let parent = path.parent else {
      return try edit(path.components.isEmpty ? .set(path, value) : .insert(path, value, at: .last), operation)
    }
    let holder = try walk(parent)
    let isThere = holder.pairs.contains { $0.key.name == key }
    try edit(isThere ? .set(path, value) : .insert(path, value, at: .last), operation)
  }

  private mutating func move(
    _ from: JSONPointer,
    _ to: JSONPointer,
    _ operation: JSONPatch.Operation
  ) throws(EditRefusal) {
    let node = try node(at: from)
    let source = try path(of: from)
    guard from != to else { return }
    guard !from.isProperPrefix(of: to) else {
      throw EditRefusal(.wrongKind, .remove(source), "it would come to stand within itself", help: "use copy")
    }
    guard from.tokens.dropLast() == to.tokens.dropLast(), let last = source.last else {
      let value = YAMLValue(node)
      let made = changes.count
      try edit(.remove(source), operation)
      changes.removeSubrange(made...)
      return try add(value, at: to, operation)
    }
    switch (last, try path(of: to, isNew: true).last) {
    case (.index(let old), .index(let new)?):
      let count = try walk(source.parent ?? .root).items.count
      // Places count in the list without the item that moves; its end is one less.
      let target = to.tokens.last == "-" ? count - 1 : new
      try edit(.move(source, to: target < old ? .before(.index(target)) : .after(.index(target))), operation)
    case (.key, .key(let name)?):
      let target = YAMLPath(source.components.dropLast() + [.key(name)])
      if try walk(source.parent ?? .root).pairs.contains(where: { $0.key.name == name }) {
        try edit(.remove(target), operation)
        changes.removeLast()
      }
      try edit(.rename(source, to: name), operation)
    default: break
    }
  }

  /// The path that `pointer` means in the document as it is now; where it `isNew`, its last step may lead nowhere yet.
  private func path(of pointer: JSONPointer, isNew: Bool = false) throws(EditRefusal) -> YAMLPath {
    var path = YAMLPath.root
    for (depth, token) in pointer.tokens.enumerated() {
      let isLast = depth == pointer.tokens.count - 1
      let node = try walk(path)
      switch node.resolved.kind {
      case .mapping: path = path.appending(key: token)
      case .sequence:
        if token == "-", isNew, isLast {
          path = path.appending(index: node.items.count)
        } else if let index = Int(token), index >= 0, String(index) == token {
          path = path.appending(index: index)
        } else {
          let message = "`\(token)` is no index of a list"
          let help = isNew ? "count from 0, or write `-` for the end" : "count from 0"
          throw EditRefusal(.missingPath, .remove(path), message, labels: [node.label()], help: help)
        }
      case .scalar, .alias:
        guard isNew, isLast, node.bytes.isEmpty else {
          throw .wrongKind(node, path, "a mapping or a list", .remove(path))
        }
        path = path.appending(key: token)
      }
    }
    return path
  }

  private func node(at pointer: JSONPointer) throws(EditRefusal) -> YAMLNode { try walk(path(of: pointer)) }

  /// What stands at `path`, through aliases and merge keys.
  private func walk(_ path: YAMLPath) throws(EditRefusal) -> YAMLNode {
    let edit = Edit.remove(path)
    guard var node = try document.root(ofDocument: index, for: edit) else {
      throw EditRefusal(.missingPath, edit, "the file is empty", help: "insert a key at the top first")
    }
    for (depth, component) in path.components.enumerated() {
      let walked = YAMLPath(Array(path.components.prefix(depth)))
      switch component {
      case .key(let key):
        guard let child = node[key] else {
          let names = node.pairs.map(\.key.name)
          throw .missing(walked.appending(key: key), among: names, key: key, in: node, edit)
        }
        node = child
      case .index(let index):
        guard node.items.indices.contains(index) else {
          throw .missingItem(of: node, walked, node.items.count, help: "items are counted from 0", edit)
        }
        node = node.items[index]
      }
    }
    return node
  }
}

extension YAMLValue {
  /// Whether it means the same in JSON, where `1` and `1.0` are one number.
  fileprivate func isEqualInJSON(to other: Self) -> Bool {
    switch (self, other) {
    case (.int(let a), .float(let b)), (.float(let b), .int(let a)): Double(a) == b
    case (.sequence(let a), .sequence(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.isEqualInJSON(to: $1) }
    case (.mapping(let a), .mapping(let b)):
      a.count == b.count && a.allSatisfy { key, value in b[key].map { value.isEqualInJSON(to: $0) } ?? false }
    default: isSame(as: other)
    }
  }
}
