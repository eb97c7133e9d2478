import ComposeModel
import GitOpsKit
import PolicyEngine

extension ProposalSummary {
  /// What `tried` does and what was found about it.
  init(_ tried: TriedChange) {
    self.init(
      stacks: tried.effect.stacks.filter { !$0.diff.isEmpty }.map(\.stack),
      impact: tried.effect.stacks.flatMap(\.impactLines),
      findings: tried.judgement.findings.map { Remark($0.diagnostic) }
    )
  }
}

extension StackChange {
  /// What it does to containers, data and ports, a line each.
  fileprivate var impactLines: [String] {
    impact.services.filter { $0.action != .unchanged }.map { service in
      let reasons = service.reasons.isEmpty ? "" : ": \(service.reasons.map(\.words).joined(separator: ", "))"
      return "`\(stack)` \(service.action.rawValue) `\(service.name)`\(reasons)"
    }
      + impact.data.map { "`\(stack)` \($0.severity.rawValue): \($0.message)" }
      + impact.ports.map { "`\(stack)` `\($0.service)` \($0.description)" }
  }
}
