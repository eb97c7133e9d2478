extension ChangeSummary {
  /// The summary for a pull request.
  ///
  /// Text from the files stands in code spans that nothing in it can end, so that it can't become a link, a mention, a
  /// heading or markup.
  ///
  /// - Parameter heading: How many `#` stand before the stack's name, from 1 to 6.
  /// - Returns: A heading and a list.
  public func markdown(heading: Int = 3) -> String {
    let marks = String(repeating: "#", count: max(1, min(6, heading)))
    var lines = ["\(marks) \(Markdown.code(title)) \(diff.kind.rawValue)", ""]
    for risk in impact.data {
      let mark = risk.severity == .danger ? "**Danger:**" : "**Caution:**"
      lines.append("- \(mark) \(Markdown.prose(risk.message))" + (risk.help.map { "; \(Markdown.prose($0))" } ?? ""))
    }
    for (impact, changes) in services {
      let reasons = impact.reasons.map { Markdown.prose($0.words) }.joined(separator: "; ")
      lines.append("- \(Markdown.code(impact.name)) **\(impact.action.words)**\(reasons.isEmpty ? "" : ": \(reasons)")")
      lines += changes.map { "  - \(Markdown.code($0.summary))" }
    }
    lines += resources.map { "- \(Markdown.prose($0.name)): \(Markdown.code($0.words))" }
    lines += diff.settings.map { "- \(Markdown.code($0.summary))" }
    lines += impact.ports.map { "- \(Markdown.code($0.service)) \(Markdown.code($0.description))" }
    return lines.joined(separator: "\n") + "\n"
  }
}
