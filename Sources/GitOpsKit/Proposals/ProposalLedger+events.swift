import GitKit

extension ProposalLedger {
  /// Writes the commit that opens the proposal `number`.
  public func opening(_ draft: ProposalDraft, as number: Int) throws -> RecordCommit {
    let event = ProposalEvent(.opened, at: draft.at, by: draft.author, head: draft.head)
    return try commit(event, of: ProposalRecord(draft, number: number))
  }

  /// Writes the commit that makes the proposal `number` what `draft` says.
  public func updating(_ number: Int, to draft: ProposalDraft) throws -> RecordCommit {
    let event = ProposalEvent(.updated, at: draft.at, by: draft.author, head: draft.head)
    return try commit(event, of: ProposalRecord(draft, number: number))
  }

  /// Writes the commit that adds `event` to the proposal `number`, which stays as it is.
  public func recording(_ event: ProposalEvent, of number: Int) throws -> RecordCommit {
    let reference = try Self.reference(number)
    let record = try repository.lend { repository in
      guard let tip = try repository.reference(reference) else {
        let reason = "there is none of that number"
        throw GitOpsError(code: .notFound, operation: "change proposal \(number)", reason: reason)
      }
      return try ProposalRecord.read(from: tip, of: reference, in: repository)
    }
    return try commit(event, of: record)
  }

  private func commit(_ event: ProposalEvent, of record: ProposalRecord) throws -> RecordCommit {
    let chain = RecordChain(reference: try Self.reference(record.number))
    let files = [
      ProposalRecord.file: try RecordJSON.encode(record),
      EventRecord.file: try RecordJSON.encode(EventRecord(event)),
    ]
    return try repository.read { (repository) throws(GitError) in
      try chain.commit(
        files,
        message: Self.message(event, record),
        by: event.by.signature(at: event.at),
        in: repository
      )
    }
  }

  private static func message(_ event: ProposalEvent, _ record: ProposalRecord) -> String {
    var lines = ["Proposal \(record.number) \(event.kind.rawValue): \(record.title)", ""]
    if let reason = event.reason { lines += [GitOpsError.excerpt(reason, limit: 500), ""] }
    lines.append("Topic: \(record.topic)")
    lines.append("Head: \(event.head)")
    if let merge = event.merge { lines.append("Merge: \(merge)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
