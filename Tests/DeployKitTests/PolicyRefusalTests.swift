import DeployKit
import Fixtures
import GitOpsKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `Refusing what policy denies` {
  let engine = FakeEngine()
  let privileged = "    privileged: true\n"

  func once(_ homelab: Homelab) async throws -> DeployRun {
    let now = Timestamp(seconds: 1_795_780_000)
    return try await Reconciler(homelab.settings(), to: engine, clock: ManualClock()).once(now: now)
  }

  func homelab() throws -> Homelab {
    try Homelab([
      ".longshore/policy.yaml": "rules:\n  privileged: deny\n", "a/compose.yaml": .web("x:1"),
      "b/compose.yaml": .web("y:1"),
    ])
  }

  @Test func `the stack stays as it is and the others go on`() async throws {
    let homelab = try homelab()
    _ = try await once(homelab)
    _ = engine.takeEvents()
    try homelab.push(["a/compose.yaml": .web("x:2", more: privileged), "b/compose.yaml": .web("y:2")])
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .refused, "b": .deployed])
    #expect(run.report["a"]?.reason?.hasPrefix("policy/") == true)
    #expect(!run.diagnostics.isEmpty)
    #expect(engine.takeEvents() == [.prepare("b", "y:2"), .apply("b", "y:2")])
    #expect(homelab.file("a/compose.yaml") == .web("x:1"))
  }

  @Test func `it stays refused whatever else happens, until it changes`() async throws {
    let homelab = try homelab()
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:2", more: privileged)])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    #expect(try await once(homelab).isNews == false)
    try homelab.push(["README.md": "hi"])
    #expect(try await once(homelab).report.outcomes == ["a": .refused, "b": .unchanged])
    try homelab.push(["a/note.txt": "still privileged"])
    #expect(try await once(homelab).report.outcomes == ["a": .refused, "b": .unchanged])
    #expect(engine.takeEvents() == [])
    try homelab.push(["a/compose.yaml": .web("x:2")])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed, "b": .unchanged])
  }

  @Test func `a stack that is new and denied never starts`() async throws {
    let homelab = try Homelab([
      ".longshore/policy.yaml": "rules:\n  privileged: deny\n", "a/compose.yaml": .web("x:1", more: privileged),
    ])
    #expect(try await once(homelab).report.outcomes == ["a": .refused])
    try homelab.push(["README.md": "hi"])
    #expect(try await once(homelab).report.outcomes == ["a": .refused])
    try homelab.push(["a/compose.yaml": nil])
    #expect(try await once(homelab).report.outcomes == [:])
    #expect(engine.takeEvents() == [])
  }

  @Test func `what is denied to the agent alone is denied in its proposals alone`() async throws {
    let homelab = try Homelab([
      ".longshore/policy.yaml": "rules:\n  privileged: { agent: deny, person: note }\n",
      "a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1"),
    ])
    _ = try await once(homelab)
    try homelab.mergeFromAgent(["a/compose.yaml": .web("x:2", more: privileged)])
    try homelab.push(["b/compose.yaml": .web("y:2", more: privileged)])
    #expect(try await once(homelab).report.outcomes == ["a": .refused, "b": .deployed])
  }

  @Test func `a policy that can't be understood lets nothing through`() async throws {
    let homelab = try homelab()
    _ = try await once(homelab)
    try homelab.push([".longshore/policy.yaml": "rules:\n  privileged: whatever\n", "a/compose.yaml": .web("x:2")])
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .refused, "b": .unchanged])
    try homelab.push([".longshore/policy.yaml": "rules: {}\n"])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed, "b": .unchanged])
  }
}
