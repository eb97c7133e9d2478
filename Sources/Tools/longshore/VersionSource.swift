import ComposeModel
import FoundationEssentials
import GitKit
import GitOpsKit

/// Finds what a person means by a version of stacks: a directory, a Compose file, or a Git revision.
struct VersionSource {
  let directory: String

  func load(_ name: String, reusing previous: StackTree? = nil) throws -> StackTree {
    var isDirectory = false
    if FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory) {
      if isDirectory { return try StackTree.load(from: DirectoryTree(name), reusing: previous) }
      return try StackTree.load(from: single(name))
    }
    let repository = try SharedRepository(Repository(discoveringFrom: directory))
    let commit = try repository.read { (repository) throws(GitError) in try repository.resolve(name) }
    return try StackTree.load(from: CommitTree(commit, in: repository), reusing: previous)
  }

  func workTree(reusing previous: StackTree) throws -> StackTree {
    let repository = try Repository(discoveringFrom: directory)
    return try StackTree.load(from: DirectoryTree(repository.workTree ?? directory), reusing: previous)
  }

  /// One file as if it stood alone in a tree, under the name every stack's file has, so that two files compare.
  private func single(_ name: String) throws -> MemoryTree {
    let file = try YAMLFile(at: name)
    return MemoryTree(overlaying: MemoryTree([:]), changes: [try RepositoryPath("compose.yaml"): file.bytes])
  }
}
