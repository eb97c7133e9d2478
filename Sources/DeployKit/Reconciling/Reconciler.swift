import ComposeModel
import GitKit
public import GitOpsKit
import PolicyEngine
import ProcessRunner
import SourceDiagnostics

/// Makes what runs on a host equal to what the deployment branch says, once.
///
/// The steps can be broken off anywhere and taken again: a stack is noted as begun before anything of it is touched, the
/// report is written when all stacks are done, and what the server doesn't have of it is pushed by the next run. When
/// nothing is new, nothing is done and nothing is written.
public struct Reconciler<Target: DeployTarget, C: Clock>: Sendable where C.Duration == Duration {
  private let settings: DeploySettings
  private let target: Target
  private let clock: C

  /// Deploys to `target`, looking at health in the time of `clock`.
  public init(_ settings: DeploySettings, to target: Target, clock: C) {
    self.settings = settings
    self.target = target
    self.clock = clock
  }

  /// Does what is new on the deployment branch.
  ///
  /// - Parameter now: The time that goes into the report; exceptions of the policy hold on that day.
  /// - Returns: How the host's stacks are, whatever that is.
  /// - Throws: ``DeployError`` and `GitError` when the world is in the way. What was done until then is remembered, and
  ///   the next run goes on from there.
  public func once(now: Timestamp) async throws -> DeployRun {
    try HostFile.makeDirectory(settings.state, permissions: 0o700)
    guard let lock = try ProcessLock.take(at: "\(settings.state)/lock") else {
      let reason = "another run is at work in \(settings.state)"
      throw DeployError(.busy, "deploy", reason, help: "wait until it has ended")
    }
    let run = try await onceLocked(now)
    withExtendedLifetime(lock) {}
    return run
  }

  private func onceLocked(_ now: Timestamp) async throws -> DeployRun {
    let mirror = try DeployMirror(
      in: settings.state,
      of: settings.remote,
      as: settings.host,
      credentials: settings.credentials,
      patience: settings.patience
    )
    let news = try await mirror.update(startingAt: settings.branch)
    let journal = try DeployJournal(in: settings.state)
    if target.mode == .dryRun {
      return try await ReconcilerPass(settings, news.branch, journal, in: mirror.repository, on: now).forecast(at: now)
    }
    var run = try await act(on: news.branch, journal, mirror, now)
    if run.isNews { try mirror.record(run.report, by: settings.identity) }
    do throws(GitError) {
      try await mirror.publish(after: news.reported)
    } catch {
      run.unpublished = error
    }
    return run
  }

  private func act(
    on branch: DeploymentBranch,
    _ journal: DeployJournal,
    _ mirror: DeployMirror,
    _ now: Timestamp
  ) async throws -> DeployRun {
    let last = mirror.lastReport()
    let head = try branch.requireTip()
    if let last, last.revision == head, settings.retry == .whenChanged, await journal.isSettled(at: head) {
      return DeployRun(report: last, isNews: false)
    }
    let pass = try await ReconcilerPass(settings, branch, journal, in: mirror.repository, on: now)
    let deployment = StackDeployment(
      target: target,
      gate: HealthGate(rules: pass.rules, clock: clock),
      folder: StackFolder(in: settings.state, from: mirror.repository),
      journal: journal,
      repository: mirror.repository
    )
    return try await pass.carryOut(with: deployment, since: last, at: now)
  }
}

extension Reconciler where C == ContinuousClock {
  /// Deploys to `target`, in the time of this machine.
  public init(_ settings: DeploySettings, to target: Target) {
    self.init(settings, to: target, clock: ContinuousClock())
  }
}
