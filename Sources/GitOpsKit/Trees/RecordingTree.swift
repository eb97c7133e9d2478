import ComposeModel
import Synchronization

/// A tree that remembers what was asked of it.
final class RecordingTree: FileTree {
  private let tree: any FileTree
  // A loader only reads, and may do so from several tasks.
  private let asked = Mutex(Reads())

  init(_ tree: any FileTree) { self.tree = tree }

  /// What was asked so far.
  var reads: Reads { asked.withLock { $0 } }

  func read(_ path: RepositoryPath) throws -> [UInt8]? {
    asked.withLock { _ = $0.files.insert(path) }
    return try tree.read(path)
  }

  func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    asked.withLock { _ = $0.directories.insert(directory) }
    return try tree.entries(in: directory)
  }

  /// Files and directories, there or not.
  struct Reads: Sendable {
    var files: Set<RepositoryPath> = []
    var directories: Set<RepositoryPath> = []
  }
}
