internal import SourceDiagnostics

extension EditPlanner {
  /// Plans another place for the entry at `site` among those of its collection.
  mutating func planMove(_ site: EditSite, to place: Edit.Place, _ edit: Edit) throws(EditRefusal) {
    guard let collection = site.parent, let parent = edit.path.parent else {
      throw .shape(site.node, "the document itself can't be moved", edit)
    }
    let name = site.key.map(\.name) ?? site.node.text
    let place = try entryPlace(of: place, in: collection, at: parent, named: name, moved: site.ordinal, edit)
    guard place.ordinal != site.ordinal, place.ordinal != site.ordinal + 1 else { return }
    try checkAliases(site, movedTo: place, in: collection, edit)
    if collection.style == .block {
      try moveLines(site, to: place, in: collection, edit)
    } else {
      try moveInBrackets(site, to: place, in: collection, edit)
    }
    let nodes = nodes(of: site.ordinal, in: collection)
    expect(.moved(in: collection.index, node: nodes.lowerBound, end: nodes.upperBound, ordinal: place.ordinal), edit)
  }

  /// The nodes of the entry that has the number `ordinal`.
  private func nodes(of ordinal: Int, in collection: YAMLNode) -> Range<Int> {
    let tape = document.storage.tape
    guard collection.kind == .mapping else {
      let item = collection.items[ordinal].index
      return item..<tape.next(after: item)
    }
    let pair = collection.pairs[ordinal]
    return pair.key.index..<tape.next(after: pair.value.index)
  }

  /// Refuses a move that leads an alias past its anchor.
  private func checkAliases(
    _ site: EditSite,
    movedTo place: EntryPlace,
    in collection: YAMLNode,
    _ edit: Edit
  ) throws(EditRefusal) {
    let moved = nodes(of: site.ordinal, in: collection)
    if place.ordinal > site.ordinal {
      let passed = moved.upperBound..<nodes(of: place.ordinal - 1, in: collection).upperBound
      try checkAliases(in: passed, of: moved, help: "move what holds the alias first", edit)
    } else {
      let passed = nodes(of: place.ordinal, in: collection).lowerBound..<moved.lowerBound
      try checkAliases(in: moved, of: passed, help: "move what holds the anchor first", edit)
    }
  }

  private func checkAliases(
    in nodes: Range<Int>,
    of anchored: Range<Int>,
    help: String,
    _ edit: Edit
  ) throws(EditRefusal) {
    for index in nodes {
      let node = YAMLNode(storage: document.storage, index: index)
      guard node.kind == .alias, anchored.contains(node.resolved.index) else { continue }
      throw .aliasBeforeAnchor(node, node.resolved, help: help, edit)
    }
  }
}
