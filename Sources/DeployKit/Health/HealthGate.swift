/// Looks at a stack until it is healthy, or it is certain or likely that it won't be.
public struct HealthGate<C: Clock>: Sendable where C.Duration == Duration {
  /// How long to look.
  public var rules: HealthRules
  private let clock: C

  /// Looks by `rules`, in the time of `clock`.
  public init(rules: HealthRules, clock: C) {
    self.rules = rules
    self.clock = clock
  }

  /// Looks again and again until there is a decision.
  ///
  /// - Parameters:
  ///   - services: What should run.
  ///   - look: Asks the engine for the stack's containers.
  /// - Returns: A judgement that says ``HealthJudgement/Decision/healthy`` or ``HealthJudgement/Decision/unhealthy``.
  /// - Throws: What `look` throws, and `CancellationError` when nobody wants to know any more.
  public func judge(
    _ services: [ExpectedService],
    looking look: () async throws -> [ContainerState]
  ) async throws -> HealthJudgement {
    let start = clock.now
    var watch = HealthWatch(services, rules: rules)
    while true {
      let containers = try await look()
      let judgement = watch.see(containers, after: start.duration(to: clock.now))
      guard judgement.decision == .waiting else { return judgement }
      try await clock.sleep(for: rules.interval)
    }
  }
}

extension HealthGate where C == ContinuousClock {
  /// Looks by `rules`, in the time of this machine.
  public init(rules: HealthRules = HealthRules()) { self.init(rules: rules, clock: ContinuousClock()) }
}
