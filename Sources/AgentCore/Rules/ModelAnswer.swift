public import ComposeModel

/// What a model would like to change, and what it looked at and left.
public struct ModelAnswer: Sendable, Hashable {
  /// The changes, in the order of the stacks.
  public var changes: [ProposedChange]
  /// What was left as it is, and why.
  public var skipped: [SkippedService]

  /// Joins both.
  public init(changes: [ProposedChange] = [], skipped: [SkippedService] = []) {
    self.changes = changes
    self.skipped = skipped
  }
}

/// A service that a model looked at and left.
public struct SkippedService: Sendable, Hashable, Codable {
  /// The stack.
  public var stack: RepositoryPath
  /// The service.
  public var service: String
  /// The kind of reason, a stable name: `database-major`, `built-in`.
  public var code: String
  /// The reason in words: one line, lower case, no full stop.
  public var reason: String

  /// Says why `service` was left.
  public init(stack: RepositoryPath, service: String, code: String, reason: String) {
    self.stack = stack
    self.service = service
    self.code = code
    self.reason = reason
  }
}
