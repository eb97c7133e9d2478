public import GitKit

/// What CI jobs did, at `refs/longshore/ci/<commit>/<job>`.
///
/// Each such reference is a chain of commits, one for each run of the job, whose trees hold `record.json` and `log.txt`.
public struct CILedger: Sendable {
  /// What the references begin with.
  public static let prefix = "refs/longshore/ci/"

  static let file = "record.json"
  static let logFile = "log.txt"
  /// The most bytes of a log that are kept.
  public static let longestLog = 1 << 20

  private let repository: SharedRepository

  /// The records in `repository`; a clone has to fetch first.
  public init(in repository: SharedRepository) { self.repository = repository }

  /// What each job did with `commit`, sorted by the names of the jobs.
  public func records(of commit: ObjectID) throws -> [CIRecord] {
    try repository.lend { repository in
      var records: [CIRecord] = []
      for (reference, tip) in try repository.references(matching: "\(Self.prefix)\(commit)/", limit: 1_000) {
        records.append(try Self.read(from: tip, of: reference, in: repository))
      }
      return records
    }
  }

  /// Writes the commit that adds `record`.
  public func recording(_ record: CIRecord, by identity: Identity) throws -> RecordCommit {
    let chain = RecordChain(reference: try record.reference)
    let files = [
      Self.file: try RecordJSON.encode(StoredRecord(record)),
      Self.logFile: Array(record.log.end(Self.longestLog).utf8),
    ]
    return try repository.read { (repository) throws(GitError) in
      try chain.commit(
        files,
        message: "\(record.job): \(record.result.rawValue) at \(record.commit.short)\n",
        by: identity.signature(at: record.finishedAt),
        in: repository
      )
    }
  }

  static func read(
    from id: ObjectID,
    of reference: RefName,
    in repository: borrowing Repository
  ) throws -> CIRecord {
    let place = "\(file) of \(reference)"
    guard let bytes = try RecordChain.file(file, of: id, in: repository, limit: 64 << 10) else {
      throw GitOpsError(code: .unreadableRecord, operation: "read \(place)", reason: "there is no such file")
    }
    let stored = try RecordJSON.decode(StoredRecord.self, from: bytes, at: place)
    let log = try RecordChain.file(logFile, of: id, in: repository, limit: longestLog + 4) ?? []
    let record = stored.record(log: String(decoding: log, as: UTF8.self))
    guard try record.reference == reference else {
      throw GitOpsError(
        code: .unreadableRecord,
        operation: "read \(place)",
        reason: "it is about another commit or job"
      )
    }
    return record
  }

  /// What `record.json` holds.
  private struct StoredRecord: Codable {
    let commit: ObjectID
    let job: JobName
    let result: CIRecord.Outcome
    let finishedAt: Timestamp

    init(_ record: CIRecord) {
      commit = record.commit
      job = record.job
      result = record.result
      finishedAt = record.finishedAt
    }

    func record(log: String) -> CIRecord {
      CIRecord(commit: commit, job: job, result: result, finishedAt: finishedAt, log: log)
    }
  }
}
