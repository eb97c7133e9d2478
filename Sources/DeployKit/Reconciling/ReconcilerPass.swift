import ComposeModel
import GitKit
import GitOpsKit
import OrderedCollections
import PolicyEngine
import SourceDiagnostics

/// One pass over the host's stacks: what is known before anything is touched, and then the touching.
struct ReconcilerPass: Sendable {
  /// What speaks against the branch or a stack.
  let judgement: BranchJudgement
  /// How long to look at services.
  let rules: HealthRules

  private let settings: DeploySettings
  private let journal: DeployJournal
  private let records: [RepositoryPath: StackRecord]
  private let view: CommitView
  private let plan: StackPlan
  /// From where each refused stack has to be judged the next time.
  private let origins: [RepositoryPath: ObjectID?]

  /// Reads the head of `branch`, judges the way to it and plans.
  init(
    _ settings: DeploySettings,
    _ branch: DeploymentBranch,
    _ journal: DeployJournal,
    in repository: SharedRepository,
    on now: Timestamp
  ) async throws {
    self.settings = settings
    self.journal = journal
    let configuration = try Self.configuration(of: branch)
    let host = try Self.host(named: settings.host, in: configuration)
    var rules = settings.health
    rules.patience = host.healthTimeout
    self.rules = rules
    records = await journal.stacks
    let view = try CommitView(branch.requireTip(), in: repository)
    self.view = view
    let followed = try await Self.followed(journal, in: repository)

    let stacks = view.stacks.stacks.keys.filter { host.runs($0) }
    var versions: [RepositoryPath: StackRecord.Version] = [:]
    for stack in stacks { versions[stack] = try view.version(of: stack) }

    let judge = BranchJudge(
      repository: repository,
      configuration: configuration,
      policy: try branch.policy().value ?? Policy(isComplete: false),
      day: now.day
    )
    var judgement = BranchJudgement()
    if let followed, settings.rewind == .refuse, try !view.descends(from: followed) {
      judgement.objections.append(.rewoundBranch(branch.name, followed))
    }
    var origins: [RepositoryPath: ObjectID?] = [:]
    for stack in stacks { origins[stack] = records[stack]?.refusal.map(\.from) ?? followed }
    for origin in Set(origins.values).union([followed]) where origin != view.commit {
      let found = try judge.judge(from: origin, to: view)
      if origin == followed { judgement.objections += found.objections }
      for (stack, diagnostics) in found.denied where origins[stack] == .some(origin) {
        judgement.denied[stack] = diagnostics
      }
    }
    self.origins = origins
    self.judgement = judgement
    var refusals = SharedNames(stacks.map { ($0, view.project(of: $0)) }, records: records).refusals
    for stack in stacks { refusals[stack] = judgement.refusal(of: stack) ?? refusals[stack] }
    plan = StackPlan(
      versions: versions,
      records: records,
      refusals: refusals,
      objection: judgement.objection,
      retry: settings.retry
    )
  }

  /// What would be done.
  func forecast(at now: Timestamp) -> DeployRun {
    var reports = plan.removed.map { stack in
      StackReport(
        stack,
        .planned,
        from: records[stack]?.running?.commit,
        reason: "it would be taken down, its data kept"
      )
    }
    for (stack, action) in plan.actions {
      switch action {
      case .keep: reports.append(kept(stack))
      case .refuse(let reason): reports.append(refused(stack, reason))
      case .apply(let version):
        let record = records[stack]
        let verb = record?.running == nil ? "started" : "changed"
        let (from, healthy) = (record?.running?.commit, record?.healthy?.commit)
        let reason = "it would be \(verb)"
        reports.append(StackReport(stack, .planned, from: from, to: version.commit, healthy: healthy, reason: reason))
      }
    }
    let report = report(reports, .dryRun, now)
    let isNews = reports.contains { $0.outcome == .planned }
    return DeployRun(report: report, diagnostics: judgement.diagnostics, isNews: isNews)
  }

