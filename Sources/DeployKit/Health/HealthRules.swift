/// How long to look before saying that a stack is healthy or isn't.
public struct HealthRules: Sendable, Hashable {
  /// How long all services together may take; a health check that answers later by its own settings may take that long.
  public var patience: Duration
  /// How long a service without a health check must run without a restart, and how long one may stay unhealthy.
  public var settling: Duration
  /// How long to wait between two looks.
  public var interval: Duration
  /// How many restarts make a loop.
  public var restartLimit: Int

  /// Rules for services that start within a minute.
  ///
  /// Eight restarts take half a minute, because the engine waits longer before each: time enough for a service that
  /// ends itself until its database answers.
  public init(
    patience: Duration = .seconds(60),
    settling: Duration = .seconds(10),
    interval: Duration = .seconds(1),
    restartLimit: Int = 8
  ) {
    self.patience = patience
    self.settling = settling
    self.interval = interval
    self.restartLimit = restartLimit
  }

  /// However long a health check asks for, nobody waits longer.
  static var longestPatience: Duration { .seconds(30 * 60) }
}
