public import SourceDiagnostics

/// A finding that was looked at and accepted, for a reason and for a time.
public struct PolicyException: Sendable, Hashable, Codable {
  /// The rule that stays silent.
  public var rule: RuleID
  /// Where: a stack's directory, or the file the finding points at.
  public var path: PathPattern
  /// Why it is accepted.
  public var reason: String
  /// The last day on which it holds.
  public var until: CalendarDate
  /// Where it stands in the policy file.
  public var place: Diagnostic.Label?

  /// Accepts findings of `rule` at `path` until the end of a day.
  public init(rule: RuleID, path: PathPattern, reason: String, until: CalendarDate, place: Diagnostic.Label? = nil) {
    self.rule = rule
    self.path = path
    self.reason = reason
    self.until = until
    self.place = place
  }

  /// Whether it has run out before `day`.
  public func isExpired(on day: CalendarDate) -> Bool { until < day }

  /// Whether it is about a finding of `rule` at any of `places`.
  public func covers(_ rule: RuleID, at places: [String]) -> Bool {
    self.rule == rule && places.contains { path.matches($0) }
  }

  private enum CodingKeys: String, CodingKey {
    case rule
    case path
    case reason
    case until
  }
}
