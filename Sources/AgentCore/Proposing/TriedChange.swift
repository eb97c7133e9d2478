import ComposeModel
import GitKit
import GitOpsKit
import OrderedCollections
import PolicyEngine

/// A proposed change, made in the object database and judged, to which nothing refers yet.
struct TriedChange: Sendable {
  let change: ProposedChange
  /// The tree with the edits made.
  let tree: ObjectID
  /// What that does, as the policy sees it.
  let effect: Change
  /// What the policy says.
  let judgement: Judgement
  /// What the change is, whatever its commit is called.
  let fingerprint: String
}

extension Proposer {
  /// Makes the edits of `change` on the tree of `base`, loads what comes out and asks the policy about it.
  ///
  /// - Throws: ``UneditableFile`` when the edits can't be made or don't do what they should.
  func trial(of change: ProposedChange, on base: ProposingBase) throws -> TriedChange {
    let tree = try write(change.edits, on: base)
    let changes = try repository.read { (repository) throws(GitError) in
      try repository.changes(from: repository.commit(base.commit).tree, to: tree)
    }
    guard !changes.isEmpty else { throw UneditableFile(change.topic.name, "the edits change nothing") }
    let after = try StackTree.load(
      from: CommitTree(tree, in: repository),
      environment: environment,
      reusing: base.stacks
    )
    for expectation in change.expectations { try expectation.check(in: after) }
    let comparison = TreeComparison(base.stacks, after, paths: changes.map(ChangedPath.init), base: base.branch)
    let effect = comparison.change(by: .agent, on: base.configuration.hosts)
    try change.checkForOtherImages(in: effect)
    return TriedChange(
      change: change,
      tree: tree,
      effect: effect,
      judgement: judge(effect, by: base.policy, on: base.now.day),
      fingerprint: try repository.read { (repository) throws(GitError) in
        try ProposalDraft.fingerprint(of: changes, in: repository)
      }
    )
  }

  /// Writes the edited files and the tree that holds them.
  private func write(_ edits: OrderedDictionary<RepositoryPath, [FileEdit]>, on base: ProposingBase) throws -> ObjectID
  {
    let files = CommitTree(base.commit, in: repository)
    var written: [String: TreeEdit] = [:]
    for (path, edits) in edits {
      let entry = try repository.read { (repository) throws(GitError) in
        try repository.entry(at: path.string, inTree: base.commit)
      }
      guard let entry, entry.mode == .file || entry.mode == .executable, let bytes = try files.read(path) else {
        throw UneditableFile(path.string, "it isn't a regular file of the repository")
      }
      let edited = try edits.applied(to: bytes, file: path.string)
      let blob = try repository.read { (repository) throws(GitError) in try repository.writeBlob(edited) }
      written[path.string] = .put(blob, entry.mode)
    }
    return try repository.read { (repository) throws(GitError) in
      try repository.writeTree(from: repository.commit(base.commit).tree, changes: written)
    }
  }
}
