public import SourceDiagnostics

extension Console {
  /// Prints `diagnostics` on standard output in reading order, and for people a last line with their count and `scope`.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - sources: The texts to take excerpts from, by file.
  ///   - format: How to print it.
  ///   - scope: What was looked at, such as `in 12 stacks`.
  /// - Throws: When a value can't be encoded as JSON.
  public func report(
    _ diagnostics: [Diagnostic],
    sources: [String: SourceText],
    format: ReportFormat = .text,
    scope: String = ""
  ) throws {
    switch format {
    case .text:
      write(DiagnosticRenderer(sources: sources, width: width, theme: outputTheme).render(diagnostics))
      line([DiagnosticTally(diagnostics).description, scope].filter { !$0.isEmpty }.joined(separator: " "))
    case .json:
      try json(DiagnosticReport(diagnostics, sources: sources))
    case .github:
      for diagnostic in diagnostics.inReadingOrder {
        line(WorkflowCommand(DiagnosticRecord(diagnostic, sources: sources)).description)
      }
    }
  }

  /// Prints `diagnostics` on standard error, for a command whose result is something else.
  public func complain(_ diagnostics: [Diagnostic], sources: [String: SourceText]) {
    guard !diagnostics.isEmpty else { return }
    complain(DiagnosticRenderer(sources: sources, width: width, theme: errorTheme).render(diagnostics))
  }
}

/// What `--format json` prints of diagnostics.
public struct DiagnosticReport: Sendable, Codable {
  /// How many there are of each severity.
  public var tally: DiagnosticTally
  /// Each of them, in reading order.
  public var diagnostics: [DiagnosticRecord]

  /// Resolves `diagnostics` in `sources`.
  public init(_ diagnostics: [Diagnostic], sources: [String: SourceText]) {
    let ordered = diagnostics.inReadingOrder
    tally = DiagnosticTally(ordered)
    self.diagnostics = ordered.map { DiagnosticRecord($0, sources: sources) }
  }
}
