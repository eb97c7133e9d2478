/// What joining two lines of work gave.
public enum MergeOutcome: Sendable, Hashable {
  /// A tree that holds both.
  case clean(tree: ObjectID)
  /// The paths, sorted, where both sides changed the same lines, or one removed what the other changed.
  case conflicts([String])
}
