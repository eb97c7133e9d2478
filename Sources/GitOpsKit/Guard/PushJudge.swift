import GitKit
import PolicyEngine
import SourceDiagnostics

/// Decides whether the server takes a push, from nothing but the repository and who pushes.
///
/// | who | may push |
/// |---|---|
/// | agent, and whoever isn't known | `refs/heads/longshore/**` that touches no protected path and isn't denied by policy; events of proposals |
/// | CI | `refs/longshore/ci/**` |
/// | a host | reports to `refs/longshore/deploy/<its name>` |
/// | an approver | anything, but the deployment branch is neither rewound nor removed |
///
/// Policy and configuration come from the deployment branch as it is before the push. Whatever can't be read or
/// understood stands against the push: the judge never lets pass what it has not seen.
public struct PushJudge: Sendable {
  let repository: SharedRepository
  let limits: PushLimits
  private let approvers: Set<String>

  /// Judges pushes into `repository`, which a hook has to open from its environment to see what is pushed.
  ///
  /// - Parameters:
  ///   - repository: The server's repository.
  ///   - approvers: Logins that the server's administrator has named, beside those of the configuration.
  ///   - limits: How much a push may hold.
  public init(_ repository: SharedRepository, approvers: Set<String> = [], limits: PushLimits = PushLimits()) {
    self.repository = repository
    self.approvers = approvers
    self.limits = limits
  }

  /// Judges all updates of one push.
  ///
  /// - Parameters:
  ///   - updates: What is pushed.
  ///   - environment: The hook's environment, which names the pusher.
  ///   - now: The time of the push.
  /// - Returns: Whether the whole push is taken, and what stands against it.
  public func decide(_ updates: [PushedUpdate], environment: [String: String], now: Timestamp) -> PushDecision {
    var configuration = HomelabConfiguration()
    var branch: DeploymentBranch?
    var problem: Diagnostic?
    do {
      branch = try DeploymentBranch.find(in: repository)
      if let branch, try branch.tip != nil { configuration = try branch.configuration().value ?? configuration }
    } catch {
      problem = .unreadable("the deployment branch", error)
    }
    let pusher = Pusher.identify(in: environment, configuration: configuration, approvers: approvers)
    guard let branch else { return PushDecision(pusher: pusher, refusals: [problem].compactMap(\.self), sources: [:]) }
    let scene = PushScene(pusher: pusher, branch: branch, configuration: configuration, updates: updates, now: now)
    var verdict = PushVerdict()
    if let problem, pusher.role != .person { verdict.refuse(problem) }
    judge(scene, &verdict)
    return PushDecision(pusher: pusher, refusals: verdict.refusals.inReadingOrder, sources: verdict.sources)
  }

  private func judge(_ scene: PushScene, _ verdict: inout PushVerdict) {
    if scene.pusher.role != .person, scene.updates.count > limits.references {
      verdict.refuse(.tooManyReferences(scene.updates.count, limit: limits.references))
      return
    }
    guard Set(scene.updates.map(\.ref)).count == scene.updates.count else {
      verdict.refuse(.twiceInOnePush())
      return
    }
    for update in scene.updates {
      do {
        try judge(update, in: scene, &verdict)
      } catch {
        verdict.refuse(.unreadable("what is pushed to \(update.ref)", error))
      }
    }
  }

  private func judge(_ update: PushedUpdate, in scene: PushScene, _ verdict: inout PushVerdict) throws {
    switch scene.pusher.role {
    case .person:
      try judgeApprover(update, in: scene, &verdict)
    case .host:
      guard update.ref.name == DeployLedger.prefix + (scene.pusher.host ?? "") else {
        return verdict.refuse(.notYours(update.ref, scene))
      }
      try judgeReport(update, of: scene.pusher.host ?? "", &verdict)
    case .ci:
      guard update.ref.hasPrefix(CILedger.prefix) else { return verdict.refuse(.notYours(update.ref, scene)) }
      try judgeJob(update, &verdict)
    case .agent:
      if update.ref.hasPrefix(TopicName.branchPrefix) {
        try judgeBranch(update, in: scene, &verdict)
      } else if update.ref.hasPrefix(ProposalLedger.prefix) {
        try judgeProposal(update, in: scene, &verdict)
      } else {
        verdict.refuse(.notYours(update.ref, scene))
      }
    }
  }

  /// An approver may do all but make the deployment branch forget.
  private func judgeApprover(_ update: PushedUpdate, in scene: PushScene, _ verdict: inout PushVerdict) throws {
    guard update.ref == scene.branch.reference, let old = update.old else { return }
    guard let new = update.new else { return verdict.refuse(.deletesDeploymentBranch(scene.branch.name)) }
    let isForward = try repository.read { (repository) throws(GitError) in try repository.isAncestor(old, of: new) }
    if !isForward { verdict.refuse(.rewindsDeploymentBranch(scene.branch.name)) }
  }
}

/// What is known while a push is judged.
struct PushScene {
  let pusher: Pusher
  let branch: DeploymentBranch
  let configuration: HomelabConfiguration
  let updates: [PushedUpdate]
  let now: Timestamp

  /// Whether a commit claims to be by somebody who may approve.
  func isApprover(_ signature: Signature) -> Bool {
    configuration.approvers.contains { $0.email?.lowercased() == signature.email.lowercased() }
  }
}

/// What has been found against a push so far.
struct PushVerdict {
  private(set) var refusals: [Diagnostic] = []
  private(set) var sources: [String: SourceText] = [:]
  /// The stacks of the tree that was loaded last, for the next branch of the same push.
  var known: StackTree?

  mutating func refuse(_ diagnostic: Diagnostic) { refusals.append(diagnostic) }

  mutating func show(_ more: [String: SourceText]) { sources.merge(more) { known, _ in known } }
}
