import ComposeModel
import FoundationEssentials
import GitKit
import GitOpsKit

/// A repository in a temporary folder, with a deployment branch as a clone would have fetched it.
final class TemporaryClone: Sendable {
  let path: String
  let repository: SharedRepository

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "longshore-\(UUID().uuidString)").path
    repository = SharedRepository(try Repository.create(at: path, kind: .withWorkTree, initialBranch: "main"))
    try commit(files)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a clone calls the deployment branch.
  var branch: DeploymentBranch {
    get throws { try DeploymentBranch("main", on: .fetched(from: "origin"), in: repository) }
  }

  /// Puts `files` on the deployment branch; nil removes one.
  @discardableResult
  func commit(_ files: [String: String?]) throws -> ObjectID {
    try commit(bytes: files.mapValues { $0.map { Array($0.utf8) } })
  }

  @discardableResult
  func commit(bytes files: [String: [UInt8]?]) throws -> ObjectID {
    try repository.read { (repository) throws(GitError) in
      let main = try RefName("refs/remotes/origin/main")
      let parent = try repository.reference(main)
      var changes: [String: TreeEdit] = [:]
      for (path, bytes) in files {
        if let bytes { changes[path] = .put(try repository.writeBlob(bytes)) } else { changes[path] = .remove }
      }
      var base: ObjectID?
      if let parent { base = try repository.commit(parent).tree }
      let ada = Signature(name: "Ada", email: "ada@home.example", seconds: 1_760_000_000)
      let commit = try repository.writeCommit(
        tree: repository.writeTree(from: base, changes: changes),
        parents: parent.map { [$0] } ?? [],
        author: ada,
        committer: ada,
        message: "change"
      )
      try repository.updateReference(main, to: commit, expecting: .anything, log: "test")
      return commit
    }
  }

  /// Replaces the agent's commit `id` on its branch by one with the same message and another file.
  func plant(_ text: String, at path: String, like id: ObjectID) throws -> ObjectID {
    try repository.read { (repository) throws(GitError) in
      let commit = try repository.commit(id)
      let tree = try repository.writeTree(
        from: commit.tree,
        changes: [path: .put(repository.writeBlob(Array(text.utf8)))]
      )
      let planted = try repository.writeCommit(
        tree: tree,
        parents: commit.parents,
        author: commit.author,
        committer: commit.committer,
        message: commit.message
      )
      for (name, value) in try repository.references(matching: "refs/heads/longshore/") where value == id {
        try repository.updateReference(name, to: planted, expecting: .anything, log: "test")
      }
      return planted
    }
  }

  func commit(_ id: ObjectID) throws -> Commit {
    try repository.read { (repository) throws(GitError) in try repository.commit(id) }
  }

  func reference(_ name: String) throws -> ObjectID? {
    try repository.read { (repository) throws(GitError) in try repository.reference(RefName(name)) }
  }

  func changedPaths(from old: ObjectID, to new: ObjectID) throws -> [String] {
    try repository.read { (repository) throws(GitError) in
      try repository.changes(from: repository.commit(old).tree, to: repository.commit(new).tree).map(\.path)
    }
  }

  func text(of path: String, at commit: ObjectID) throws -> String {
    String(decoding: try CommitTree(commit, in: repository).read(RepositoryPath(path)) ?? [], as: UTF8.self)
  }
}
