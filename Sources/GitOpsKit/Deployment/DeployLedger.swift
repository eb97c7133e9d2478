public import GitKit
import SourceDiagnostics

/// The reports of the service hosts at `refs/longshore/deploy/<host>`.
///
/// Each such reference is a chain of commits whose trees hold `report.json` and, below `logs/`, what failing services
/// have printed.
public struct DeployLedger: Sendable {
  /// What the references begin with.
  public static let prefix = "refs/longshore/deploy/"

  static let file = "report.json"
  static let longest = 4 << 20
  /// The most bytes of a log.
  static let longestLog = 64 << 10

  private let repository: SharedRepository

  /// The reports in `repository`; a clone has to fetch first.
  public init(in repository: SharedRepository) { self.repository = repository }

  /// The hosts that have reported, sorted.
  public func hosts() throws(GitError) -> [String] {
    try repository.read { (repository) throws(GitError) in
      try repository.references(matching: Self.prefix, limit: 1_000)
    }
    .map { String($0.0.name.dropFirst(Self.prefix.count)) }
  }

  /// The last reports of `host`, the newest first.
  public func reports(of host: String, limit: Int = 1) throws -> [DeployReport] {
    let reference = try Self.reference(host)
    return try repository.lend { repository in
      guard let tip = try repository.reference(reference) else { return [] }
      let commits = try repository.history(from: tip, following: .first, limit: limit)
      var reports: [DeployReport] = []
      for commit in commits { reports.append(try ReportRecord.read(from: commit.id, of: reference, in: repository)) }
      return reports
    }
  }

  /// The last report of `host`; nil when it hasn't reported yet.
  public func latest(of host: String) throws -> DeployReport? { try reports(of: host).first }

  /// Writes the commit that adds `report`.
  public func recording(_ report: DeployReport, by identity: Identity) throws -> RecordCommit {
    let chain = RecordChain(reference: try Self.reference(report.host))
    let (record, logs) = ReportRecord.split(report)
    var files = [Self.file: try RecordJSON.encode(record)]
    for (name, log) in logs { files[name] = Array(log.utf8) }
    return try repository.read { (repository) throws(GitError) in
      try chain.commit(
        files,
        message: Self.message(report),
        by: identity.signature(at: report.finishedAt),
        in: repository
      )
    }
  }

  /// The reference of `host`.
  public static func reference(_ host: String) throws(GitError) -> RefName { try RefName("\(prefix)\(host)") }

  private static func message(_ report: DeployReport) -> String {
    let counts = StackReport.Outcome.allCases.compactMap { outcome in
      let count = report.stacks.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    let summary = counts.isEmpty ? "no stacks" : counts.joined(separator: ", ")
    let stacks = report.stacks.filter { $0.outcome != .unchanged }.prefix(100)
      .map {
        "- \($0.stack): \($0.outcome.rawValue)" + ($0.reason.map { ": \(GitOpsError.excerpt($0, limit: 200))" } ?? "")
      }
    return (["\(report.host) at \(report.revision.short): \(summary)", ""] + stacks).joined(separator: "\n") + "\n"
  }
}
