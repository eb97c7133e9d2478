import DeployKit
import GitOpsKit
import Testing

@Suite struct `Judging a stack's health` {
  let rules = HealthRules(patience: .seconds(60), settling: .seconds(10), interval: .seconds(1), restartLimit: 8)

  func watch(_ services: String...) -> HealthWatch { HealthWatch(services.map { ExpectedService($0) }, rules: rules) }

  func web(
    _ state: String = "running",
    health: String? = nil,
    exit: Int = 0,
    restarts: Int = 0,
    started: String = "t0",
    policy: String = "unless-stopped",
    id: String = "1",
    takes: Duration = .zero
  ) -> ContainerState {
    ContainerState(
      id: id,
      service: "web",
      state: state,
      health: health,
      exitStatus: exit,
      restarts: restarts,
      startedAt: started,
      restartPolicy: policy,
      firstAnswerTakes: takes
    )
  }

  @Test func `nothing expected is healthy`() {
    var watch = watch()
    #expect(watch.see([], after: .zero) == HealthJudgement(.healthy))
  }

  @Test func `a health check must pass`() {
    var watch = watch("web")
    let waiting = watch.see([web(health: "starting")], after: .zero)
    #expect(waiting.decision == .waiting)
    #expect(waiting.reasons == ["`web` hasn't passed its health check"])
    #expect(waiting.services == [ServiceHealth(name: "web", state: "running", health: "starting")])
    let healthy = watch.see([web(health: "healthy")], after: .seconds(1))
    #expect(healthy.decision == .healthy)
    #expect(healthy.troubled.isEmpty)
  }

  @Test func `one that stays unhealthy has failed before all patience is gone`() {
    var watch = watch("web")
    #expect(watch.see([web(health: "unhealthy")], after: .seconds(3)).decision == .waiting)
    #expect(watch.see([web(health: "unhealthy")], after: .seconds(12)).decision == .waiting)
    let judgement = watch.see([web(health: "unhealthy")], after: .seconds(13))
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` is unhealthy"])
    #expect(judgement.troubled == ["web"])
  }

  @Test func `one that recovers in time is healthy`() {
    var watch = watch("web")
    #expect(watch.see([web(health: "unhealthy")], after: .seconds(3)).decision == .waiting)
    #expect(watch.see([web(health: "starting")], after: .seconds(9)).decision == .waiting)
    #expect(watch.see([web(health: "unhealthy")], after: .seconds(14)).decision == .waiting)
    #expect(watch.see([web(health: "healthy")], after: .seconds(15)).decision == .healthy)
  }

  @Test func `without a health check it must run long enough`() {
    var watch = watch("web")
    let waiting = watch.see([web()], after: .zero)
    #expect(waiting.decision == .waiting)
    #expect(waiting.reasons == ["`web` hasn't run long enough"])
    #expect(watch.see([web()], after: .seconds(9)).decision == .waiting)
    #expect(watch.see([web()], after: .seconds(10)).decision == .healthy)
  }

  @Test func `a restart begins the time anew`() {
    var watch = watch("web")
    #expect(watch.see([web()], after: .zero).decision == .waiting)
    let restarted = watch.see([web(restarts: 1, started: "t1")], after: .seconds(10))
    #expect(restarted.decision == .waiting)
    #expect(restarted.reasons == ["`web` was restarted once"])
    #expect(watch.see([web(restarts: 1, started: "t1")], after: .seconds(20)).decision == .healthy)
  }

  @Test func `a restart by hand begins the time anew too`() {
    var watch = watch("web")
    #expect(watch.see([web()], after: .zero).decision == .waiting)
    #expect(watch.see([web(started: "t1")], after: .seconds(10)).decision == .waiting)
  }

  @Test func `a loop is known by its restarts`() {
    var watch = watch("web")
    #expect(watch.see([web(restarts: 0)], after: .zero).decision == .waiting)
    #expect(
      watch.see([web("restarting", exit: 3, restarts: 7)], after: .seconds(10)).reasons == [
        "`web` is being restarted, it ended with status 3"
      ]
    )
    let judgement = watch.see([web(restarts: 8)], after: .seconds(20))
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` restarts in a loop, 8 times so far"])
  }

  @Test func `restarts of long ago don't count`() {
    var watch = watch("web")
    #expect(watch.see([web(restarts: 40)], after: .zero).decision == .waiting)
    #expect(watch.see([web(restarts: 40)], after: .seconds(10)).decision == .healthy)
  }

  @Test func `a loop slower than its limit runs out of patience`() {
    var watch = watch("web")
    for second in 0..<60 {
      let look = web(restarts: second / 9, started: "\(second / 9)")
      #expect(watch.see([look], after: .seconds(second)).decision == .waiting)
    }
    let judgement = watch.see([web(restarts: 7, started: "7")], after: .seconds(60))
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` was restarted 7 times after 60 seconds"])
  }

  @Test func `a one-shot service may end with 0`() {
    var watch = watch("web")
    #expect(watch.see([web("exited", policy: "no")], after: .zero).decision == .healthy)
    var second = self.watch("web")
    #expect(second.see([web("exited", policy: "on-failure")], after: .zero).decision == .healthy)
  }

  @Test func `a one-shot service that ends with another status has failed`() {
    var watch = watch("web")
    let judgement = watch.see([web("exited", exit: 3, policy: "no")], after: .zero)
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` ended with status 3"])
  }

