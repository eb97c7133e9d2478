import ComposeModel
import PolicyEngine
import SourceDiagnostics

extension ProposalBody {
  /// What the policy says.
  var policy: String {
    let findings = judgement.findings.prefix(Self.mostFindings).map { finding in
      let help = finding.diagnostic.help.map { "; \(Markdown.prose($0))" } ?? ""
      let code = Markdown.code(finding.diagnostic.code.rawValue)
      return "- **\(finding.level.rawValue)** \(code): \(Markdown.prose(finding.diagnostic.message))\(help)"
    }
    let rest = judgement.findings.count - findings.count
    let excused = judgement.excused.count
    let lines =
      findings + (rest > 0 ? ["- and \(rest) more"] : [])
      + (excused > 0 ? ["- \(excused) accepted by exceptions of the policy"] : [])
    return Self.section(title, lines.isEmpty ? ["No rule has anything to say."] : lines)
  }

  private var title: String {
    switch judgement.verdict {
    case .allow: "Policy: nothing against it"
    case .needsApproval: "Policy: needs your approval"
    case .deny: "Policy: denied"
    }
  }

  private static let mostFindings = 40
}
