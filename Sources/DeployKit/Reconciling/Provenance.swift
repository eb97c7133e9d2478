import ComposeModel
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics

/// The deployer's own look at how commits came onto the deployment branch.
///
/// The server's guard and the forge refuse the same; this holds when neither is there, or somebody got round them.
struct Provenance: Sendable {
  /// What was found in a range of the branch.
  struct Finding: Sendable {
    /// What speaks against following the branch.
    var diagnostics: [Diagnostic] = []
    /// The paths that changes of the agent touch.
    var agentPaths: Set<String> = []
  }

  /// What begins the trailers that the agent's commits have, and those that merge or squash them.
  private static let trailerPrefix = "Longshore-"
  private static let mostCommits = 2_000

  let repository: SharedRepository
  let agents: [Identity]
  let policy: Policy

  /// Looks at the commits of the branch itself that lead from `old`, or from the beginning, to `new`.
  func examine(from old: ObjectID?, to new: ObjectID) throws -> Finding {
    let commits = try repository.read { (repository) throws(GitError) in
      try repository.history(
        from: new,
        excluding: old.map { [$0] } ?? [],
        following: .first,
        limit: Self.mostCommits + 1
      )
    }
    var finding = Finding()
    if commits.count > Self.mostCommits, old != nil { finding.diagnostics.append(.longHistory(Self.mostCommits)) }
    let line = Array(commits.prefix(Self.mostCommits).reversed())
    for (index, commit) in line.enumerated() { try examine(commit, before: line[(index + 1)...], into: &finding) }
    return finding
  }

  private func examine(_ commit: Commit, before later: ArraySlice<Commit>, into finding: inout Finding) throws {
    guard try holdsAgentsWork(commit) else { return }
    let changes = try repository.read { (repository) throws(GitError) in
      let before = try commit.parents.first.map { (parent) throws(GitError) in try repository.commit(parent).tree }
      return try repository.changes(from: before, to: commit.tree)
    }
    finding.agentPaths.formUnion(changes.map(\.path))
    if isAgent(commit.committer), try changes.contains(where: { try !isUndone($0, by: later) }) {
      finding.diagnostics.append(.agentCommit(commit))
    }
    for change in changes {
      guard let reason = objection(to: change), try !isUndone(change, by: later) else { continue }
      finding.diagnostics.append(.agentProtectedPath(change.path, commit, reason))
    }
  }

  /// Whether a later commit puts back what was there before: that is how a person settles the matter.
  private func isUndone(_ change: TreeChange, by later: ArraySlice<Commit>) throws -> Bool {
    try later.contains { commit in
      let entry = try repository.read { (repository) throws(GitError) in
        try repository.entry(at: change.path, inTree: commit.tree)
      }
      return entry == change.old
    }
  }

  /// Whether the agent wrote the commit, or something that it merges.
  private func holdsAgentsWork(_ commit: Commit) throws -> Bool {
    if isAgent(commit.author) || isAgent(commit.committer) { return true }
    if commit.trailers.contains(where: { $0.key.hasPrefix(Self.trailerPrefix) }) { return true }
    guard let first = commit.parents.first, commit.parents.count > 1 else { return false }
    let merged = try commit.parents.dropFirst().flatMap { side in
      try repository.read { (repository) throws(GitError) in
        try repository.history(from: side, excluding: [first], following: .all, limit: Self.mostCommits)
      }
    }
    return merged.contains { isAgent($0.author) || isAgent($0.committer) }
  }

  private func isAgent(_ signature: Signature) -> Bool {
    agents.contains { $0.email.lowercased() == signature.email.lowercased() }
  }

  private func objection(to change: TreeChange) -> String? {
    if policy.protects(change.path) { return "an agent may not change it" }
    let modes = [change.old?.mode, change.new?.mode].compactMap { $0 }
    if modes.contains(.symlink) { return "an agent may not change symbolic links" }
    if modes.contains(.submodule) { return "an agent may not change submodules" }
    if let old = change.old, let new = change.new, old.mode != new.mode {
      return "an agent may not change a file's mode"
    }
    return change.old == nil && change.new?.mode == .executable ? "an agent may not add a program" : nil
  }
}

extension Diagnostic {
  fileprivate static func agentCommit(_ commit: Commit) -> Diagnostic {
    Diagnostic(
      .error,
      .agentCommit,
      "commit \(commit.id.short) on the deployment branch was made by the agent itself",
      help: "find out who let it push, then revert the commit as a person: git revert \(commit.id.short)"
    )
  }

  fileprivate static func agentProtectedPath(_ path: String, _ commit: Commit, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error,
      .agentProtectedPath,
      "commit \(commit.id.short) brings a change of the agent to \(path.neutralised), and \(reason)",
      help: "revert it, and make the change as a person if it's wanted: git revert -m 1 \(commit.id.short)"
    )
  }

  fileprivate static func longHistory(_ limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      .longHistory,
      "more than \(limit) commits are new on the deployment branch",
      help: "look at how they came there, then begin anew with an empty state directory"
    )
  }
}
