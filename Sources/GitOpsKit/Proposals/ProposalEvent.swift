public import GitKit

/// Something that happened to a proposal, and who did it.
public struct ProposalEvent: Sendable, Hashable, Codable {
  /// What happened.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// It was published.
    case opened
    /// Its branch or its text changed.
    case updated
    /// Its author took it back.
    case withdrawn
    /// An approver merged it.
    case approved
    /// An approver said no.
    case rejected
  }

  /// What happened.
  public var kind: Kind
  /// When.
  public var at: Timestamp
  /// Who, as the event's commit says.
  public var by: Identity
  /// Why, in that person's words.
  public var reason: String?
  /// The last commit of the branch at that time.
  public var head: ObjectID
  /// The merge in the deployment branch, for an approval.
  public var merge: ObjectID?

  /// Says what happened.
  public init(
    _ kind: Kind,
    at: Timestamp,
    by: Identity,
    head: ObjectID,
    reason: String? = nil,
    merge: ObjectID? = nil
  ) {
    self.kind = kind
    self.at = at
    self.by = by
    self.reason = reason
    self.head = head
    self.merge = merge
  }
}

extension ProposalEvent.Kind {
  /// Whether only an approver may say so.
  public var isReserved: Bool { self == .approved || self == .rejected }
}
