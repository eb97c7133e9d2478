import GitOpsKit
import PolicyEngine
import SourceDiagnostics

extension ProposingRun {
  /// What came of the run, for a person: a line for each change, then what was left and why.
  public var page: String {
    guard !outcomes.isEmpty || !skipped.isEmpty else { return "nothing to propose\n" }
    var lines: [String] = []
    for outcome in outcomes {
      let number = outcome.number.map { "#\($0) " } ?? ""
      let verdict = outcome.verdict.map { " (\($0.rawValue))" } ?? ""
      lines.append("\(outcome.kind.words.padded)\(number)\(outcome.title.neutralised)\(verdict)")
      if let reason = outcome.reason { lines.append("          \(reason.neutralised)") }
      if outcome.kind == .refused {
        lines += outcome.findings.map { "          \($0.code): \($0.message.neutralised)" }
      }
    }
    lines += skipped.map { "\("left".padded)\($0.stack) `\($0.service.neutralised)`: \($0.reason.neutralised)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ProposalOutcome.Kind {
  fileprivate var words: String {
    switch self {
    case .opened: "opened"
    case .updated: "updated"
    case .unchanged: "unchanged"
    case .refused: "refused"
    case .skipped: "left"
    }
  }
}

extension String {
  fileprivate var padded: String { self + String(repeating: " ", count: max(1, 11 - count)) }
}
