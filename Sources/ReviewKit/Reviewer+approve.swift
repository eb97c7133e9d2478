public import GitKit
public import GitOpsKit
import GitTransport
import PolicyEngine
import SourceDiagnostics

extension Reviewer {
  /// Merges the proposal `number` into the deployment branch.
  ///
  /// It is judged once more, by the policy of the deployment branch. Approving what is merged already changes nothing.
  ///
  /// - Parameters:
  ///   - number: The proposal.
  ///   - head: The commit that was looked at; a proposal that has changed since isn't merged.
  ///   - now: The time of the approval.
  /// - Returns: The merged proposal, and whether anything had to be done.
  /// - Throws: ``ReviewError`` when it can't be merged, with the findings or the files that stand against it.
  public func approve(_ number: Int, seen head: ObjectID? = nil, now: Timestamp) async throws -> Approval {
    let operation = "approve proposal \(number)"
    var pinned = head
    for _ in 0..<attempts {
      let clone = try await fetch()
      let proposal = try clone.ledger.proposal(number)
      switch proposal.state {
      case .merged: return Approval(outcome: .alreadyMerged, proposal: proposal, isRecorded: true)
      case .rejected, .withdrawn: throw notOpen(proposal, operation)
      case .open: break
      }
      try requireUnchanged(proposal, since: pinned, in: clone, operation)
      pinned = proposal.head
      let merge = try merge(proposal, in: clone, now, operation)
      let update = RefUpdate(
        ref: try RefName.branch(deploymentBranch),
        new: merge.commit,
        expecting: .value(merge.onto)
      )
      guard try await push(update, operation) else { continue }
      let event = ProposalEvent(.approved, at: now, by: approver, head: proposal.head, merge: merge.commit)
      let isRecorded = (try? await record(event, of: number, operation)) != nil
      // It is merged, whether or not the server can be asked once more.
      let merged = try? await fetch().ledger.proposal(number)
      return Approval(outcome: .merged, proposal: merged ?? proposal, isRecorded: isRecorded)
    }
    throw contended(operation)
  }

  private func requireUnchanged(
    _ proposal: Proposal,
    since seen: ObjectID?,
    in clone: ReviewClone,
    _ operation: String
  ) throws {
    let isSeen = seen == nil || seen == proposal.head
    guard try clone.branchTip(of: proposal) == proposal.head, isSeen else {
      throw ReviewError(
        code: .changed,
        operation: operation,
        reason: isSeen
          ? "its branch holds another commit than the proposal shows"
          : "it was changed after you looked at it",
        help: isSeen ? "let the agent publish it again, then look at it" : "look at it again, then decide"
      )
    }
  }

  /// Writes the merge commit.
  private func merge(
    _ proposal: Proposal,
    in clone: ReviewClone,
    _ now: Timestamp,
    _ operation: String
  ) throws -> (commit: ObjectID, onto: ObjectID) {
    let outcome = try clone.review(proposal, at: now)
    guard let tree = outcome.merged else { throw conflict(outcome.review.conflicts, operation) }
    guard outcome.review.judgement.verdict != .deny else { throw denied(outcome.review, operation) }
    let signature = approver.signature(at: now)
    let message = """
      Merge proposal \(proposal.number): \(proposal.title)

      Longshore-Proposal: \(proposal.number)
      Reviewed-by: \(approver)

      """
    let tip = outcome.tip
    let commit = try clone.repository.read { (repository) throws(GitError) in
      try repository.writeCommit(
        tree: tree,
        parents: [tip, proposal.head],
        author: signature,
        committer: signature,
        message: message
      )
    }
    return (commit, tip)
  }

  private func conflict(_ files: [String], _ operation: String) -> ReviewError {
    let shown = files.prefix(3).map { "`\($0.neutralised)`" }.joined(separator: ", ")
    let more = files.count > 3 ? " and \(files.count - 3) more" : ""
    var error = ReviewError(
      code: .conflict,
      operation: operation,
      reason: "it and `\(deploymentBranch)` both changed \(shown)\(more)",
      help: "let the agent propose it again on top of `\(deploymentBranch)`, or reject it"
    )
    error.files = files
    return error
  }

  private func denied(_ review: Review, _ operation: String) -> ReviewError {
    let findings = review.judgement.findings.filter { $0.level.verdict == .deny }.map(\.diagnostic)
    let codes = Set(findings.map(\.code.rawValue)).sorted().joined(separator: ", ")
    var error = ReviewError(
      code: .denied,
      operation: operation,
      reason: "the policy on `\(deploymentBranch)` denies it: \(codes)",
      help: "reject it, or add an exception to \(DeploymentBranch.policyFile) first"
    )
    error.findings = findings
    error.sources = review.comparison.sources(for: findings)
    return error
  }
}