  /// Does what is planned.
  ///
  /// - Parameters:
  ///   - deployment: How a stack is brought to a version.
  ///   - last: The last report.
  ///   - now: The time that goes into the report.
  /// - Returns: The new report; the last one when there is nothing new to say.
  /// - Throws: What the host throws.
  func carryOut(
    with deployment: StackDeployment<some DeployTarget, some Clock<Duration>>,
    since last: DeployReport?,
    at now: Timestamp
  ) async throws -> DeployRun {
    var reports: [StackReport] = []
    var isSettled = true
    // What is to go goes first, so that its ports and names are free.
    for stack in plan.removed {
      let report = try await remove(stack, with: deployment)
      reports.append(report)
      if report.outcome != .removed { isSettled = false }
    }
    for (stack, action) in plan.actions {
      switch action {
      case .keep:
        reports.append(kept(stack))
        if records[stack]?.refusal != nil { try await journal.note(nil, of: stack, as: "") }
      case .refuse(let reason):
        reports.append(refused(stack, reason))
        try await noteRefusal(of: stack)
      case .apply(let version):
        let record = try await deployment.deploy(stack, to: version, from: view, known: records[stack])
        reports.append(record.report ?? StackReport(stack, .deployed, to: version.commit))
        if record.tried != version { isSettled = false }
      }
    }
    if judgement.objections.isEmpty {
      try await journal.follow(view.commit, isSettled: isSettled)
    }
    let report = report(reports, .applied, now)
    if let last, last.saysTheSame(as: report) {
      return DeployRun(report: last, diagnostics: judgement.diagnostics, isNews: false)
    }
    return DeployRun(report: report, diagnostics: judgement.diagnostics, isNews: true)
  }

  private func remove(
    _ stack: RepositoryPath,
    with deployment: StackDeployment<some DeployTarget, some Clock<Duration>>
  ) async throws -> StackReport {
    let record = records[stack]
    let project = record?.project ?? ""
    let (from, healthy) = (record?.running?.commit, record?.healthy?.commit)
    let isTakenOver = plan.actions.contains { view.project(of: $0.stack) == project }
    do throws(DeployError) {
      if !isTakenOver { try await deployment.target.remove(project) }
    } catch {
      guard error.isAboutTheStack else { throw error }
      return StackReport(stack, .failed, from: from, healthy: healthy, reason: error.description)
    }
    try deployment.folder.clear(stack, at: view)
    try await journal.forget(stack)
    let reason = isTakenOver ? "another stack runs under its name now" : "it was taken down, its data kept"
    return StackReport(stack, .removed, from: from, healthy: healthy, reason: reason)
  }

  private func noteRefusal(of stack: RepositoryPath) async throws {
    guard judgement.objections.isEmpty else { return }
    let refusal = StackRecord.Refusal(from: origins[stack] ?? nil)
    try await journal.note(refusal, of: stack, as: view.project(of: stack) ?? "")
  }

  private func refused(_ stack: RepositoryPath, _ reason: String) -> StackReport {
    let record = records[stack]
    let (from, healthy) = (record?.running?.commit, record?.healthy?.commit)
    return StackReport(stack, .refused, from: from, to: view.commit, healthy: healthy, reason: reason)
  }

  /// The report about a stack that isn't touched: a failure stays one.
  private func kept(_ stack: RepositoryPath) -> StackReport {
    let record = records[stack]
    if let report = record?.report, !report.outcome.isFine { return report }
    let running = record?.running?.commit
    let (healthy, services) = (record?.healthy?.commit, record?.report?.services ?? [])
    return StackReport(stack, .unchanged, from: running, to: running, healthy: healthy, services: services)
  }

  private func report(_ stacks: [StackReport], _ mode: DeployReport.Mode, _ now: Timestamp) -> DeployReport {
    DeployReport(
      host: settings.host,
      revision: view.commit,
      finishedAt: now,
      mode: mode,
      stacks: stacks.sorted { $0.stack < $1.stack }
    )
  }
}
