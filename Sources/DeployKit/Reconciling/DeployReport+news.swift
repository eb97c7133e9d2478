import GitOpsKit

extension DeployReport {
  /// Whether `later` holds nothing that this one doesn't: the same head, and each stack as it was.
  ///
  /// What was deployed then is unchanged now, and what was removed then is gone.
  func saysTheSame(as later: DeployReport) -> Bool {
    revision == later.revision && mode == later.mode
      && stacks.compactMap(\.lasting) == later.stacks.compactMap(\.lasting)
  }
}

extension StackReport {
  /// What of the report is still true at the next run if nothing happens; nil for a stack that is gone.
  fileprivate var lasting: StackReport? {
    switch outcome {
    case .removed: nil
    case .deployed, .unchanged: StackReport(stack, .unchanged, to: to, healthy: healthy)
    default: StackReport(stack, outcome, from: from, to: to, healthy: healthy, reason: reason)
    }
  }
}
