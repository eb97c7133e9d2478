internal import SourceDiagnostics

extension EditRefusal {
  static func missing(
    _ path: YAMLPath,
    among names: [String],
    key: String,
    in node: YAMLNode,
    _ edit: Edit
  ) -> Self {
    let nearest = names.nearest(to: key)
    return Self(
      .missingPath,
      edit,
      "there is no `\(path)`",
      labels: [Diagnostic.Label(node.storage.file, node.bytes.lowerBound..<node.bytes.lowerBound)],
      help: nearest.map { "write `\($0)`, or insert the key first" } ?? "insert the key first"
    )
  }

  static func missingItem(
    of list: YAMLNode,
    _ path: YAMLPath,
    _ count: Int,
    help: String,
    _ edit: Edit
  ) -> Self {
    let subject = path.components.isEmpty ? "the document" : "`\(path)`"
    return Self(.missingPath, edit, "\(subject) has \(counted(count, "item"))", labels: [list.label()], help: help)
  }

  static func wrongKind(_ node: YAMLNode, _ path: YAMLPath, _ wanted: String, _ edit: Edit) -> Self {
    let found =
      switch node.resolved.kind {
      case .scalar: node.scalar == .null ? "empty" : "a single value"
      case .sequence: "a list"
      case .mapping: "a mapping"
      case .alias: "an alias"
      }
    let subject = path.components.isEmpty ? "the document" : "`\(path)`"
    return Self(
      .wrongKind,
      edit,
      "\(subject) is \(found), not \(wanted)",
      labels: [node.label()],
      help: "set \(subject) as a whole, or correct the path"
    )
  }

  static func behindAlias(_ node: YAMLNode, _ edit: Edit) -> Self {
    let name = node.storage.bytes.text(node.bytes)
    return Self(
      .behindAlias,
      edit,
      "it stands behind the alias `\(name)`, so that other places would change too",
      labels: [node.label()],
      help: "edit it where the anchor `&\(name.dropFirst())` is, or set the alias itself"
    )
  }

  static func behindMerge(_ node: YAMLNode, _ key: String, _ edit: Edit) -> Self {
    let merge = node.pairs.first(where: \.key.isMergeKey)
    return Self(
      .behindMerge,
      edit,
      "`\(key)` comes from a merge key, so that other places would change too",
      labels: merge.map { [$0.value.label()] } ?? [],
      help: "insert the key here to override it, or edit it where the anchor is"
    )
  }

  static func explicitKey(_ key: YAMLNode, _ edit: Edit) -> Self {
    Self(
      .explicitKey,
      edit,
      "the key is written with `?`",
      labels: [key.label()],
      help: "write it as `key: value` first"
    )
  }

  static func keyExists(_ key: YAMLNode, _ edit: Edit) -> Self {
    Self(
      .keyExists,
      edit,
      "there is a key `\(key.name)` already",
      labels: [key.label()],
      help: "use set to change its value"
    )
  }

  static func placeBesideIndex(_ edit: Edit) -> Self {
    Self(
      .wrongKind,
      edit,
      "the index that ends the path says already where the item goes",
      help: "leave the place away, or end the path in the list"
    )
  }

  static func aliasBeforeAnchor(_ alias: YAMLNode, _ anchored: YAMLNode, help: String, _ edit: Edit) -> Self {
    let name = alias.storage.bytes.text(alias.bytes).dropFirst()
    return Self(
      .aliasBeforeAnchor,
      edit,
      "the alias `*\(name)` would come to stand before its anchor `&\(name)`",
      labels: [alias.label(), anchored.label("anchored here")],
      help: help
    )
  }

  static func commentPlace(_ node: YAMLNode, _ message: String, help: String, _ edit: Edit) -> Self {
    Self(.commentPlace, edit, message, labels: [node.label()], help: help)
  }

  static func tab(at offset: Int, in storage: DocumentStorage, _ edit: Edit) -> Self {
    Self(
      .tabIndentation,
      edit,
      "its line is indented with a tab",
      labels: [.init(storage.file, storage.bytes.lineStart(of: offset)..<offset)],
      help: "indent with spaces first"
    )
  }

  static func shape(_ node: YAMLNode, _ message: String, _ edit: Edit) -> Self {
    Self(.unsupportedShape, edit, message, labels: [node.label()], help: "edit the file by hand")
  }

  static func missingLineBreak(_ node: YAMLNode, _ edit: Edit) -> Self {
    Self(
      .unsupportedShape,
      edit,
      "the file ends without a line break, which the text after `|` or `>` would gain or lose",
      labels: [node.label()],
      help: "end the file with a line break first"
    )
  }

  static func tooMuch(_ edit: Edit, _ message: String) -> Self {
    Self(.tooMuchText, edit, message, help: "make it shorter")
  }

  static func overlap(_ edit: Edit, _ other: Edit) -> Self {
    Self(
      .overlappingEdits,
      edit,
      edit == other ? "it touches the same text twice" : "it touches the same text as `\(other)`",
      help: "make one after the other"
    )
  }

  static func notVerified(_ edit: Edit, because reason: String) -> Self {
    Self(.notVerified, edit, "the result wouldn't be what was asked for: \(reason)", help: "edit the file by hand")
  }
}
