import ComposeModel
import FuzzKit

/// What an edit may change in a document as libyaml reads it.
struct Expectation {
  let edit: Edit

  init(_ edit: Edit) { self.edit = edit }

  /// What is different but shouldn't be; nil when `new` is what `old` becomes.
  func difference(_ old: ReadNode, _ new: ReadNode) -> String? {
    switch edit {
    case .set(let path, let value):
      return walk(old, new, path.components[...]) { before, after in
        guard after.anchor == before.anchor else { return "the anchor changed" }
        return Meaning.differs(after, value) ? "the value is read as another one: \(after)" : nil
      }
    case .comment: return old == new ? nil : "a comment changed more than comments"
    case .remove(let path):
      return walkToParent(old, new, path) { before, after, place in
        after.children == Self.without(place, of: before) ? nil : "something else changed with what was removed"
      }
    case .rename(let path, let name):
      return walkToParent(old, new, path) { before, after, place in
        var expected = before.children
        guard before.kind == .mapping, after.children.indices.contains(place) else { return "no key was renamed" }
        expected[place].text = name
        expected[place].style = after.children[place].style
        return after.children == expected ? nil : "something else changed with the name"
      }
    case .move(let path, let place): return differenceOfMove(old, new, path, place)
    case .append(let path, let value):
      return walk(old, new, path.components[...]) { before, after in
        Self.insertion(before, after, key: nil, value, at: before.children.count)
      }
    case .insert(let path, let value, let place): return differenceOfInsertion(old, new, path, value, place)
    }
  }

  private func differenceOfMove(_ old: ReadNode, _ new: ReadNode, _ path: YAMLPath, _ place: Edit.Place) -> String? {
    walkToParent(old, new, path) { before, after, index in
      let entries = before.entries
      let width = before.kind == .mapping ? 2 : 1
      var others = entries
      let moved = others.remove(at: index / width)
      let gaps: [Int]
      switch place {
      case .first: gaps = [0]
      case .last: gaps = [others.count]
      case .inOrder: gaps = Array(0...others.count)
      case .before(let step), .after(let step):
        guard let other = before.place(of: step).map({ $0 / width }) else { return "moved beside nothing" }
        var gap = other > index / width ? other - 1 : other
        if case .after = place, other != index / width { gap += 1 }
        gaps = [gap]
      }
      let isRight = gaps.contains { gap in
        var expected = others
        expected.insert(moved, at: gap)
        return after.entries == expected
      }
      return isRight ? nil : "something else changed with the move"
    }
  }

  private func differenceOfInsertion(
    _ old: ReadNode,
    _ new: ReadNode,
    _ path: YAMLPath,
    _ value: YAMLValue,
    _ place: Edit.Place
  ) -> String? {
    // A place other than the last may be one in a list that the path itself names.
    if place != .last, old.node(at: path)?.kind == .sequence {
      return walk(old, new, path.components[...]) { before, after in
        let places = before.places(of: place)
        let found = places.map { Self.insertion(before, after, key: nil, value, at: $0) }
        return found.contains(nil) ? nil : found.first.flatMap(\.self) ?? "inserted beside nothing"
      }
    }
    guard let last = path.last, let parent = path.parent else { return "inserted at the root" }
    return walk(old, new, parent.components[...]) { before, after in
      switch last {
      case .index(let index): return Self.insertion(before, after, key: nil, value, at: index)
      case .key(let key):
        let found = before.places(of: place).map { Self.insertion(before, after, key: key, value, at: $0) }
        return found.contains(nil) ? nil : found.first.flatMap(\.self) ?? "inserted beside nothing"
      }
    }
  }

  /// Whether `after` is `before` with one entry more, the one numbered `place`.
  private static func insertion(
    _ before: ReadNode,
    _ after: ReadNode,
    key: String?,
    _ value: YAMLValue,
    at place: Int
  ) -> String? {
    let width = key == nil ? 1 : 2
    let start = place * width
    guard after.children.count == before.children.count + width, start + width <= after.children.count else {
      return "another number of entries"
    }
    guard after.kind == (key == nil ? .sequence : .mapping), after.anchor == before.anchor else {
      return "another collection"
    }
    guard before.kind == after.kind || before.isNothing else { return "the entry went into something else" }
    if let key, after.children[start].text != key || after.children[start].kind != .scalar { return "another key" }
    if Meaning.differs(after.children[start + width - 1], value) {
      return "the new value is read as another one: \(after.children[start + width - 1])"
    }
    var others = after.children
    others.removeSubrange(start..<start + width)
    guard before.children.isEmpty || before.tag == after.tag && before.style == after.style else {
      return "another style or tag"
    }
    return others == before.children ? nil : "something else changed with the new entry"
  }

  private static func without(_ place: Int, of node: ReadNode) -> [ReadNode] {
    var children = node.children
    children.removeSubrange(place..<place + (node.kind == .mapping ? 2 : 1))
    return children
  }
}
