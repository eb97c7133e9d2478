public import GitKit
public import GitOpsKit
public import SourceDiagnostics

/// What one run of the deployer came to.
public struct DeployRun: Sendable {
  /// How the host's stacks are now, or in a dry run what would be done.
  public var report: DeployReport
  /// What speaks against following the branch, or against a stack.
  public var diagnostics: [Diagnostic]
  /// Whether anything is new since the last report.
  public var isNews: Bool
  /// Why the server doesn't have the report, if it doesn't; the next run pushes it.
  public var unpublished: GitError?

  /// Combines what came of a run.
  public init(report: DeployReport, diagnostics: [Diagnostic] = [], isNews: Bool, unpublished: GitError? = nil) {
    self.report = report
    self.diagnostics = diagnostics
    self.isNews = isNews
    self.unpublished = unpublished
  }

  /// Whether every stack runs as the branch says, and nothing speaks against it.
  public var isFine: Bool {
    !diagnostics.containsError && report.stacks.allSatisfy { $0.outcome.isFine }
  }
}

extension StackReport.Outcome {
  /// Whether the stack is as the branch wants it, or would be.
  public var isFine: Bool {
    switch self {
    case .deployed, .unchanged, .removed, .planned: true
    case .rolledBack, .refused, .failed: false
    }
  }
}
