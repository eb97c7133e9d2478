import ComposeModel
import GitKit

/// What `report.json` holds: the report with the names of files in the place of logs.
struct ReportRecord: Codable {
  let report: DeployReport
  let logFiles: [String: String]

  private enum CodingKeys: CodingKey {
    case logFiles
  }

  private init(_ report: DeployReport, logFiles: [String: String]) {
    self.report = report
    self.logFiles = logFiles
  }

  init(from decoder: any Decoder) throws {
    report = try DeployReport(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    logFiles = try container.decodeIfPresent([String: String].self, forKey: .logFiles) ?? [:]
  }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(logFiles, forKey: .logFiles)
  }

  /// Takes the logs out of `report`, the end of each that is too long.
  static func split(_ report: DeployReport) -> (ReportRecord, [(name: String, log: String)]) {
    var report = report
    var files: [String: String] = [:]
    var logs: [(name: String, log: String)] = []
    for index in report.stacks.indices {
      guard let log = report.stacks[index].logs else { continue }
      let stack = report.stacks[index].stack.string
      let name = "logs/\(index + 1)-\(TopicName(slugging: stack)).log"
      files[stack] = name
      logs.append((name, log.end(DeployLedger.longestLog)))
      report.stacks[index].logs = nil
    }
    return (ReportRecord(report, logFiles: files), logs)
  }

  static func read(
    from id: ObjectID,
    of reference: RefName,
    in repository: borrowing Repository
  ) throws -> DeployReport {
    let place = "\(DeployLedger.file) of \(reference)"
    guard let bytes = try RecordChain.file(DeployLedger.file, of: id, in: repository, limit: DeployLedger.longest)
    else {
      throw GitOpsError(code: .unreadableRecord, operation: "read \(place)", reason: "there is no such file")
    }
    let record = try RecordJSON.decode(ReportRecord.self, from: bytes, at: place)
    var report = record.report
    guard DeployLedger.prefix + report.host == reference.name else {
      throw GitOpsError(code: .unreadableRecord, operation: "read \(place)", reason: "it is the report of another host")
    }
    for index in report.stacks.indices {
      guard let name = record.logFiles[report.stacks[index].stack.string], name.hasPrefix("logs/") else { continue }
      let log = try RecordChain.file(name, of: id, in: repository, limit: DeployLedger.longestLog + 4)
      report.stacks[index].logs = log.map { String(decoding: $0, as: UTF8.self) }
    }
    return report
  }
}

extension String {
  /// The last `limit` bytes, from the beginning of a character on.
  func end(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    return "…" + String(decoding: utf8.suffix(limit - 3).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
  }
}
