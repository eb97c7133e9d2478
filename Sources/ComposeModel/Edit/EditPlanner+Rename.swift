internal import SourceDiagnostics

extension EditPlanner {
  /// Plans another name for the key of `site`.
  mutating func planRename(_ site: EditSite, _ name: String, _ edit: Edit) throws(EditRefusal) {
    guard let key = site.key, let mapping = site.parent else {
      throw EditRefusal(
        .wrongKind,
        edit,
        "only keys have names",
        labels: [site.node.label()],
        help: "end the path in a key"
      )
    }
    try check(key: name, edit)
    guard key.kind != .alias else { throw .behindAlias(key, edit) }
    guard key.kind == .scalar, !key.isMergeKey else {
      throw .shape(key, "this key has no name that could change", edit)
    }
    guard key.text != name else { return }
    if let other = mapping.pairs.first(where: { $0.key.name == name }) { throw .keyExists(other.key, edit) }
    var scalars = WritingStyle(near: mapping, heldBy: site.grandparent, in: document.storage).block.scalars
    scalars.isInFlow = site.isInFlow
    splice(key.bytes, scalars.text(name, like: key.style), edit)
    expect(.renamed(key: key.index, name), edit)
  }
}
