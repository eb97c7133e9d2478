/// What may happen to a change.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// Nothing in it asks for more than the usual look.
  case allow
  /// A person has to agree to something named in the findings.
  case needsApproval = "needs-approval"
  /// It can't be taken as it is.
  case deny
}

extension Verdict: Comparable {
  /// Whether `left` is the milder of the two.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .allow: 0
    case .needsApproval: 1
    case .deny: 2
    }
  }
}
