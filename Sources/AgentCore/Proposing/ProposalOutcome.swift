public import GitOpsKit
public import PolicyEngine

/// What became of one proposed change.
public struct ProposalOutcome: Sendable, Hashable, Codable {
  /// What became of it.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A proposal was opened.
    case opened
    /// The open proposal of this topic is now this change.
    case updated
    /// It was proposed before, and nothing was done.
    case unchanged
    /// The policy denies it, and it was not published.
    case refused
    /// It couldn't be made, or would have done something else than it should.
    case skipped
  }

  /// What became of it.
  public var kind: Kind
  /// What it is about.
  public var topic: TopicName
  /// One line for people.
  public var title: String
  /// The proposal's number; nil where there is none.
  public var number: Int?
  /// What became of the proposal; nil where there is none.
  public var state: Proposal.State?
  /// What the policy says; nil where it wasn't asked.
  public var verdict: Verdict?
  /// What was found.
  public var findings: [ProposalSummary.Remark]
  /// Why it was skipped.
  public var reason: String?

  /// Says what became of a change.
  public init(
    _ kind: Kind,
    topic: TopicName,
    title: String,
    number: Int? = nil,
    state: Proposal.State? = nil,
    verdict: Verdict? = nil,
    findings: [ProposalSummary.Remark] = [],
    reason: String? = nil
  ) {
    self.kind = kind
    self.topic = topic
    self.title = title
    self.number = number
    self.state = state
    self.verdict = verdict
    self.findings = findings
    self.reason = reason
  }
}

/// What a run of a model came to.
public struct ProposingRun: Sendable, Hashable, Codable {
  /// What became of each change.
  public var outcomes: [ProposalOutcome]
  /// What the model looked at and left.
  public var skipped: [SkippedService]

  /// Joins both.
  public init(outcomes: [ProposalOutcome] = [], skipped: [SkippedService] = []) {
    self.outcomes = outcomes
    self.skipped = skipped
  }
}
