/// Where a change can be proposed, and not merged.
public protocol ProposalPublisher: Sendable {
  /// Opens a proposal, brings the open one of the same topic up to date, or finds that there is nothing to do.
  ///
  /// Doing it twice is doing it once, also when the first time was cut short at any point.
  func publish(_ draft: ProposalDraft) async throws -> Publication
}

/// Where proposals can be read.
public protocol ProposalReader: Sendable {
  /// All proposals, the newest first.
  func proposals() async throws -> [Proposal]

  /// The proposal `number`.
  ///
  /// - Throws: ``GitOpsError`` with ``GitOpsError/Code/notFound`` when there is none.
  func proposal(_ number: Int) async throws -> Proposal
}

/// What publishing a draft did.
public enum Publication: Sendable, Hashable {
  /// There was no open proposal for the topic; now there is.
  case opened(Proposal)
  /// The open proposal for the topic was another change; now it is this one.
  case updated(Proposal)
  /// This change was proposed already: it is open, or an approver has rejected it.
  case unchanged(Proposal)
}

extension Publication {
  /// The proposal as it is now.
  public var proposal: Proposal {
    switch self {
    case .opened(let proposal), .updated(let proposal), .unchanged(let proposal): proposal
    }
  }
}
