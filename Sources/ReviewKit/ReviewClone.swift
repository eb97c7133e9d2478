import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics

/// The approver's clone, just fetched.
struct ReviewClone {
  let repository: SharedRepository
  let branch: DeploymentBranch
  let ledger: ProposalLedger
  let remoteName: String

  /// A review, and what merging would give.
  struct Outcome {
    let review: Review
    let tip: ObjectID
    /// The merged tree, where there is no conflict.
    let merged: ObjectID?
  }

  /// Judges what merging `proposal` would do, by the policy of the deployment branch as it is now.
  func review(_ proposal: Proposal, at now: Timestamp) throws -> Outcome {
    let operation = "judge proposal \(proposal.number)"
    let tip = try branch.requireTip()
    let head = proposal.head
    let isMerged = proposal.state == .merged
    let (start, outcome) = try repository.read { (repository) throws(GitError) in
      let start = isMerged ? proposal.base : try repository.mergeBase(tip, head)
      // What is merged already is shown as it was; all else as it would be on today's deployment branch.
      let outcome: MergeOutcome =
        isMerged
        ? .clean(tree: try repository.commit(head).tree)
        : try repository.mergeTrees(base: start, ours: tip, theirs: head)
      return (start, outcome)
    }
    guard let start else {
      throw ReviewError(
        code: .conflict,
        operation: operation,
        reason: "its branch shares no history with `\(branch.name)`"
      )
    }
    var merged: ObjectID?
    var conflicts: [String] = []
    let comparison: TreeComparison
    switch outcome {
    case .clean(let tree):
      if !isMerged { merged = tree }
      comparison = try .between(isMerged ? start : tip, tree, in: repository, base: branch.name)
    case .conflicts(let files):
      conflicts = files
      comparison = try .between(start, head, in: repository, base: branch.name)
    }
    let policy = try branch.policy().value ?? Policy(isComplete: false)
    let hosts = try branch.configuration().value?.hosts ?? []
    let change = comparison.change(by: .agent, on: hosts)
    let review = Review(
      proposal: proposal,
      comparison: comparison,
      change: change,
      judgement: PolicyEngine.judge(change, by: policy, on: now.day),
      conflicts: conflicts
    )
    return Outcome(review: review, tip: tip, merged: merged)
  }

  /// What the server's branch of `proposal` holds.
  func branchTip(of proposal: Proposal) throws(GitError) -> ObjectID? {
    let name = try RefName("refs/remotes/\(remoteName)/\(proposal.branch.shortName)")
    return try repository.read { (repository) throws(GitError) in try repository.reference(name) }
  }
}
