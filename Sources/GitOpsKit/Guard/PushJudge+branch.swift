import ComposeModel
import GitKit
import PolicyEngine
import SourceDiagnostics

extension PushJudge {
  /// Judges a branch of the agent by what merging it would do.
  ///
  /// Both differences count: that of the branch to the commit it starts from, which is what it will bring whenever it is
  /// merged, and that of the deployment branch to the merged tree, which is what it brings today. A path that was changed
  /// and changed back on the way is in neither and does no harm. Commits with two parents are refused because with them a
  /// branch can start from several commits, and then no one difference says what it brings.
  func judgeBranch(_ update: PushedUpdate, in scene: PushScene, _ verdict: inout PushVerdict) throws {
    guard let new = update.new else { return }
    guard let tip = try scene.branch.tip else { return verdict.refuse(.noDeploymentBranch(scene.branch.name)) }
    guard let base = try startingPoint(of: new, on: tip, update.ref, in: scene, &verdict) else { return }
    guard base != new else { return }
    if let problem = try TreeAudit(limits).problem(from: base, to: new, in: repository) {
      return verdict.refuse(.malformedTree(update.ref, problem))
    }
    let limits = limits
    let (own, outcome) = try repository.read { (repository) throws(GitError) in
      (
        try repository.changes(from: base, to: new, limit: limits.changes),
        try repository.mergeTrees(base: base, ours: tip, theirs: new)
      )
    }
    try refuseLargeFiles(own, &verdict)
    guard verdict.refusals.isEmpty else { return }
    let (from, to) = if case .clean(let merged) = outcome { (tip, merged) } else { (base, new) }
    let comparison = try TreeComparison.between(
      from,
      to,
      in: repository,
      base: scene.branch.name,
      reusing: verdict.known
    )
    verdict.known = comparison.before
    try judge(comparison, touching: own.map(ChangedPath.init), in: scene, &verdict)
  }

  /// The commit of the deployment branch that a branch starts from; nil when there is something against its commits.
  private func startingPoint(
    of new: ObjectID,
    on tip: ObjectID,
    _ ref: RefName,
    in scene: PushScene,
    _ verdict: inout PushVerdict
  ) throws -> ObjectID? {
    let limit = limits.commits
    let commits = try repository.read { (repository) throws(GitError) in
      try repository.history(from: new, excluding: [tip], following: .all, limit: limit + 1)
    }
    guard commits.count <= limit else {
      verdict.refuse(.tooManyCommits(ref, limit: limit, deployment: scene.branch.name))
      return nil
    }
    for commit in commits {
      if commit.parents.count != 1 {
        verdict.refuse(.notLinear(commit, ref, deployment: scene.branch.name))
        return nil
      }
      if scene.isApprover(commit.author) || scene.isApprover(commit.committer) {
        verdict.refuse(.forgedIdentity(commit, ref))
        return nil
      }
    }
    return commits.last?.parents.first ?? new
  }

  private func refuseLargeFiles(_ changes: [TreeChange], _ verdict: inout PushVerdict) throws {
    let limit = limits.fileSize
    for change in changes {
      guard let new = change.new, new.mode == .file || new.mode == .executable else { continue }
      do throws(GitError) {
        try repository.read { (repository) throws(GitError) in _ = try repository.blob(new.id, limit: limit) }
      } catch {
        guard error.code == .tooLarge else { throw error }
        verdict.refuse(.largeFile(change.path, limit: limit))
      }
    }
  }

  private func judge(
    _ comparison: TreeComparison,
    touching paths: [ChangedPath],
    in scene: PushScene,
    _ verdict: inout PushVerdict
  ) throws {
    let policy = try scene.branch.policy().value ?? Policy(isComplete: false)
    var change = comparison.change(by: .agent, on: scene.configuration.hosts)
    change.paths = Array(Set(change.paths + paths)).sorted { $0.path < $1.path }
    let judgement = PolicyEngine.judge(change, by: policy, on: scene.now.day)
    let refusals = judgement.findings.filter { $0.level.verdict == .deny }.map(\.diagnostic)
    for refusal in refusals { verdict.refuse(refusal) }
    verdict.show(comparison.sources(for: refusals))
  }
}
