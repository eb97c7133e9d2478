public import GitOpsKit

/// What the health gate says about a stack at one moment.
public struct HealthJudgement: Sendable, Hashable {
  /// Whether to go on looking.
  public enum Decision: Sendable, Hashable {
    /// It isn't known yet.
    case waiting
    /// Every service is as it should be.
    case healthy
    /// At least one won't be.
    case unhealthy
  }

  /// Whether to go on looking.
  public var decision: Decision
  /// What keeps it from being healthy, one line for each service.
  public var reasons: [String]
  /// How each service is, in the stack's order.
  public var services: [ServiceHealth]
  /// The services that aren't as they should be.
  public var troubled: [String]

  /// Combines a decision with what it rests on.
  public init(
    _ decision: Decision,
    reasons: [String] = [],
    services: [ServiceHealth] = [],
    troubled: [String] = []
  ) {
    self.decision = decision
    self.reasons = reasons
    self.services = services
    self.troubled = troubled
  }
}
