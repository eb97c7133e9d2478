public import SourceDiagnostics

/// What a finding does to the verdict.
public enum Level: String, Sendable, Hashable, CaseIterable, Codable {
  /// The rule doesn't speak.
  case off
  /// It is said, and changes nothing.
  case note
  /// It is said as a warning, and changes nothing.
  case warn
  /// The change needs a person's approval.
  case approval
  /// The change is refused.
  case deny
}

extension Level {
  /// The mildest verdict that a finding of this level leaves.
  public var verdict: Verdict {
    switch self {
    case .off, .note, .warn: .allow
    case .approval: .needsApproval
    case .deny: .deny
    }
  }

  /// How a finding of this level is drawn.
  public var severity: Diagnostic.Severity {
    switch self {
    case .off, .note: .note
    case .warn, .approval: .warning
    case .deny: .error
    }
  }

  private var weight: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warn: 2
    case .approval: 3
    case .deny: 4
    }
  }
}

extension Level: Comparable {
  /// Whether `left` is the milder of the two.
  public static func < (left: Level, right: Level) -> Bool { left.weight < right.weight }
}
