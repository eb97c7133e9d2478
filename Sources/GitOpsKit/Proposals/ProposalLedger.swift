public import GitKit
import SourceDiagnostics

/// The proposals that a repository holds at `refs/longshore/proposals/<number>`.
///
/// Each such reference is a chain of commits. A commit is one event: its tree holds `proposal.json`, the proposal as it
/// is from then on, and `event.json`, what happened; who did it and when stands in the commit. `git log` shows it all.
public struct ProposalLedger: Sendable {
  /// What the references begin with.
  public static let prefix = "refs/longshore/proposals/"
  /// The most proposals that are read.
  static let mostProposals = 10_000

  let repository: SharedRepository
  private let deploymentTip: ObjectID?
  private let approverEmails: Set<String>

  /// The proposals of `repository` against its deployment branch.
  ///
  /// - Parameters:
  ///   - repository: Where they are; a clone has to fetch first.
  ///   - branch: The branch they are merged into.
  /// - Throws: `GitError` when the branch can't be read.
  public init(in repository: SharedRepository, against branch: DeploymentBranch) throws {
    self.repository = repository
    deploymentTip = try branch.tip
    let approvers = deploymentTip == nil ? [] : try branch.configuration().value?.approvers ?? []
    let emails = approvers.compactMap(\.email)
    // With one approver's address unknown nobody can be ruled out here; the guard has looked at who pushed.
    approverEmails = emails.count == approvers.count ? Set(emails.map { $0.lowercased() }) : []
  }

  /// Every proposal, the newest first, and what could not be read.
  public func listing() throws -> (proposals: [Proposal], problems: [GitOpsError]) {
    var proposals: [Proposal] = []
    var problems: [GitOpsError] = []
    for (reference, tip) in try references() {
      do {
        proposals.append(try proposal(reference, tip))
      } catch let error as GitOpsError {
        problems.append(error)
      } catch let error as GitError {
        problems.append(GitOpsError(code: .unreadableRecord, operation: "read \(reference)", reason: error.reason))
      }
    }
    return (proposals.sorted { $0.number > $1.number }, problems)
  }

  /// The proposal `number`.
  ///
  /// - Throws: ``GitOpsError`` with ``GitOpsError/Code/notFound`` when there is none.
  public func proposal(_ number: Int) throws -> Proposal {
    let reference = try Self.reference(number)
    let tip = try repository.read { (repository) throws(GitError) in try repository.reference(reference) }
    guard let tip else {
      throw GitOpsError(
        code: .notFound,
        operation: "read proposal \(number)",
        reason: "there is none of that number",
        help: "list the proposals to see which there are"
      )
    }
    return try proposal(reference, tip)
  }

  /// The highest number that is taken, readable or not; 0 when there is no proposal.
  public func highestNumber() throws(GitError) -> Int {
    try references().compactMap { Self.number(of: $0.0) }.max() ?? 0
  }

  /// The reference of the proposal `number`.
  public static func reference(_ number: Int) throws(GitError) -> RefName { try RefName("\(prefix)\(number)") }

  /// The number in a reference's name, if it's written as we write it.
  static func number(of reference: RefName) -> Int? {
    guard reference.hasPrefix(prefix) else { return nil }
    let digits = reference.name.dropFirst(prefix.count)
    guard digits.count <= 9, let number = Int(digits), number > 0, String(number) == digits else { return nil }
    return number
  }

  func references() throws(GitError) -> [(RefName, ObjectID)] {
    try repository.read { (repository) throws(GitError) in
      try repository.references(matching: Self.prefix, limit: Self.mostProposals)
    }
    .filter { Self.number(of: $0.0) != nil }
  }

  private func proposal(_ reference: RefName, _ tip: ObjectID) throws -> Proposal {
    try repository.lend { repository in
      let record = try ProposalRecord.read(from: tip, of: reference, in: repository)
      let events = try Self.events(of: reference, tip, in: repository)
      let draft = record.draft(at: events.first?.at ?? Timestamp(seconds: 0))
      let state = try state(of: record, events, in: repository)
      return Proposal(draft, number: record.number, branch: record.branch, state: state, events: events)
    }
  }

  private static func events(
    of reference: RefName,
    _ tip: ObjectID,
    in repository: borrowing Repository
  ) throws -> [ProposalEvent] {
    let longest = RecordChain.longest
    let commits = try repository.history(from: tip, following: .first, limit: longest + 1)
    guard commits.count <= RecordChain.longest else {
      throw GitOpsError(
        code: .tooLarge,
        operation: "read \(reference)",
        reason: "it has more than \(RecordChain.longest) events",
        help: "withdraw it and propose the change anew"
      )
    }
    var events: [ProposalEvent] = []
    for commit in commits.reversed() {
      events.append(try EventRecord.read(from: commit, of: reference, in: repository))
    }
    return events
  }

  /// What became of a proposal: history has the first word, then approvers, then the author.
  private func state(
    of record: ProposalRecord,
    _ events: [ProposalEvent],
    in repository: borrowing Repository
  ) throws -> Proposal.State {
    if let deploymentTip, try repository.hasObject(record.head),
      try repository.isAncestor(record.head, of: deploymentTip)
    {
      return .merged
    }
    let isRejected = events.contains { event in
      event.kind == .rejected && (approverEmails.isEmpty || approverEmails.contains(event.by.email.lowercased()))
    }
    if isRejected { return .rejected }
    return events.last { !$0.kind.isReserved }?.kind == .withdrawn ? .withdrawn : .open
  }
}
