import GitKit
import GitOpsKit

/// A publisher that keeps what it was given, and works as a forge should.
actor RecordingPublisher: ProposalPublisher {
  private(set) var drafts: [ProposalDraft] = []
  private(set) var proposals: [Proposal] = []

  func publish(_ draft: ProposalDraft) async throws -> Publication {
    drafts.append(draft)
    if let index = proposals.firstIndex(where: { $0.topic == draft.topic && $0.state != .merged }) {
      let known = proposals[index]
      if known.fingerprint == draft.fingerprint { return .unchanged(known) }
      proposals[index] = Proposal(draft, number: known.number, branch: known.branch)
      return .updated(proposals[index])
    }
    let proposal = try Proposal(draft, number: proposals.count + 1, branch: draft.topic.branch)
    proposals.append(proposal)
    return .opened(proposal)
  }
}

/// A publisher whose server never answers as it should.
struct FailingPublisher: ProposalPublisher {
  struct Failure: Error, Equatable {}

  func publish(_ draft: ProposalDraft) async throws -> Publication { throw Failure() }
}
