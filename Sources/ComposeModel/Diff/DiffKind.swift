/// What became of something between two versions.
public enum DiffKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// It means the same.
  case unchanged
  /// It wasn't there before.
  case added
  /// It isn't there any more.
  case removed
  /// It means something else.
  case changed
  /// It has another name, and is the same otherwise.
  case renamed
}
