import GitKit
import SourceDiagnostics

extension PushJudge {
  /// Judges new events of a proposal: each adds itself to those before, and is one the agent may write.
  func judgeProposal(_ update: PushedUpdate, in scene: PushScene, _ verdict: inout PushVerdict) throws {
    guard let number = ProposalLedger.number(of: update.ref) else {
      return verdict.refuse(.malformedRecord(update.ref, "a proposal's number is written without zeros in front"))
    }
    guard let new = update.new else { return verdict.refuse(.deletesRecord(update.ref)) }
    if update.old == nil, let next = try nextNumber(), number > next + scene.updates.count {
      return verdict.refuse(.malformedRecord(update.ref, "the next proposal is number \(next)"))
    }
    guard let commits = try addedCommits(update, to: new, &verdict) else { return }
    for (index, commit) in commits.enumerated() {
      guard !scene.isApprover(commit.author), !scene.isApprover(commit.committer) else {
        return verdict.refuse(.forgedIdentity(commit, update.ref))
      }
      let (record, event, names) = try repository.lend { repository in
        (
          try ProposalRecord.read(from: commit.id, of: update.ref, in: repository),
          try EventRecord.read(from: commit, of: update.ref, in: repository),
          try repository.entries(ofTree: commit.tree).map(\.name)
        )
      }
      guard names.sorted() == [EventRecord.file, ProposalRecord.file] else {
        return verdict.refuse(.malformedRecord(update.ref, "an event holds two files, and this one \(names.count)"))
      }
      guard !event.kind.isReserved else { return verdict.refuse(.reservedEvent(event.kind, number)) }
      guard (event.kind == .opened) == (update.old == nil && index == 0), event.head == record.head else {
        return verdict.refuse(.malformedRecord(update.ref, "`\(event.kind.rawValue)` can't come here"))
      }
      if commit.id == new, event.kind != .withdrawn { try requireBranch(record, in: scene, &verdict) }
    }
    try refuseAfterRejection(update, &verdict)
  }

  /// What the approver is shown must be what the branch holds.
  private func requireBranch(_ record: ProposalRecord, in scene: PushScene, _ verdict: inout PushVerdict) throws {
    let pushed = scene.updates.first { $0.ref == record.branch }
    let held = try repository.read { (repository) throws(GitError) in try repository.reference(record.branch) }
    let head = if let pushed { pushed.new } else { held }
    if head != record.head { verdict.refuse(.otherHead(record.number, record.branch, record.head)) }
  }

  private func refuseAfterRejection(_ update: PushedUpdate, _ verdict: inout PushVerdict) throws {
    guard let old = update.old else { return }
    let isRejected = try repository.lend { repository in
      let commits = try repository.history(from: old, following: .first, limit: RecordChain.longest)
      for commit in commits where try EventRecord.read(from: commit, of: update.ref, in: repository).kind == .rejected {
        return true
      }
      return false
    }
    if isRejected { verdict.refuse(.afterRejection(update.ref)) }
  }

  private func nextNumber() throws -> Int? {
    let references = try repository.read { (repository) throws(GitError) in
      try repository.references(matching: ProposalLedger.prefix, limit: ProposalLedger.mostProposals)
    }
    return (references.compactMap { ProposalLedger.number(of: $0.0) }.max() ?? 0) + 1
  }

  /// Judges a host's report: one commit more, about this host.
  func judgeReport(_ update: PushedUpdate, of host: String, _ verdict: inout PushVerdict) throws {
    guard let new = update.new else { return verdict.refuse(.deletesRecord(update.ref)) }
    guard try addedCommits(update, to: new, &verdict) != nil else { return }
    let names = try repository.lend { repository in
      _ = try ReportRecord.read(from: new, of: update.ref, in: repository)
      return try repository.entries(ofTree: new).map(\.name)
    }
    refuseUnknown(names, besides: [DeployLedger.file, "logs"], update, &verdict)
  }

  /// Judges what a CI job says: a record of that job, which may take the place of an older one.
  func judgeJob(_ update: PushedUpdate, _ verdict: inout PushVerdict) throws {
    guard let new = update.new else { return verdict.refuse(.deletesRecord(update.ref)) }
    let names = try repository.lend { repository in
      _ = try CILedger.read(from: new, of: update.ref, in: repository)
      return try repository.entries(ofTree: new).map(\.name)
    }
    refuseUnknown(names, besides: [CILedger.file, CILedger.logFile], update, &verdict)
  }

  private func refuseUnknown(
    _ names: [String],
    besides known: Set<String>,
    _ update: PushedUpdate,
    _ verdict: inout PushVerdict
  ) {
    guard let other = names.first(where: { !known.contains($0) }) else { return }
    verdict.refuse(.malformedRecord(update.ref, "`\(GitOpsError.excerpt(other))` isn't a part of it"))
  }

  /// The commits that an update adds to a chain, the oldest first; nil when it isn't an addition.
  private func addedCommits(
    _ update: PushedUpdate,
    to new: ObjectID,
    _ verdict: inout PushVerdict
  ) throws -> [Commit]? {
    let limit = limits.events
    let commits = try repository.read { (repository) throws(GitError) in
      try repository.history(
        from: new,
        excluding: update.old.map { [$0] } ?? [],
        following: .all,
        limit: limit + 1
      )
    }
    guard commits.count <= limit else {
      verdict.refuse(.malformedRecord(update.ref, "it adds more than \(limit) events at once"))
      return nil
    }
    // From the newest down, each has the next one as its only parent, and the oldest has what was there before.
    let parents = commits.map(\.parents)
    let expected = commits.dropFirst().map { [$0.id] } + [update.old.map { [$0] } ?? []]
    guard !commits.isEmpty, parents == expected else {
      verdict.refuse(.notAppended(update.ref))
      return nil
    }
    return commits.reversed()
  }
}
