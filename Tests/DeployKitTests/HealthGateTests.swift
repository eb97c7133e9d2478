import DeployKit
import Synchronization
import Testing

@Suite struct `Looking at a stack until it's decided` {
  @Test func `it looks again until it's healthy`() async throws {
    let clock = ManualClock()
    let rules = HealthRules(interval: .seconds(2))
    let looks = Mutex(0)
    let judgement = try await HealthGate(rules: rules, clock: clock).judge([ExpectedService("web")]) {
      let count = looks.withLock { looks in
        looks += 1
        return looks
      }
      return [ContainerState(id: "1", service: "web", state: "running", health: count < 4 ? "starting" : "healthy")]
    }
    #expect(judgement.decision == .healthy)
    #expect(looks.withLock { $0 } == 4)
    #expect(clock.now.offset == .seconds(6))
  }

  @Test func `it gives up when patience is gone`() async throws {
    let clock = ManualClock()
    let judgement = try await HealthGate(rules: HealthRules(patience: .seconds(7)), clock: clock).judge([
      ExpectedService("web")
    ]) { [] }
    #expect(judgement.decision == .unhealthy)
    #expect(clock.now.offset == .seconds(7))
  }

  @Test func `what the engine throws comes through`() async {
    let gate = HealthGate(rules: HealthRules(), clock: ManualClock())
    await #expect(throws: DeployError.self) {
      try await gate.judge([ExpectedService("web")]) { throw DeployError(.engineUnreachable, "look", "it's gone") }
    }
  }

  @Test func `it ends when nobody wants to know any more`() async {
    let task = Task {
      try await HealthGate(rules: HealthRules(patience: .seconds(3_600))).judge([ExpectedService("web")]) { [] }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
