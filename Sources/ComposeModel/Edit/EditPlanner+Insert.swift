internal import OrderedCollections
internal import SourceDiagnostics

extension EditPlanner {
  /// Plans a new entry at `path`.
  mutating func planInsert(
    _ path: YAMLPath,
    _ value: YAMLValue,
    _ place: Edit.Place,
    _ edit: Edit
  ) throws(EditRefusal) {
    guard let parent = path.parent, let last = path.last else {
      throw EditRefusal(.missingPath, edit, "the path is empty", help: "end it in the new key")
    }
    if root == nil, parent.components.isEmpty, case .key(let key) = last {
      return insertRoot(key, value, edit)
    }
    if place != .last, let list = try? EditSite(path, below: root, for: edit), list.node.kind == .sequence {
      return try planInsert(value, place, in: list, edit)
    }
    let site = try EditSite(parent, below: root, for: edit)
    guard site.node.kind != .alias else { throw .behindAlias(site.node, edit) }
    switch last {
    case .key(let key):
      try check(key: key, edit)
      try planInsert(key: key, value, place, in: site, at: parent, edit)
    case .index(let index):
      guard place == .last else { throw .placeBesideIndex(edit) }
      try planInsert(at: index, value, in: site, parent, edit)
    }
  }

  /// Plans a new item at the end of the sequence at `site`.
  mutating func planAppend(to site: EditSite, _ value: YAMLValue, _ edit: Edit) throws(EditRefusal) {
    guard site.node.kind != .alias else { throw .behindAlias(site.node, edit) }
    let count = site.node.kind == .sequence ? site.node.items.count : 0
    try planInsert(at: count, value, in: site, edit.path, edit)
  }

  private mutating func planInsert(
    key: String,
    _ value: YAMLValue,
    _ place: Edit.Place,
    in site: EditSite,
    at path: YAMLPath,
    _ edit: Edit
  ) throws(EditRefusal) {
    let node = site.node
    if node.isNothing { return try fillCollection(site, [key: value], edit) }
    guard node.kind == .mapping else { throw .wrongKind(node, path, "a mapping", edit) }
    let pairs = node.pairs
    if let other = pairs.first(where: { $0.key.name == key }) { throw .keyExists(other.key, edit) }
    if pairs.isEmpty { return try fillCollection(site, [key: value], edit) }
    let entryPlace = try entryPlace(of: place, in: node, at: path, named: key, edit)
    try insert(NewEntry(key: key, value: value, place: entryPlace), in: node, heldBy: site.parent, edit)
    expect(.inserted(into: node.index, ordinal: entryPlace.ordinal, key: key, value), edit)
  }

  /// Plans a new item in the list at `site`, where `place` says.
  private mutating func planInsert(
    _ value: YAMLValue,
    _ place: Edit.Place,
    in site: EditSite,
    _ edit: Edit
  ) throws(EditRefusal) {
    let isEmpty = site.node.items.isEmpty
    let place = isEmpty ? nil : try entryPlace(of: place, in: site.node, at: edit.path, named: value.name, edit)
    try planInsert(at: place?.ordinal ?? 0, value, in: site, edit.path, edit)
  }

  private mutating func planInsert(
    at index: Int,
    _ value: YAMLValue,
    in site: EditSite,
    _ path: YAMLPath,
    _ edit: Edit
  ) throws(EditRefusal) {
    let node = site.node
    let count = node.items.count
    guard node.isNothing || node.kind == .sequence else { throw .wrongKind(node, path, "a list", edit) }
    guard (0...count).contains(index) else {
      throw .missingItem(of: node, path, count, help: "insert at most at \(count)", edit)
    }
    if count == 0 { return try fillCollection(site, [value], edit) }
    let place: EntryPlace = index == count ? .after(count - 1) : .before(index)
    try insert(NewEntry(value: value, place: place), in: node, heldBy: site.parent, edit)
    expect(.inserted(into: node.index, ordinal: index, key: nil, value), edit)
  }

  /// Plans a first entry for what is empty.
  private mutating func fillCollection(_ site: EditSite, _ value: YAMLValue, _ edit: Edit) throws(EditRefusal) {
    try replace(site, with: value, edit)
    expect(.value(node: site.node.index, end: document.storage.tape.next(after: site.node.index), value), edit)
  }

  /// Plans a first key for a file that holds nothing but comments.
  private mutating func insertRoot(_ key: String, _ value: YAMLValue, _ edit: Edit) {
    let style = WritingStyle(near: nil, heldBy: nil, in: document.storage)
    let lineBreak = layout.lineBreak(near: bytes.count)
    let isAtLineStart = bytes.lineStart(of: bytes.count) == bytes.count
    let text = joined(style.block.lines(of: [key: value]), column: 0, near: bytes.count)
    splice(bytes.count..<bytes.count, (isAtLineStart ? "" : lineBreak) + text + lineBreak, edit)
    expect(.newRoot([key: value]), edit)
  }
}

extension YAMLValue {
  /// The text by which an item is put in order; nil for a collection.
  var name: String? { ScalarWriter(quotes: .plain).text(self) }
}

extension YAMLNode {
  /// Whether it is a scalar that means nothing.
  fileprivate var isNothing: Bool { kind == .scalar && scalar == .null }
}
