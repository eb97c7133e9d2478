import GitKit
import PolicyEngine
import SourceDiagnostics

/// What `proposal.json` holds.
///
/// What became of the proposal isn't in it: that follows from the events and from the deployment branch's history.
struct ProposalRecord: Codable, Hashable {
  let number: Int
  let topic: TopicName
  let title: String
  let body: String
  let branch: RefName
  let head: ObjectID
  let base: ObjectID
  let verdict: Verdict
  let summary: ProposalSummary
  let author: Identity
  let fingerprint: String

  static let file = "proposal.json"
  static let longest = 1 << 20
  private static let longestTitle = 200

  init(_ draft: ProposalDraft, number: Int) throws(GitError) {
    self.number = number
    topic = draft.topic
    title = GitOpsError.excerpt(draft.title, limit: Self.longestTitle)
    body = draft.body
    branch = try draft.topic.branch
    head = draft.head
    base = draft.base
    verdict = draft.verdict
    summary = draft.summary
    author = draft.author
    fingerprint = draft.fingerprint
  }

  /// The record in the commit `id` of `reference`.
  static func read(
    from id: ObjectID,
    of reference: RefName,
    in repository: borrowing Repository
  ) throws -> ProposalRecord {
    let place = "\(file) of \(reference)"
    let bytes = try requiredFile(file, of: id, in: repository, limit: longest, at: place)
    let record = try RecordJSON.decode(ProposalRecord.self, from: bytes, at: place)
    let number = ProposalLedger.number(of: reference)
    guard record.number == number, try record.branch == record.topic.branch else {
      throw GitOpsError(
        code: .unreadableRecord,
        operation: "read \(place)",
        reason: "its number or its branch isn't the one it must have"
      )
    }
    return record
  }

  /// The draft it was made of, apart from its time.
  func draft(at time: Timestamp) -> ProposalDraft {
    ProposalDraft(
      topic: topic,
      title: GitOpsError.excerpt(title, limit: Self.longestTitle),
      body: body,
      head: head,
      base: base,
      verdict: verdict,
      summary: summary,
      author: author,
      at: time,
      fingerprint: fingerprint
    )
  }
}

/// What `event.json` holds; who did it and when is the commit's to say.
struct EventRecord: Codable, Hashable {
  let kind: ProposalEvent.Kind
  let head: ObjectID
  let reason: String?
  let merge: ObjectID?

  static let file = "event.json"
  static let longest = 64 << 10

  init(_ event: ProposalEvent) {
    kind = event.kind
    head = event.head
    reason = event.reason
    merge = event.merge
  }

  /// The event in `commit` of `reference`.
  static func read(
    from commit: Commit,
    of reference: RefName,
    in repository: borrowing Repository
  ) throws -> ProposalEvent {
    let place = "\(file) of \(reference) at \(commit.id.short)"
    let bytes = try requiredFile(file, of: commit.id, in: repository, limit: longest, at: place)
    let record = try RecordJSON.decode(EventRecord.self, from: bytes, at: place)
    return ProposalEvent(
      record.kind,
      at: Timestamp(seconds: commit.committer.seconds),
      by: Identity(name: commit.committer.name.neutralised, email: commit.committer.email.neutralised),
      head: record.head,
      reason: record.reason,
      merge: record.merge
    )
  }
}

/// A file that every event of a proposal has.
private func requiredFile(
  _ name: String,
  of id: ObjectID,
  in repository: borrowing Repository,
  limit: Int,
  at place: String
) throws(GitOpsError) -> [UInt8] {
  let bytes: [UInt8]?
  do throws(GitError) {
    bytes = try RecordChain.file(name, of: id, in: repository, limit: limit)
  } catch {
    throw GitOpsError(code: .unreadableRecord, operation: "read \(place)", reason: error.reason)
  }
  guard let bytes else {
    throw GitOpsError(code: .unreadableRecord, operation: "read \(place)", reason: "there is no such file")
  }
  return bytes
}
