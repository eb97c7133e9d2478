import ComposeModel
public import GitKit
import PolicyEngine
import SourceDiagnostics

/// Where everything stands, read from Git alone: open proposals with their CI, and the hosts.
public struct Overview: Sendable, Codable {
  /// An open proposal.
  public struct OpenProposal: Sendable, Codable {
    /// Its number.
    public var number: Int
    /// Its title.
    public var title: String
    /// What policy said when it was made.
    public var verdict: String
    /// The jobs that CI ran for it, and how each ended.
    public var jobs: [String: CIRecord.Outcome]
  }

  /// A host, as it last said.
  public struct Host: Sendable, Codable {
    /// Its name.
    public var name: String
    /// The commit it deployed.
    public var revision: ObjectID
    /// When it said so.
    public var reportedAt: Timestamp
    /// Whether that is the deployment branch's last commit.
    public var isCurrent: Bool
    /// The stacks that aren't as the branch wants them, each with the reason.
    public var troubled: [StackReport]
    /// How many stacks are as they should be.
    public var fineCount: Int
  }

  /// The proposals that wait for an answer.
  public var proposals: [OpenProposal]
  /// The hosts that have reported.
  public var hosts: [Host]
  /// What couldn't be read.
  public var problems: [String]

  /// Reads a repository.
  ///
  /// - Parameters:
  ///   - repository: A clone that was just fetched, or the server's own.
  ///   - branch: The deployment branch.
  /// - Throws: `GitError` when the repository can't be read; a record that can't be is a problem.
  public init(of repository: SharedRepository, on branch: DeploymentBranch) throws {
    let listing = try ProposalLedger(in: repository, against: branch).listing()
    problems = listing.problems.map(\.description)
    proposals = []
    hosts = []
    let ci = CILedger(in: repository)
    for proposal in listing.proposals where proposal.state == .open {
      var records: [CIRecord] = []
      do { records = try ci.records(of: proposal.head) } catch { problems.append("\(error)") }
      let jobs = Dictionary(records.map { ($0.job.name, $0.result) }) { _, later in later }
      let verdict = proposal.verdict.rawValue
      proposals.append(.init(number: proposal.number, title: proposal.title, verdict: verdict, jobs: jobs))
    }
    let tip = try branch.tip
    let deployments = DeployLedger(in: repository)
    for name in try deployments.hosts() {
      do {
        if let report = try deployments.latest(of: name) { hosts.append(Host(report, tip: tip)) }
      } catch {
        problems.append("\(error)")
      }
    }
  }

  /// Whether every host runs what it should.
  public var isFine: Bool { problems.isEmpty && hosts.allSatisfy(\.troubled.isEmpty) }
}

extension Overview.Host {
  init(_ report: DeployReport, tip: ObjectID?) {
    name = report.host
    revision = report.revision
    reportedAt = report.finishedAt
    isCurrent = report.revision == tip
    troubled = report.stacks.filter { [.failed, .rolledBack, .refused].contains($0.outcome) }
    fineCount = report.stacks.count - troubled.count
  }
}

extension Overview {
  /// The same as text.
  public var page: String {
    var lines = [proposals.isEmpty ? "no proposal is open" : "\(counted(proposals.count, "open proposal")):"]
    for proposal in proposals {
      let jobs = proposal.jobs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
      let ci = jobs.isEmpty ? "" : " · CI: \(jobs.joined(separator: ", "))"
      lines.append("  #\(proposal.number) \(proposal.title.neutralised) · \(proposal.verdict)\(ci)")
    }
    lines.append(hosts.isEmpty ? "no host has reported" : "\(counted(hosts.count, "host")):")
    for host in hosts {
      let place = host.isCurrent ? "up to date" : "at \(host.revision.hex.prefix(10)), behind the branch"
      lines.append("  \(host.name): \(place), \(counted(host.fineCount, "stack")) fine · \(host.reportedAt)")
      for stack in host.troubled {
        let reason = stack.reason.map { ": \($0.neutralised)" } ?? ""
        lines.append("    \(stack.stack) \(stack.outcome.rawValue)\(reason)")
      }
    }
    lines += problems.map { "problem: \($0.neutralised)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
