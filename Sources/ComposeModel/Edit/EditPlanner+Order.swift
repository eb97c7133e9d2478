internal import SourceDiagnostics

extension EditPlanner {
  /// Beside which entry of `collection`, which isn't empty, `place` is.
  ///
  /// `path` is that of the collection; `name` is what the new or moved entry is put in order by; the entry numbered
  /// `moved` doesn't count among the others.
  func entryPlace(
    of place: Edit.Place,
    in collection: YAMLNode,
    at path: YAMLPath,
    named name: String?,
    moved: Int? = nil,
    _ edit: Edit
  ) throws(EditRefusal) -> EntryPlace {
    let names = collection.kind == .mapping ? collection.pairs.map(\.key.name) : collection.items.map { $0.text }
    switch place {
    case .last: return .after(names.count - 1)
    case .first: return .before(0)
    case .before(let entry): return .before(try ordinal(of: entry, in: collection, at: path, names, edit))
    case .after(let entry): return .after(try ordinal(of: entry, in: collection, at: path, names, edit))
    case .inOrder:
      let others = names.indices.filter { $0 != moved && !(collection.kind == .mapping && names[$0] == "<<") }
      return placeInOrder(of: name, among: others.map { ($0, names[$0]) }) ?? .after(names.count - 1)
    }
  }

  /// Nil where the others have no order.
  private func placeInOrder(of name: String?, among others: [(ordinal: Int, name: String?)]) -> EntryPlace? {
    guard let name, let first = others.first else { return nil }
    let names = others.compactMap(\.name)
    let areSorted = zip(names, names.dropFirst()).allSatisfy { !$1.isBefore($0) }
    guard names.count == others.count, areSorted else { return nil }
    let before = names.prefix { !name.isBefore($0) }.count
    return before > 0 ? .after(others[before - 1].ordinal) : .before(first.ordinal)
  }

  private func ordinal(
    of entry: YAMLPath.Component,
    in collection: YAMLNode,
    at path: YAMLPath,
    _ names: [String?],
    _ edit: Edit
  ) throws(EditRefusal) -> Int {
    switch (entry, collection.kind) {
    case (.key(let key), .mapping):
      if let found = names.firstIndex(of: key) { return found }
      throw .missing(path.appending(key: key), among: names.compactMap(\.self), key: key, in: collection, edit)
    case (.index(let index), .sequence):
      if names.indices.contains(index) { return index }
      throw .missingItem(of: collection, path, names.count, help: "items are counted from 0", edit)
    case (.key(let key), _):
      // On a command line a number is a text like any other.
      guard let index = Int(key), String(index) == key else {
        throw .wrongKind(collection, path, "a mapping with a key `\(key)`", edit)
      }
      return try ordinal(of: .index(index), in: collection, at: path, names, edit)
    case (.index(let index), _):
      return try ordinal(of: .key(String(index)), in: collection, at: path, names, edit)
    }
  }
}

extension String {
  /// Whether its Unicode scalars come before those of `other`.
  func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
