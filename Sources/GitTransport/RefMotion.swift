/// Whether a reference may leave commits behind when it moves.
public enum RefMotion: Sendable, Hashable {
  /// The new commit must be a descendant of the old one.
  case fastForwardOnly
  /// Any commit will do, so commits may be lost from the reference.
  case rewind
}
