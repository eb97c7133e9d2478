public import GitKit
import Synchronization

/// A repository from which several values read, one at a time.
///
/// A `Repository` has one owner and may not be used by two tasks at once. Trees of different commits need the same one,
/// above all in a hook, where only the process's own repository sees what is being pushed; this owner lets them take turns.
public final class SharedRepository: Sendable {
  /// The repository's folder.
  public let path: String
  // The one lock of this module's readers: reading a file tree is synchronous, so an actor can't stand here.
  private let repository: Mutex<Repository>

  /// Becomes the owner of `repository`.
  public init(_ repository: consuming sending Repository) {
    path = repository.path
    self.repository = Mutex(repository)
  }

  /// Opens the repository at `path`.
  public convenience init(at path: String) throws(GitError) { self.init(try Repository(at: path)) }

  /// Lends the repository to `use`, which must not ask for it again.
  public func read<Result>(
    _ use: (borrowing Repository) throws(GitError) -> sending Result
  ) throws(GitError) -> sending Result {
    try repository.withLock { (repository) throws(GitError) in try use(repository) }
  }

  /// As ``read(_:)``, for work that goes wrong in more ways.
  public func lend<Result>(_ use: (borrowing Repository) throws -> sending Result) throws -> sending Result {
    try repository.withLock { repository in try use(repository) }
  }
}
