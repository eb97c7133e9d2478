import GitKit
public import GitOpsKit
public import GitTransport
import SourceDiagnostics

/// Reads, approves and rejects proposals in the name of a person: the only code that can merge.
public struct Reviewer: Sendable {
  let remote: RemoteRepository
  let approver: Identity
  let deploymentBranch: String
  let remoteName: String
  /// How often a push is tried while others move the same reference.
  let attempts: Int

  /// Reviews for `approver`.
  ///
  /// - Parameters:
  ///   - remote: The server, and a local clone of it.
  ///   - approver: The person, as merge commits will name them.
  ///   - deploymentBranch: The branch that proposals are merged into.
  ///   - remoteName: What the clone calls the server.
  ///   - attempts: How often to try while others push too.
  public init(
    _ remote: RemoteRepository,
    as approver: Identity,
    deploymentBranch: String = "main",
    remoteName: String = "origin",
    attempts: Int = 5
  ) {
    self.remote = remote
    self.approver = approver
    self.deploymentBranch = deploymentBranch
    self.remoteName = remoteName
    self.attempts = attempts
  }

  /// All proposals that can be read, the newest first, and what can't be.
  public func list() async throws -> (proposals: [Proposal], problems: [GitOpsError]) {
    try await fetch().ledger.listing()
  }

  /// The proposal `number`, judged anew as of `now`.
  public func show(_ number: Int, now: Timestamp) async throws -> Review {
    let clone = try await fetch()
    return try clone.review(clone.ledger.proposal(number), at: now).review
  }

  func fetch() async throws -> ReviewClone {
    try await remote.fetch([.branches(ofRemote: remoteName), .longshore], pruning: .prune)
    let repository = try SharedRepository(at: remote.localRepository)
    let branch = try DeploymentBranch(deploymentBranch, on: .fetched(from: remoteName), in: repository)
    return ReviewClone(
      repository: repository,
      branch: branch,
      ledger: try ProposalLedger(in: repository, against: branch),
      remoteName: remoteName
    )
  }

  /// What an approver may push, and nobody else has: the deployment branch, and events of proposals.
  private func scope() throws(GitError) -> PushScope {
    PushScope(patterns: [try RefName.branch(deploymentBranch).name, ProposalLedger.prefix + "*"])
  }

  /// Pushes one reference; false when somebody else was faster.
  func push(_ update: RefUpdate, _ operation: String) async throws -> Bool {
    let results: [PushResult]
    do throws(GitError) {
      results = try await remote.push([update], within: try scope())
    } catch {
      guard [.moved, .alreadyExists, .notFastForward].contains(error.code) else { throw error }
      return false
    }
    for result in results {
      guard case .refused(let reason) = result.outcome else { continue }
      let held = try await remote.references()[update.ref]
      if update.expecting != held.map({ .value($0) }) ?? .absent { return false }
      var error = ReviewError(
        code: .refused,
        operation: operation,
        reason: "the server refused \(result.ref.shortName): \(reason)",
        help: "make sure the server knows you as an approver"
      )
      error.serverMessage = .init(result.serverMessage)
      throw error
    }
    return true
  }

  func contended(_ operation: String) -> ReviewError {
    ReviewError(
      code: .contended,
      operation: operation,
      reason: "somebody else moved the same reference each of \(attempts) times",
      help: "try again in a moment"
    )
  }
}
