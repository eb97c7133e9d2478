/// Files by their paths: a directory on disk, a commit, or a test's own.
public protocol FileTree: Sendable {
  /// The bytes of the file at `path`, nil when there is none.
  func read(_ path: RepositoryPath) throws -> [UInt8]?

  /// What `directory` holds, by name; nothing when there is no such directory.
  func entries(in directory: RepositoryPath) throws -> [FileTreeEntry]
}

/// One name in a directory.
public struct FileTreeEntry: Sendable, Hashable {
  /// What stands behind the name.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// A file.
    case file
    /// A file that can be run.
    case executable
    /// A directory.
    case directory
    /// A link to another path.
    case symlink
    /// Another repository.
    case submodule
  }

  /// The name.
  public var name: String
  /// What stands behind it.
  public var kind: Kind
  /// A name of the content, such as a Git blob's, when it is known: equal names mean equal content.
  public var contentID: String?

  /// Describes an entry.
  public init(name: String, kind: Kind, contentID: String? = nil) {
    self.name = name
    self.kind = kind
    self.contentID = contentID
  }
}
