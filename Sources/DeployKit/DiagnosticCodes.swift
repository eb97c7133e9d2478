import SourceDiagnostics

extension DiagnosticCode {
  /// The agent itself put a commit on the deployment branch.
  static let agentCommit: DiagnosticCode = "deploy/agent-commit"
  /// A merged change of the agent touches a path it may not.
  static let agentProtectedPath: DiagnosticCode = "deploy/agent-protected-path"
  /// The deployment branch lost commits that were deployed.
  static let rewoundBranch: DiagnosticCode = "deploy/rewound-branch"
  /// The deployment branch has more new commits than are looked at.
  static let longHistory: DiagnosticCode = "deploy/long-history"
}
