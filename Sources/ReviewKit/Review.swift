public import GitOpsKit
public import PolicyEngine
public import SourceDiagnostics

/// A proposal as an approver should see it: judged anew, against the deployment branch as it is now.
public struct Review: Sendable {
  /// The proposal.
  public let proposal: Proposal
  /// What merging it would change; for one that is merged already, what its branch changes.
  public let comparison: TreeComparison
  /// The change as the policy sees it.
  public let change: Change
  /// What the policy of the deployment branch says.
  public let judgement: Judgement
  /// The files that stand in the way of merging it.
  public let conflicts: [String]

  /// The files that the findings point into, with the places of secrets.
  public var sources: [String: SourceText] {
    comparison.sources(for: (judgement.findings + judgement.excused).map(\.diagnostic))
  }
}

/// What approving did.
public struct Approval: Sendable {
  /// Whether anything had to be done.
  public enum Outcome: Sendable, Hashable {
    /// It was merged now.
    case merged
    /// It had been merged before.
    case alreadyMerged
  }

  /// Whether anything had to be done.
  public let outcome: Outcome
  /// The proposal, merged.
  public let proposal: Proposal
  /// Whether the approval stands among the proposal's events too; the merge counts in any case.
  public let isRecorded: Bool
}
