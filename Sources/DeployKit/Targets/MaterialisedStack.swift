public import ComposeModel
public import GitKit

/// A stack whose files lie on this host, ready to be applied.
public struct MaterialisedStack: Sendable, Hashable {
  /// Where its images come from.
  public enum Images: Sendable, Hashable {
    /// All of them from registries, or from what the engine has.
    case pulled
    /// Some are built from files of the stack.
    case builtHere
  }

  /// The stack's place in the repository.
  public var path: RepositoryPath
  /// The commit its files come from.
  public var commit: ObjectID
  /// The name under which its containers, networks and volumes run.
  public var project: String
  /// The absolute path of its directory on this host.
  public var directory: String
  /// The absolute paths of its Compose files, the main one first.
  public var files: [String]
  /// What should run.
  public var services: [ExpectedService]
  /// The services to be made anew even if their definition didn't change, because a file they mount did.
  public var refreshed: [String]
  /// Where its images come from.
  public var images: Images

  /// Describes a stack on this host.
  public init(
    _ path: RepositoryPath,
    commit: ObjectID,
    project: String,
    directory: String,
    files: [String],
    services: [ExpectedService],
    refreshed: [String] = [],
    images: Images = .pulled
  ) {
    self.path = path
    self.commit = commit
    self.project = project
    self.directory = directory
    self.files = files
    self.services = services
    self.refreshed = refreshed
    self.images = images
  }
}