  @Test func `one that is tried again on failure has time`() {
    var watch = watch("web")
    #expect(watch.see([web("exited", exit: 1, policy: "on-failure")], after: .zero).decision == .waiting)
    #expect(watch.see([web("exited", exit: 1, policy: "on-failure")], after: .seconds(60)).decision == .unhealthy)
  }

  @Test func `one with a health check may not end`() {
    var watch = watch("web")
    let judgement = watch.see([web("exited", health: "starting", policy: "no")], after: .zero)
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` ended with status 0, and a service with a health check must go on running"])
  }

  @Test func `one that should always run has time to come back`() {
    var watch = watch("web")
    #expect(watch.see([web("exited", exit: 0)], after: .seconds(59)).decision == .waiting)
    let judgement = watch.see([web("exited", exit: 0)], after: .seconds(60))
    #expect(judgement.reasons == ["`web` ended with status 0 after 60 seconds"])
    #expect(judgement.decision == .unhealthy)
  }

  @Test func `no container at all is a failure in the end`() {
    var watch = watch("web")
    #expect(watch.see([], after: .zero).decision == .waiting)
    let judgement = watch.see([], after: .seconds(61))
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.reasons == ["`web` has no container after 61 seconds"])
    #expect(judgement.services == [ServiceHealth(name: "web", state: "missing")])
  }

  @Test func `every container of a service counts`() {
    var watch = HealthWatch([ExpectedService("web", containers: 2)], rules: rules)
    #expect(watch.see([web(health: "healthy")], after: .zero).reasons == ["`web` lacks 1 of 2 containers"])
    let mixed = watch.see([web(health: "healthy"), web(health: "starting", id: "2")], after: .seconds(1))
    #expect(mixed.decision == .waiting)
    #expect(mixed.services == [ServiceHealth(name: "web", state: "running", health: "starting")])
    #expect(
      watch.see([web(health: "healthy"), web(health: "healthy", id: "2")], after: .seconds(2)).decision == .healthy
    )
  }

  @Test func `a service that wants no container needs none`() {
    var watch = HealthWatch([ExpectedService("web", containers: 0)], rules: rules)
    #expect(watch.see([], after: .zero).decision == .healthy)
  }

  @Test func `a container of a service that isn't expected doesn't count`() {
    var watch = watch()
    #expect(watch.see([web("dead")], after: .zero).decision == .healthy)
  }

  @Test func `one that is being removed doesn't count`() {
    var watch = watch("web")
    #expect(watch.see([web("removing", id: "0"), web(health: "healthy")], after: .zero).decision == .healthy)
  }

  @Test func `a slow health check gets the time it asks for`() {
    var watch = watch("web")
    let slow = web(health: "starting", takes: .seconds(300))
    #expect(watch.see([slow], after: .seconds(299)).decision == .waiting)
    #expect(watch.see([slow], after: .seconds(300)).decision == .unhealthy)
  }

  @Test func `nobody waits for ever, whatever a health check asks for`() {
    var watch = watch("web")
    let endless = web(health: "starting", takes: .seconds(1 << 40))
    #expect(watch.see([endless], after: .seconds(1_800)).decision == .unhealthy)
  }

  @Test func `one bad service makes the stack bad, and each is named`() {
    var watch = watch("web", "db", "cache")
    let cache = ContainerState(id: "3", service: "cache", state: "created")
    let judgement = watch.see([web("dead"), cache], after: .zero)
    #expect(judgement.decision == .unhealthy)
    #expect(judgement.troubled == ["web", "db", "cache"])
    #expect(
      judgement.reasons == [
        "`web` is dead: the engine can't remove its container", "`db` has no container", "`cache` is created",
      ]
    )
  }

  @Test(arguments: 0..<50) func `random looks never crash and never wait beyond patience`(_ seed: UInt64) {
    var random = Seeded(state: seed)
    var watch = HealthWatch([ExpectedService("web", containers: Int.random(in: 0...3, using: &random))], rules: rules)
    var elapsed = Duration.zero
    let states = ["running", "exited", "restarting", "created", "paused", "dead", "removing", "nonsense"]
    for _ in 0..<80 {
      elapsed += .milliseconds(Int.random(in: 0...2_000, using: &random))
      let looks = (0..<Int.random(in: 0...4, using: &random)).map { index in
        web(
          states.randomElement(using: &random) ?? "",
          health: [nil, "starting", "healthy", "unhealthy", "?"].randomElement(using: &random) ?? nil,
          exit: Int.random(in: -1...2, using: &random),
          restarts: Int.random(in: 0...9, using: &random),
          started: "\(Int.random(in: 0...3, using: &random))",
          policy: ["no", "always", "on-failure"].randomElement(using: &random) ?? "no",
          id: "\(index)"
        )
      }
      let judgement = watch.see(looks, after: elapsed)
      #expect(elapsed < rules.patience || judgement.decision != .waiting, "seed \(seed)")
      #expect((judgement.decision == .healthy) == judgement.troubled.isEmpty, "seed \(seed)")
      #expect(judgement.reasons.count == judgement.troubled.count, "seed \(seed)")
    }
  }
}

/// A generator that answers the same for the same seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
