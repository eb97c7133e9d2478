public import ComposeModel

/// A path of the repository at which something was added, removed or changed.
public struct ChangedPath: Sendable, Hashable {
  /// What happened there.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Nothing was there before.
    case added
    /// Nothing is there now.
    case removed
    /// Something else is there now.
    case modified
  }

  /// The path from the repository's root, as Git has it.
  public var path: String
  /// What was there.
  public var old: FileTreeEntry.Kind?
  /// What is there now.
  public var new: FileTreeEntry.Kind?

  /// Says what stood at `path` and what stands there now.
  public init(_ path: String, old: FileTreeEntry.Kind?, new: FileTreeEntry.Kind?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// What happened there.
  public var kind: Kind { old == nil ? .added : new == nil ? .removed : .modified }
}
