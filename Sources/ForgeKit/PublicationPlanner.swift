import GitKit
import GitOpsKit
import GitTransport

/// What has to be pushed for a draft, and what that does.
struct PublicationPlan {
  let updates: [RefUpdate]
  let publication: Publication
}

/// Compares a draft with what the server has.
struct PublicationPlanner {
  let repository: SharedRepository
  let deploymentTip: ObjectID
  let ledger: ProposalLedger
  let remoteName: String

  func plan(_ draft: ProposalDraft) throws -> PublicationPlan {
    try refuseEmpty(draft)
    let proposals = try ledger.listing().proposals
    let ofTopic = proposals.filter { $0.topic == draft.topic }
    let branchTip = try repository.read { (repository) throws(GitError) in
      try repository.reference(RefName("refs/remotes/\(remoteName)/\(draft.topic.branch.shortName)"))
    }
    if let open = ofTopic.first(where: { $0.state == .open }) {
      if open.fingerprint == draft.fingerprint, let repair = try repair(open, branchTip) { return repair }
      return try update(open, to: try settled(draft, branchTip), branchTip)
    }
    if let no = ofTopic.first(where: { $0.state == .rejected && $0.fingerprint == draft.fingerprint }) {
      return PublicationPlan(updates: [], publication: .unchanged(no))
    }
    let taken = try ledger.highestNumber()
    return try open(try settled(draft, branchTip), as: taken + 1, branchTip)
  }

  private func refuseEmpty(_ draft: ProposalDraft) throws {
    let tip = deploymentTip
    let isContained = try repository.read { (repository) throws(GitError) in
      try repository.isAncestor(draft.head, of: tip)
    }
    guard isContained else { return }
    throw ForgeError(
      code: .nothingToPropose,
      operation: "publish \(draft.topic)",
      reason: "its commit is in the deployment branch already",
      help: "commit the change on top of the deployment branch first"
    )
  }

  /// Leaves this very change as it is, puts its branch right if need be; nil when its commit is lost.
  private func repair(_ proposal: Proposal, _ branchTip: ObjectID?) throws -> PublicationPlan? {
    if branchTip == proposal.head { return PublicationPlan(updates: [], publication: .unchanged(proposal)) }
    let isHere = try repository.read { (repository) throws(GitError) in try repository.hasObject(proposal.head) }
    guard isHere else { return nil }
    let update = branchUpdate(proposal.branch, from: branchTip, to: proposal.head)
    return PublicationPlan(updates: [update].compactMap(\.self), publication: .unchanged(proposal))
  }

  private func update(_ proposal: Proposal, to draft: ProposalDraft, _ branchTip: ObjectID?) throws -> PublicationPlan {
    let record = try ledger.updating(proposal.number, to: draft)
    let event = ProposalEvent(.updated, at: draft.at, by: draft.author, head: draft.head)
    let updated = Proposal(
      draft,
      number: proposal.number,
      branch: proposal.branch,
      events: proposal.events + [event]
    )
    let updates = [branchUpdate(proposal.branch, from: branchTip, to: draft.head), recordUpdate(record)]
    return PublicationPlan(updates: updates.compactMap(\.self), publication: .updated(updated))
  }

  private func open(_ draft: ProposalDraft, as number: Int, _ branchTip: ObjectID?) throws -> PublicationPlan {
    let record = try ledger.opening(draft, as: number)
    let branch = try draft.topic.branch
    let event = ProposalEvent(.opened, at: draft.at, by: draft.author, head: draft.head)
    let opened = Proposal(draft, number: number, branch: branch, events: [event])
    let updates = [branchUpdate(branch, from: branchTip, to: draft.head), recordUpdate(record)]
    return PublicationPlan(updates: updates.compactMap(\.self), publication: .opened(opened))
  }

  /// The draft with the commit that an interrupted run has pushed already, if that is the same change.
  private func settled(_ draft: ProposalDraft, _ branchTip: ObjectID?) throws -> ProposalDraft {
    guard let branchTip, branchTip != draft.head else { return draft }
    let (pushed, made) = try repository.read { (repository) throws(GitError) in
      (try repository.commit(branchTip), try repository.commit(draft.head))
    }
    guard pushed.tree == made.tree, pushed.parents == made.parents else { return draft }
    var settled = draft
    settled.head = branchTip
    return settled
  }

  /// Nil when the branch is where it should be.
  private func branchUpdate(_ branch: RefName, from old: ObjectID?, to new: ObjectID) -> RefUpdate? {
    guard old != new else { return nil }
    return RefUpdate(ref: branch, new: new, expecting: old.map { .value($0) } ?? .absent, motion: .rewind)
  }

  private func recordUpdate(_ record: RecordCommit) -> RefUpdate {
    RefUpdate(ref: record.reference, new: record.commit, expecting: record.expected)
  }
}
