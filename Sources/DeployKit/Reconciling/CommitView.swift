import ComposeModel
import GitKit
import GitOpsKit
import OrderedCollections
import SourceDiagnostics

/// A commit as the deployer sees it: its stacks, and what each uses.
struct CommitView: Sendable {
  /// The commit.
  let commit: ObjectID
  /// Its stacks.
  let stacks: StackTree
  /// Its files.
  let files: TrackedFiles

  private let repository: SharedRepository

  /// Looks at `commit`.
  init(_ commit: ObjectID, in repository: SharedRepository, reusing other: StackTree? = nil) throws {
    self.commit = commit
    self.repository = repository
    stacks = try StackTree.load(from: CommitTree(commit, in: repository), reusing: other)
    files = try TrackedFiles(of: commit, stacks: stacks.stacks.keys, in: repository)
  }

  /// What `stack` is at this commit: the commit and the name of all that it uses.
  func version(of stack: RepositoryPath) throws -> StackRecord.Version {
    let inputs = files.inputs(of: stack, using: outside(of: stack)).sorted { $0.key < $1.key }
    let list = inputs.map { "\($0.value.mode.rawValue) \($0.value.id) \($0.key)\n" }.joined()
    let name = try repository.read { (repository) throws(GitError) in try repository.writeBlob(Array(list.utf8)) }
    return StackRecord.Version(commit: commit, inputs: name)
  }

  /// The files and directories outside its own that `stack` uses.
  func outside(of stack: RepositoryPath) -> Set<RepositoryPath> {
    guard let project = stacks.stacks[stack]?.value else { return [] }
    return project.mountedPaths(from: stack).union(project.files.compactMap { try? RepositoryPath($0) })
  }

  /// Whether the commit is `other` or comes after it.
  func descends(from other: ObjectID) throws(GitError) -> Bool {
    try repository.read { (repository) throws(GitError) in try repository.isAncestor(other, of: commit) }
  }

  /// The name under which `stack` runs.
  func project(of stack: RepositoryPath) -> String? { stacks.stacks[stack]?.value?.name }
}
