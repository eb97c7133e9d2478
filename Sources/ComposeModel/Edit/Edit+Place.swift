extension Edit {
  /// Where among the entries of a mapping or sequence a new or moved one goes.
  public enum Place: Sendable, Hashable {
    /// After all others.
    case last
    /// Before all others.
    case first
    /// Directly before a key or item.
    case before(YAMLPath.Component)
    /// Directly after a key or item.
    case after(YAMLPath.Component)
    /// Where the others, if they are sorted by their Unicode scalars, have it; after all others if they aren't.
    case inOrder
  }

  /// Where a comment stands.
  public enum CommentPlace: String, Sendable, Hashable, CaseIterable {
    /// On lines of its own, directly above.
    case above
    /// At the end of the line.
    case beside
  }
}
