import ComposeModel
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics

/// What policy and provenance say about following the deployment branch.
struct BranchJudgement: Sendable {
  /// What speaks against the branch as a whole.
  var objections: [Diagnostic] = []
  /// What policy denies, by stack.
  var denied: [RepositoryPath: [Diagnostic]] = [:]

  /// Why `stack` may not be touched.
  func refusal(of stack: RepositoryPath) -> String? { denied[stack].flatMap(Self.summary) }

  /// Why nothing may be touched.
  var objection: String? { Self.summary(objections) }

  /// Everything that was found.
  var diagnostics: [Diagnostic] { objections + denied.sorted { $0.key < $1.key }.flatMap(\.value) }

  private static func summary(_ diagnostics: [Diagnostic]) -> String? {
    guard let first = diagnostics.first else { return nil }
    let more = diagnostics.count - 1
    return "\(first.code): \(first.message)" + (more > 0 ? ", and \(more) more" : "")
  }
}

/// Judges a range of the deployment branch.
struct BranchJudge: Sendable {
  let repository: SharedRepository
  let configuration: HomelabConfiguration
  let policy: Policy
  let day: CalendarDate

  /// Judges the way from `old`, or from nothing, to `new`.
  ///
  /// What an agent proposed is judged by the agent's levels even though a person merged it, all else by a person's.
  func judge(from old: ObjectID?, to new: CommitView) throws -> BranchJudgement {
    // As it was too: a change that gives the agent another address doesn't make its own commits a person's.
    let agents = [try old.map(agent(at:)), configuration.agent.identity].compactMap(\.self)
    let provenance = Provenance(repository: repository, agents: agents, policy: policy)
    let origin = try provenance.examine(from: old, to: new.commit)
    let comparison = try compare(old, new)
    var judgement = BranchJudgement(objections: origin.diagnostics)
    for role in [Role.person, .agent] {
      let change = comparison.change(by: role, on: configuration.hosts)
      for finding in PolicyEngine.judge(change, by: policy, on: day).findings where finding.level == .deny {
        guard let stack = finding.stack else {
          // What an agent may not touch at all is provenance's to say.
          if role == .person { judgement.objections.append(finding.diagnostic) }
          continue
        }
        let isAgents = origin.agentPaths.contains { path in (try? RepositoryPath(path))?.isInside(stack) == true }
        if isAgents == (role == .agent) { judgement.denied[stack, default: []].append(finding.diagnostic) }
      }
    }
    return judgement
  }

  private func agent(at commit: ObjectID) throws -> Identity {
    let before = try HomelabConfiguration.load(from: CommitTree(commit, in: repository)).value
    return before?.agent.identity ?? configuration.agent.identity
  }

  private func compare(_ old: ObjectID?, _ new: CommitView) throws -> TreeComparison {
    guard let old else {
      return TreeComparison(try StackTree.load(from: MemoryTree([:])), new.stacks)
    }
    let before = try StackTree.load(from: CommitTree(old, in: repository), reusing: new.stacks)
    let changes = try repository.read { (repository) throws(GitError) in
      try repository.changes(from: repository.commit(old).tree, to: repository.commit(new.commit).tree)
    }
    return TreeComparison(before, new.stacks, paths: changes.map(ChangedPath.init), base: old.short)
  }
}
