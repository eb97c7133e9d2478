extension Tape {
  /// The children of a collection, found one after the other.
  struct Children: Sequence, IteratorProtocol, Sendable {
    private let entries: [Entry]
    private var index: Int
    private let end: Int

    fileprivate init(of index: Int, on tape: Tape) {
      entries = tape.entries
      self.index = index + 1
      end = tape.next(after: index)
    }

    /// The index of the next child.
    mutating func next() -> Int? {
      guard index < end else { return nil }
      let child = index
      index = entries[child].isCollection ? Int(entries[child].link) : child + 1
      return child
    }
  }

  /// The indices of the children of the node at `index`, in order.
  func children(of index: Int) -> Children { Children(of: index, on: self) }
}
