import GitKit
import GitOpsKit

extension Proposer {
  /// The commit that holds the change, and the one it was made on; those of an earlier run that made the same.
  func commit(
    _ tried: TriedChange,
    on base: ProposingBase,
    by model: String
  ) throws(GitError) -> (head: ObjectID, base: ObjectID) {
    let topic = tried.change.topic
    let author = base.configuration.agent.identity.signature(at: base.now)
    let message = Self.message(for: tried, by: model)
    return try repository.read { (repository) throws(GitError) in
      if let earlier = try repository.reference(topic.branch),
        try Self.isReusable(earlier, for: tried, on: base, in: repository)
      {
        return (earlier, try repository.commit(earlier).parents[0])
      }
      let head = try repository.writeCommit(
        tree: tried.tree,
        parents: [base.commit],
        author: author,
        committer: author,
        message: message
      )
      return (head, base.commit)
    }
  }

  /// Whether the commit `id` of an earlier run makes the same change as the same author, and hasn't been merged.
  ///
  /// It is asked what it changes, not what its trailers say.
  private static func isReusable(
    _ id: ObjectID,
    for tried: TriedChange,
    on base: ProposingBase,
    in repository: borrowing Repository
  ) throws(GitError) -> Bool {
    let commit = try repository.commit(id)
    let agent = base.configuration.agent.identity
    guard commit.parents.count == 1, commit.author.name == agent.name, commit.author.email == agent.email else {
      return false
    }
    guard try repository.isAncestor(commit.parents[0], of: base.commit) else { return false }
    if try repository.isAncestor(id, of: base.commit) { return false }
    let changes = try repository.changes(from: repository.commit(commit.parents[0]).tree, to: commit.tree)
    return try ProposalDraft.fingerprint(of: changes, in: repository) == tried.fingerprint
  }

  private static func message(for tried: TriedChange, by model: String) -> String {
    """
    \(tried.change.title)

    \(tried.change.rationale)

    Longshore-Proposal-Topic: \(tried.change.topic)
    Longshore-Model: \(model)
    Longshore-Fingerprint: \(tried.fingerprint)

    """
  }
}
