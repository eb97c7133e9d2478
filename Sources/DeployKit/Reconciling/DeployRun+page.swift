import GitKit
import GitOpsKit
import SourceDiagnostics

extension DeployRun {
  /// What became of each stack, for a person: those that are unchanged are counted only.
  public var page: String {
    var lines = ["\(report.host) at \(report.revision.hex.prefix(10))\(report.mode == .dryRun ? " (dry run)" : "")"]
    let told = report.stacks.filter { $0.outcome != .unchanged }
    for stack in told {
      lines.append("  \(stack.outcome.words) \(stack.stack)\(stack.reason.map { ": \($0.neutralised)" } ?? "")")
      lines += stack.services.map { service in
        let health = service.health.map { ", \($0.neutralised)" } ?? ""
        return "    \(service.name.neutralised): \(service.state.neutralised)\(health)"
      }
    }
    let unchanged = report.stacks.count - told.count
    if unchanged > 0 || told.isEmpty { lines.append("  \(counted(unchanged, "stack")) unchanged") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension StackReport.Outcome {
  fileprivate var words: String {
    switch self {
    case .deployed: "deployed"
    case .unchanged: "unchanged"
    case .rolledBack: "rolled back"
    case .refused: "refused"
    case .removed: "removed"
    case .failed: "failed"
    case .planned: "would deploy"
    }
  }
}
