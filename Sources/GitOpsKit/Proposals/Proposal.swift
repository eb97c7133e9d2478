public import GitKit
public import PolicyEngine

/// A change that waits for a person, or did: a branch, what it does, what the policy says, and what became of it.
public struct Proposal: Sendable, Hashable, Codable {
  /// What became of it.
  public enum State: String, Sendable, Hashable, CaseIterable, Codable {
    /// It waits for an approver.
    case open
    /// Its commits are in the deployment branch.
    case merged
    /// An approver said no.
    case rejected
    /// Its author took it back.
    case withdrawn
  }

  /// Its number, from 1.
  public var number: Int
  /// What it is about.
  public var topic: TopicName
  /// One line for people.
  public var title: String
  /// The whole story for people, in Markdown.
  public var body: String
  /// The agent's branch.
  public var branch: RefName
  /// The last commit of the branch that belongs to it.
  public var head: ObjectID
  /// The commit of the deployment branch it was made on.
  public var base: ObjectID
  /// What became of it.
  public var state: State
  /// What the policy said when it was published.
  public var verdict: Verdict
  /// What it does and what was found, in short.
  public var summary: ProposalSummary
  /// Who made it.
  public var author: Identity
  /// What the change is, whatever its commits are called: two drafts of one fingerprint are one proposal.
  public var fingerprint: String
  /// All that happened to it, the oldest first.
  public var events: [ProposalEvent]

  /// When it was opened.
  public var openedAt: Timestamp? { events.first?.at }
  /// When something last happened to it.
  public var updatedAt: Timestamp? { events.last?.at }
  /// Why it was rejected, in the approver's words.
  public var rejection: String? { state == .rejected ? events.last { $0.kind == .rejected }?.reason : nil }

  /// Puts together what is known about a proposal.
  public init(
    _ draft: ProposalDraft,
    number: Int,
    branch: RefName,
    state: State = .open,
    events: [ProposalEvent] = []
  ) {
    self.number = number
    topic = draft.topic
    title = draft.title
    body = draft.body
    self.branch = branch
    head = draft.head
    base = draft.base
    self.state = state
    verdict = draft.verdict
    summary = draft.summary
    author = draft.author
    fingerprint = draft.fingerprint
    self.events = events
  }
}
