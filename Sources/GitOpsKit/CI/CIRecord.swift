public import GitKit

/// What a CI job did with a commit, and what it printed.
public struct CIRecord: Sendable, Hashable, Codable {
  /// How a job ended.
  public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// It passed.
    case success
    /// It found something wrong.
    case failure
    /// Somebody or something stopped it.
    case cancelled
    /// It had nothing to do.
    case skipped
  }

  /// The commit it looked at.
  public var commit: ObjectID
  /// The job.
  public var job: JobName
  /// How it ended.
  public var result: Outcome
  /// When it ended.
  public var finishedAt: Timestamp
  /// What it printed; the end of it, when it was too long.
  public var log: String

  /// Keeps what a job did.
  public init(commit: ObjectID, job: JobName, result: Outcome, finishedAt: Timestamp, log: String) {
    self.commit = commit
    self.job = job
    self.result = result
    self.finishedAt = finishedAt
    self.log = log
  }

  /// Where it stands: `refs/longshore/ci/<commit>/<job>`.
  public var reference: RefName {
    get throws(GitError) { try RefName("\(CILedger.prefix)\(commit)/\(job)") }
  }
}
