import GitKit
public import GitOpsKit
import PolicyEngine
import SourceDiagnostics

/// Makes a model's changes into proposals: edits, judges, commits and publishes.
///
/// It writes to the object database and to branches below `longshore/` only. It is handed a `ProposalPublisher`,
/// which can't merge, and no other power.
public struct Proposer: Sendable {
  let repository: SharedRepository
  let branch: DeploymentBranch
  let publisher: any ProposalPublisher
  let environment: [String: String]

  /// Proposes changes of `branch`.
  ///
  /// - Parameters:
  ///   - branch: The deployment branch, from which policy and configuration come too.
  ///   - repository: The local clone.
  ///   - publisher: Where proposals go.
  ///   - environment: Variables beside those of the files.
  public init(
    to branch: DeploymentBranch,
    in repository: SharedRepository,
    through publisher: any ProposalPublisher,
    environment: [String: String] = [:]
  ) {
    self.repository = repository
    self.branch = branch
    self.publisher = publisher
    self.environment = environment
  }

  /// Asks `model` for changes of the deployment branch's stacks, and proposes them.
  ///
  /// Doing it again finds the same proposals and changes nothing.
  ///
  /// - Parameters:
  ///   - now: The time, for commits and for exceptions of the policy that run out.
  ///   - name: What the commits call the model.
  ///   - model: Answers with what it would like to change in these stacks, which were loaded from these files.
  /// - Returns: What became of each change.
  /// - Throws: What the repository or the publisher throws. What was published before stays.
  public func run(
    at now: Timestamp,
    model name: String = RulesModel.name,
    asking model: (StackTree, CommitTree) throws -> ModelAnswer
  ) async throws -> ProposingRun {
    let base = try base(at: now)
    let answer = try model(base.stacks, CommitTree(base.commit, in: repository))
    var run = ProposingRun(skipped: answer.skipped)
    for change in answer.changes { run.outcomes.append(try await propose(change, on: base, by: name)) }
    return run
  }

  private func base(at now: Timestamp) throws -> ProposingBase {
    let commit = try branch.requireTip()
    let tree = CommitTree(commit, in: repository)
    return ProposingBase(
      commit: commit,
      branch: branch.name,
      stacks: try StackTree.load(from: tree, environment: environment),
      policy: try branch.policy().value ?? .denying,
      configuration: try branch.configuration().value ?? HomelabConfiguration(),
      now: now
    )
  }

  private func propose(
    _ change: ProposedChange,
    on base: ProposingBase,
    by model: String
  ) async throws -> ProposalOutcome {
    let tried: TriedChange
    do {
      tried = try trial(of: change, on: base)
    } catch let error as UneditableFile {
      return ProposalOutcome(.skipped, topic: change.topic, title: change.title, reason: error.description)
    }
    let draft = try draft(of: tried, on: base, by: model)
    guard tried.judgement.verdict != .deny else { return ProposalOutcome(.refused, draft) }
    let publication = try await publisher.publish(draft)
    try remember(publication.proposal)
    switch publication {
    case .opened(let proposal): return ProposalOutcome(.opened, draft, proposal)
    case .updated(let proposal): return ProposalOutcome(.updated, draft, proposal)
    case .unchanged(let proposal): return ProposalOutcome(.unchanged, draft, proposal)
    }
  }

  private func draft(of tried: TriedChange, on base: ProposingBase, by model: String) throws -> ProposalDraft {
    let agent = base.configuration.agent.identity
    // A denied change gets no commit: nothing of it is left but loose objects.
    let isDenied = tried.judgement.verdict == .deny
    let commits = isDenied ? (head: base.commit, base: base.commit) : try commit(tried, on: base, by: model)
    return ProposalDraft(
      topic: tried.change.topic,
      title: tried.change.title,
      body: ProposalBody(tried.change, effect: tried.effect, judgement: tried.judgement).markdown,
      head: commits.head,
      base: commits.base,
      verdict: tried.judgement.verdict,
      summary: ProposalSummary(tried),
      author: agent,
      at: base.now,
      fingerprint: tried.fingerprint
    )
  }

  /// Points the agent's local branch to what was published, where that is known here.
  private func remember(_ proposal: Proposal) throws {
    try repository.read { (repository) throws(GitError) in
      guard try repository.hasObject(proposal.head), try repository.reference(proposal.branch) != proposal.head else {
        return
      }
      // A branch that is checked out belongs to whoever works on it.
      if !repository.isBare, try repository.headBranch() == proposal.branch { return }
      try repository.updateReference(
        proposal.branch,
        to: proposal.head,
        expecting: .anything,
        log: "propose: \(proposal.topic)"
      )
    }
  }
}

extension Policy {
  /// A policy that couldn't be read at all.
  fileprivate static let denying = Policy(isComplete: false)
}

extension ProposalOutcome {
  fileprivate init(_ kind: Kind, _ draft: ProposalDraft, _ proposal: Proposal? = nil) {
    self.init(
      kind,
      topic: draft.topic,
      title: draft.title,
      number: proposal?.number,
      state: proposal?.state,
      verdict: draft.verdict,
      findings: draft.summary.findings
    )
  }
}
