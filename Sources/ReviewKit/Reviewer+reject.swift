public import GitOpsKit
import GitTransport
import SourceDiagnostics

extension Reviewer {
  /// Rejects the proposal `number`; the agent won't propose the same change again.
  ///
  /// Rejecting what is rejected already changes nothing.
  ///
  /// - Parameters:
  ///   - number: The proposal.
  ///   - reason: Why, for the agent and for those who read it later.
  ///   - now: The time of the rejection.
  /// - Returns: The rejected proposal.
  /// - Throws: ``ReviewError`` when there is no reason, or it was merged or withdrawn.
  public func reject(_ number: Int, reason: String, now: Timestamp) async throws -> Proposal {
    let operation = "reject proposal \(number)"
    guard reason.contains(where: { !$0.isWhitespace }) else {
      let help = "say why, in a sentence"
      throw ReviewError(code: .reasonMissing, operation: operation, reason: "no reason is given", help: help)
    }
    let proposal = try await fetch().ledger.proposal(number)
    if proposal.state == .rejected { return proposal }
    guard proposal.state == .open else { throw notOpen(proposal, operation) }
    let event = ProposalEvent(.rejected, at: now, by: approver, head: proposal.head, reason: reason)
    try await record(event, of: number, operation)
    let rejected = try await fetch().ledger.proposal(number)
    guard rejected.state == .rejected else {
      throw ReviewError(
        code: .refused,
        operation: operation,
        reason: "\(approver.email) isn't the address of an approver, so the rejection doesn't count",
        help: "use the address that the configuration lists for you"
      )
    }
    return rejected
  }

  /// Adds an event to a proposal, on top of whatever is there by then.
  func record(_ event: ProposalEvent, of number: Int, _ operation: String) async throws {
    for _ in 0..<attempts {
      let record = try await fetch().ledger.recording(event, of: number)
      let update = RefUpdate(ref: record.reference, new: record.commit, expecting: record.expected)
      if try await push(update, operation) { return }
    }
    throw contended(operation)
  }

  func notOpen(_ proposal: Proposal, _ operation: String) -> ReviewError {
    let why = proposal.rejection.map { ": \($0.neutralised)" } ?? ""
    return ReviewError(
      code: .notOpen,
      operation: operation,
      reason: "it was \(proposal.state.rawValue) already\(why)",
      help: proposal.state == .merged ? "undo it with `git revert`, if it is to go" : "let the agent propose it anew"
    )
  }
}
