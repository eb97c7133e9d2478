/// What a service waits for before it starts.
public struct Dependency: ProjectPart {
  /// When the wait is over.
  public enum Condition: String, Sendable, Hashable, CaseIterable {
    /// It was started.
    case started = "service_started"
    /// Its health check passed.
    case healthy = "service_healthy"
    /// It ended without an error.
    case completedSuccessfully = "service_completed_successfully"
  }

  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// When the wait is over.
  public var condition: Condition { text("condition").flatMap(Condition.init) ?? .started }
  /// Whether the service can't do without it.
  public var isRequired: Bool { flag("required") ?? true }
  /// Whether the service restarts when what it waits for does.
  public var restarts: Bool { flag("restart") ?? false }
}
