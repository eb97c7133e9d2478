/// How many errors, warnings and notes there are: the last line of a report.
public struct DiagnosticTally: Sendable, Hashable, Codable {
  /// The number of errors.
  public var errors: Int
  /// The number of warnings.
  public var warnings: Int
  /// The number of notes.
  public var notes: Int

  /// Counts `diagnostics`.
  public init(_ diagnostics: some Sequence<Diagnostic>) {
    errors = 0
    warnings = 0
    notes = 0
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }
}

extension DiagnosticTally: CustomStringConvertible {
  /// `2 errors, 1 warning`; what there is none of is left out, and nothing at all is `no findings`.
  public var description: String {
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
    return parts.isEmpty ? "no findings" : parts.map { counted($0, $1) }.joined(separator: ", ")
  }
}

/// `1 stack`, `3 stacks`.
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
