public import ComposeModel
public import GitKit

/// What was done about one stack, and how it is.
public struct StackReport: Sendable, Hashable, Codable {
  /// What was done.
  public enum Outcome: String, Sendable, Hashable, CaseIterable, Codable {
    /// It runs as the deployment branch says.
    case deployed
    /// There was nothing to do.
    case unchanged
    /// It did not become healthy, and its last healthy commit runs again.
    case rolledBack = "rolled-back"
    /// It was not touched: policy, provenance or its files stand against it.
    case refused
    /// It is gone from the deployment branch and was taken down.
    case removed
    /// It did not become healthy, and there was nothing to go back to, or that didn't work either.
    case failed
    /// It would have been changed.
    case planned
  }

  /// The stack.
  public var stack: RepositoryPath
  /// What was done.
  public var outcome: Outcome
  /// The commit that ran before.
  public var from: ObjectID?
  /// The commit that was to run.
  public var to: ObjectID?
  /// The last commit with which all services were healthy.
  public var healthy: ObjectID?
  /// How its services are.
  public var services: [ServiceHealth]
  /// Why, in one line.
  public var reason: String?
  /// What the services that failed have printed: bounded, secrets removed.
  public var logs: String?

  /// Reports about `stack`.
  public init(
    _ stack: RepositoryPath,
    _ outcome: Outcome,
    from: ObjectID? = nil,
    to: ObjectID? = nil,
    healthy: ObjectID? = nil,
    services: [ServiceHealth] = [],
    reason: String? = nil,
    logs: String? = nil
  ) {
    self.stack = stack
    self.outcome = outcome
    self.from = from
    self.to = to
    self.healthy = healthy
    self.services = services
    self.reason = reason
    self.logs = logs
  }
}

/// How a service's container is.
public struct ServiceHealth: Sendable, Hashable, Codable {
  /// The service.
  public var name: String
  /// The container's state in the engine's words: `running`, `exited`, `restarting`.
  public var state: String
  /// What the health check says in the engine's words: `healthy`, `unhealthy`, `starting`; nil without one.
  public var health: String?

  /// Says how the service `name` is.
  public init(name: String, state: String, health: String? = nil) {
    self.name = name
    self.state = state
    self.health = health
  }
}
