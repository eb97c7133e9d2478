import SourceDiagnostics

extension ChangeSummary {
  /// The summary for a terminal or a log: plain lines, with nothing in them that could move a cursor.
  public var text: String {
    var lines = ["\(title): \(diff.kind.rawValue)"]
    for (impact, changes) in services {
      lines.append("  \(impact.name) \(impact.action.words)\(Self.because(impact.reasons))")
      lines += changes.map { "    \($0.summary)" }
    }
    lines += resources.map { "  \($0.name): \($0.words)" }
    lines += diff.settings.map { "  \($0.summary)" }
    lines += impact.ports.map { "  port: \($0.service.quoted) \($0.description)" }
    for risk in impact.data {
      lines.append("  \(risk.severity.rawValue): \(risk.message)")
      lines += risk.help.map { ["    \($0)"] } ?? []
    }
    return lines.map { $0.neutralised + "\n" }.joined()
  }

  private static func because(_ reasons: [ServiceImpact.Reason]) -> String {
    reasons.isEmpty ? "" : ": \(reasons.map(\.words).joined(separator: "; "))"
  }
}
