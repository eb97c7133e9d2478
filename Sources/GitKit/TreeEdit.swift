/// What to do at one path while writing a tree.
public enum TreeEdit: Sendable, Hashable {
  /// Put a blob there, in place of whatever is there.
  case put(ObjectID, FileMode = .file)
  /// Remove the file or the whole directory there.
  case remove
}
