internal import SourceDiagnostics

/// A node that an edit names, and what holds it.
struct EditSite {
  /// The node.
  var node: YAMLNode
  /// The key, if it is a mapping's value.
  var key: YAMLNode?
  /// The collection that holds it; nil at the root.
  var parent: YAMLNode?
  /// Which of the collection's pairs or items it is.
  var ordinal = 0
  /// The collection that holds the parent.
  var grandparent: YAMLNode?

  /// Whether it stands within brackets.
  var isInFlow: Bool { parent?.style == .flow }
}

extension EditSite {
  /// Finds what stands at `path` below `root`, as it is written.
  ///
  /// - Throws: ``EditRefusal`` of `edit` where nothing stands there, or it can only be reached through an alias, a merge
  ///   key or a `?` key.
  init(_ path: YAMLPath, below root: YAMLNode?, for edit: Edit) throws(EditRefusal) {
    guard let root else {
      throw EditRefusal(.missingPath, edit, "the file is empty", help: "insert a key at the top first")
    }
    self.init(node: root)
    for (depth, component) in path.components.enumerated() {
      let walked = YAMLPath(Array(path.components.prefix(depth)))
      guard node.kind != .alias else { throw .behindAlias(node, edit) }
      switch component {
      case .key(let key): try enter(key: key, at: walked, for: edit)
      case .index(let index): try enter(index: index, at: walked, for: edit)
      }
    }
  }

  private mutating func enter(key: String, at walked: YAMLPath, for edit: Edit) throws(EditRefusal) {
    guard node.kind == .mapping else { throw .wrongKind(node, walked, "a mapping", edit) }
    let found = node.ordinals(ofKey: key)
    guard let ordinal = found.first else {
      guard node[key] == nil else { throw .behindMerge(node, key, edit) }
      throw .missing(walked.appending(key: key), among: node.pairs.map(\.key.name), key: key, in: node, edit)
    }
    guard found.count == 1 else {
      let labels = found.prefix(2).compactMap { node.entry(at: $0).key?.label() }
      throw EditRefusal(.ambiguousKey, edit, "`\(key)` is set twice", labels: labels, help: "keep one of them first")
    }
    let pair = node.entry(at: ordinal)
    if let key = pair.key, isExplicit(key, ordinal) { throw .explicitKey(key, edit) }
    descend(to: pair.value, key: pair.key, ordinal)
  }

  /// Whether a key is written after `?`, which only libyaml reads.
  private func isExplicit(_ key: YAMLNode, _ ordinal: Int) -> Bool {
    guard node.storage.tape.isJudged else { return false }
    let start = SourceLayout(storage: node.storage).start(ofEntry: ordinal, in: node)
    return node.storage.bytes.byte(at: start) == Mark.question && start < key.bytes.lowerBound
  }

  private mutating func enter(index: Int, at walked: YAMLPath, for edit: Edit) throws(EditRefusal) {
    guard node.kind == .sequence else { throw .wrongKind(node, walked, "a list", edit) }
    let items = node.items
    guard items.indices.contains(index) else {
      throw .missingItem(
        of: node,
        walked,
        items.count,
        help: "items are counted from 0; append adds one at the end",
        edit
      )
    }
    descend(to: items[index], key: nil, index)
  }

  private mutating func descend(to child: YAMLNode, key: YAMLNode?, _ ordinal: Int) {
    self = Self(node: child, key: key, parent: node, ordinal: ordinal, grandparent: parent)
  }
}

extension EditSite {
  /// Finds what holds `collection`, by its place on the tape.
  init(holding collection: YAMLNode, in document: ComposeDocument) {
    self.init(node: collection)
    let tape = document.storage.tape
    guard var index = tape.roots.last(where: { $0 <= collection.index }) else { return }
    var holders: [Int] = []
    while index != collection.index {
      holders.append(index)
      guard let child = tape.children(of: index).filter({ $0 <= collection.index }).last else { return }
      index = child
    }
    guard let parent = holders.last else { return }
    let children = Array(tape.children(of: parent))
    let position = children.firstIndex(of: collection.index) ?? 0
    let isMapping = tape.entries[parent].kind == .mapping
    self.parent = YAMLNode(storage: document.storage, index: parent)
    grandparent = holders.dropLast().last.map { YAMLNode(storage: document.storage, index: $0) }
    ordinal = isMapping ? position / 2 : position
    guard isMapping, !position.isMultiple(of: 2) else { return }
    key = YAMLNode(storage: document.storage, index: children[position - 1])
  }
}
