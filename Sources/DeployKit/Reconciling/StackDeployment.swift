import ComposeModel
import GitKit
import GitOpsKit
import SourceDiagnostics

/// Brings one stack to a version, and back to the last healthy one when that doesn't work.
struct StackDeployment<Target: DeployTarget, C: Clock>: Sendable where C.Duration == Duration {
  let target: Target
  let gate: HealthGate<C>
  let folder: StackFolder
  let journal: DeployJournal
  let repository: SharedRepository

  /// How an attempt to run a version ended.
  private enum Attempt {
    /// All services are as they should be.
    case healthy([ServiceHealth])
    /// It was started and isn't healthy, or couldn't be started.
    case unhealthy(Failure)
    /// Nothing that runs was touched, and it can be tried again.
    case untouched(StackReport.Outcome, String)
  }

  private struct Failure {
    var reason: String
    var services: [ServiceHealth] = []
    var logs: String?
  }

  /// Deploys `stack` as it is at the commit of `view`.
  ///
  /// - Parameters:
  ///   - stack: The stack.
  ///   - version: What it is there.
  ///   - view: The head of the deployment branch.
  ///   - known: What is known of the stack.
  /// - Returns: What the journal now knows, with the report in it.
  /// - Throws: ``DeployError`` when the host can't; the journal then says that this stack was begun.
  func deploy(
    _ stack: RepositoryPath,
    to version: StackRecord.Version,
    from view: CommitView,
    known: StackRecord?
  ) async throws -> StackRecord {
    let project = view.project(of: stack) ?? known?.project ?? ""
    var record = known ?? StackRecord(project: project)
    record.refusal = nil
    try await journal.begin(stack, as: project, at: version)
    let before = record.running
    func report(_ outcome: StackReport.Outcome, _ reason: String? = nil, _ failure: Failure? = nil) -> StackReport {
      StackReport(
        stack,
        outcome,
        from: before?.commit,
        to: version.commit,
        healthy: record.healthy?.commit,
        services: failure?.services ?? [],
        reason: reason,
        logs: failure?.logs
      )
    }
    switch try await attempt(stack, at: view, &record) {
    case .healthy(let services):
      (record.running, record.healthy, record.tried) = (version, version, version)
      record.report = report(.deployed)
      record.report?.services = services
    case .untouched(let outcome, let reason):
      if let before { putBack(stack, before, reusing: view) }
      record.report = report(outcome, reason)
    case .unhealthy(let failure):
      record.tried = version
      record.running = version
      if let healthy = record.healthy, healthy.inputs != version.inputs {
        let (outcome, reason) = try await goBack(stack, to: healthy, from: view, because: failure, &record)
        record.report = report(outcome, reason, failure)
      } else {
        // There is nothing to go back to: it's left as it is, so that whoever mends it can look at it.
        record.report = report(.failed, failure.reason, failure)
      }
    }
    record.begun = nil
    try await journal.finish(stack, with: record)
    return record
  }

  private func attempt(
    _ path: RepositoryPath,
    at view: CommitView,
    _ record: inout StackRecord
  ) async throws -> Attempt {
    let placed: StackFolder.Placed
    do {
      placed = try folder.place(path, from: view)
    } catch let obstacle as StackFolder.Obstacle {
      return .untouched(.refused, line(obstacle.reason, placed: nil))
    }
    do throws(DeployError) {
      try await target.prepare(placed.stack)
    } catch {
      guard error.isAboutTheStack else { throw error }
      return .untouched(.failed, line(error.description, placed: placed))
    }
    do throws(DeployError) {
      // Under a new name it would meet its own ports and container names under the old one.
      if record.running != nil, record.project != placed.stack.project { try await target.remove(record.project) }
      record.project = placed.stack.project
      try await target.apply(placed.stack)
    } catch {
      guard error.isAboutTheStack else { throw error }
      let services = placed.stack.services.map(\.name)
      var failure = Failure(reason: line(error.description, placed: placed))
      failure.logs = await logs(of: services, placed, after: error.details)
      return .unhealthy(failure)
    }
    let judgement = try await gate.judge(placed.stack.services) { [project = placed.stack.project] in
      try await target.containers(of: project)
    }
    if judgement.decision == .healthy { return .healthy(judgement.services) }
    let reason = line(judgement.reasons.joined(separator: "; "), placed: placed)
    let logs = await logs(of: judgement.troubled, placed, after: nil)
    return .unhealthy(Failure(reason: reason, services: judgement.services, logs: logs))
  }

  private func goBack(
    _ stack: RepositoryPath,
    to healthy: StackRecord.Version,
    from head: CommitView,
    because failure: Failure,
    _ record: inout StackRecord
  ) async throws -> (StackReport.Outcome, String) {
    let wish = "going back to \(healthy.commit.short)"
    let view: CommitView
    do { view = try CommitView(healthy.commit, in: repository, reusing: head.stacks) } catch let error as GitError {
      return (.failed, "\(failure.reason); \(wish) wasn't possible: \(error)")
    }
    switch try await attempt(stack, at: view, &record) {
    case .healthy:
      record.running = healthy
      return (.rolledBack, failure.reason)
    case .untouched(_, let reason):
      return (.failed, "\(failure.reason); \(wish) wasn't possible: \(reason)")
    case .unhealthy(let second):
      record.running = healthy
      return (.failed, "\(failure.reason); \(wish) didn't help: \(second.reason)")
    }
  }

  /// Writes the files of what still runs, which mounts them.
  private func putBack(_ stack: RepositoryPath, _ version: StackRecord.Version, reusing head: CommitView) {
    // Where that can't be done what runs goes on running, and its files are written again before it's changed.
    _ = try? folder.place(stack, from: CommitView(version.commit, in: repository, reusing: head.stacks))
  }

  private func logs(
    of services: [String],
    _ placed: StackFolder.Placed,
    after details: UntrustedText?
  ) async -> String? {
    // A service's last words are worth having, but not worth failing for.
    let printed = services.isEmpty ? nil : try? await target.logs(of: services, in: placed.stack)
    let texts = [details, printed].compactMap { $0 }.filter { !$0.isBlank }
    guard !texts.isEmpty else { return nil }
    return texts.map { placed.redaction.redacted($0.lastLines(of: 200)) }.joined(separator: "\n")
  }

  private func line(_ reason: String, placed: StackFolder.Placed?) -> String {
    String((placed?.redaction ?? LogRedaction()).redacted(reason).neutralised.unicodeScalars.prefix(600))
  }
}

extension DeployError {
  /// Whether the engine and the host are fine and the stack isn't.
  var isAboutTheStack: Bool { [.refusedByEngine, .imagesUnavailable, .timedOut].contains(code) }
}

extension UntrustedText {
  /// The last `count` lines, made safe to show.
  fileprivate func lastLines(of count: Int) -> String {
    escaped(limit: 200_000).split(separator: "\n", omittingEmptySubsequences: false).suffix(count)
      .map { $0.unicodeScalars.count > 1_000 ? "\($0.prefix(1_000))…" : String($0) }
      .joined(separator: "\n")
  }
}
