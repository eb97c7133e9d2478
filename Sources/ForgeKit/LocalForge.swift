import GitKit
public import GitOpsKit
public import GitTransport

/// Proposals kept in the repository itself, on any Git server: the forge that needs no forge.
///
/// Everything is read from what was just fetched and written by pushes that name what they expect, so several agents may
/// work at once, and a run that was cut short is finished by the next one.
public struct LocalForge: ProposalPublisher, ProposalReader {
  private let remote: RemoteRepository
  private let deploymentBranch: String
  private let remoteName: String
  /// How often a publication is tried while others change the same references.
  private let attempts: Int

  /// Proposals of the repository behind `remote`.
  ///
  /// - Parameters:
  ///   - remote: The server, and the local repository with the commits to propose.
  ///   - deploymentBranch: The branch that proposals are merged into.
  ///   - remoteName: What the local repository calls the server.
  ///   - attempts: How often to try while others publish too.
  public init(
    _ remote: RemoteRepository,
    deploymentBranch: String = "main",
    remoteName: String = "origin",
    attempts: Int = 8
  ) {
    self.remote = remote
    self.deploymentBranch = deploymentBranch
    self.remoteName = remoteName
    self.attempts = attempts
  }

  /// All proposals that can be read, the newest first.
  public func proposals() async throws -> [Proposal] {
    try await fetch()
    return try ledger().listing().proposals
  }

  /// The proposal `number`.
  public func proposal(_ number: Int) async throws -> Proposal {
    try await fetch()
    return try ledger().proposal(number)
  }

  /// Opens a proposal, brings the open one of the same topic up to date, or finds that there is nothing to do.
  ///
  /// - Throws: ``ForgeError`` when the server refuses it or the draft is empty, and what fetching and pushing throw.
  public func publish(_ draft: ProposalDraft) async throws -> Publication {
    for _ in 0..<attempts {
      try await fetch()
      let plan = try plan(draft)
      if try await push(plan, of: draft) { return plan.publication }
    }
    throw ForgeError(
      code: .contended,
      operation: "publish \(draft.topic)",
      reason: "others changed the same references each of \(attempts) times",
      help: "try again in a moment"
    )
  }

  /// Pushes what `plan` says; false when somebody else was faster.
  private func push(_ plan: PublicationPlan, of draft: ProposalDraft) async throws -> Bool {
    guard !plan.updates.isEmpty else { return true }
    let results: [PushResult]
    do throws(GitError) {
      results = try await remote.push(plan.updates, within: .agent)
    } catch {
      guard [.moved, .alreadyExists, .notFastForward].contains(error.code) else { throw error }
      return false
    }
    for result in results {
      guard case .refused(let reason) = result.outcome else { continue }
      if try await hasChanged(plan) { return false }
      throw ForgeError(
        code: .refused,
        operation: "publish \(draft.topic)",
        reason: "the server refused \(result.ref.shortName): \(reason)",
        help: result.serverMessage.isEmpty
          ? "ask the server's administrator" : "read what the server says, and change the draft",
        serverMessage: result.serverMessage
      )
    }
    return true
  }

  /// Whether the server holds something else than the plan was made for, which explains a refusal.
  private func hasChanged(_ plan: PublicationPlan) async throws -> Bool {
    let held = try await remote.references()
    return plan.updates.contains { update in
      switch update.expecting {
      case .anything: false
      case .absent: held[update.ref] != nil
      case .value(let id): held[update.ref] != id
      }
    }
  }

  private func fetch() async throws(GitError) {
    try await remote.fetch([.branches(ofRemote: remoteName), .longshore], pruning: .prune)
  }

  private func ledger() throws -> ProposalLedger {
    let repository = try SharedRepository(at: remote.localRepository)
    let branch = try DeploymentBranch(deploymentBranch, on: .fetched(from: remoteName), in: repository)
    return try ProposalLedger(in: repository, against: branch)
  }

  private func plan(_ draft: ProposalDraft) throws -> PublicationPlan {
    let repository = try SharedRepository(at: remote.localRepository)
    let branch = try DeploymentBranch(deploymentBranch, on: .fetched(from: remoteName), in: repository)
    let planner = PublicationPlanner(
      repository: repository,
      deploymentTip: try branch.requireTip(),
      ledger: try ProposalLedger(in: repository, against: branch),
      remoteName: remoteName
    )
    return try planner.plan(draft)
  }
}
