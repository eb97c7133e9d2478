import ComposeModel
import FuzzKit

extension Expectation {
  /// Follows `path` in both trees, expects all beside it to be the same, and lets `judge` compare what stands at its end.
  func walk(
    _ old: ReadNode,
    _ new: ReadNode,
    _ path: ArraySlice<YAMLPath.Component>,
    _ judge: (ReadNode, ReadNode) -> String?
  ) -> String? {
    guard let step = path.first else { return judge(old, new) }
    guard let place = old.place(of: step) else { return "the path leads nowhere, and yet the edit was made" }
    let index = old.kind == .mapping ? place + 1 : place
    guard new.children.count == old.children.count else { return "another number of entries beside the path" }
    guard old.isSameApartFromChildren(as: new) else { return "a collection on the path changed" }
    for other in old.children.indices where other != index && old.children[other] != new.children[other] {
      return "something beside the path changed: \(old.children[other]) is \(new.children[other])"
    }
    return walk(old.children[index], new.children[index], path.dropFirst(), judge)
  }

  /// The same for the collection that holds what is at `path`; `judge` also gets the place of the key or item.
  func walkToParent(
    _ old: ReadNode,
    _ new: ReadNode,
    _ path: YAMLPath,
    _ judge: (ReadNode, ReadNode, Int) -> String?
  ) -> String? {
    guard let last = path.last, let parent = path.parent else { return "the root was edited" }
    return walk(old, new, parent.components[...]) { before, after in
      guard let place = before.place(of: last) else { return "the path leads nowhere, and yet the edit was made" }
      guard before.isSameApartFromChildren(as: after) || after.children.isEmpty && before.kind == after.kind else {
        return "the collection itself changed"
      }
      return judge(before, after, place)
    }
  }
}

extension ReadNode {
  /// The index among the children of what `step` names: a key or an item.
  func place(of step: YAMLPath.Component) -> Int? {
    switch (step, kind) {
    case (.index(let index), .sequence): children.indices.contains(index) ? index : nil
    case (.key(let key), .mapping):
      stride(from: 0, to: children.count, by: 2).first { children[$0].kind == .scalar && children[$0].text == key }
    default: nil
    }
  }

  /// What stands at `path`; nil where nothing does.
  func node(at path: YAMLPath) -> ReadNode? {
    path.components.reduce(self) { node, step in
      node?.place(of: step).flatMap { place in node.map { $0.children[$0.kind == .mapping ? place + 1 : place] } }
    }
  }

  /// Which numbers a new entry at `place` may have.
  func places(of place: Edit.Place) -> [Int] {
    let count = entries.count
    let width = kind == .mapping ? 2 : 1
    switch place {
    case .first: return [0]
    case .last: return [count]
    case .inOrder: return Array(0...count)
    // Beside what can't be found, an empty collection still takes it.
    case .before(let step): return self.place(of: step).map { [$0 / width] } ?? (count == 0 ? [0] : [])
    case .after(let step): return self.place(of: step).map { [$0 / width + 1] } ?? (count == 0 ? [0] : [])
    }
  }

  /// Items, or keys with their values.
  var entries: [[ReadNode]] {
    guard kind == .mapping else { return children.map { [$0] } }
    return stride(from: 0, to: children.count, by: 2).map { Array(children[$0..<$0 + 2]) }
  }

  /// Whether it is a scalar that means nothing.
  var isNothing: Bool {
    guard kind == .scalar, ["", "~", "null", "Null", "NULL"].contains(text), tag != "!!str" else { return false }
    return style == .plain || ["!!null", "!!int", "!!float", "!!bool", "!!timestamp"].contains(tag)
  }

  func isSameApartFromChildren(as other: Self) -> Bool {
    kind == other.kind && style == other.style && anchor == other.anchor && tag == other.tag && text == other.text
  }
}
