import DeployKit
import Fixtures
import GitKit
import GitOpsKit
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `Refusing what the agent got onto the branch` {
  let engine = FakeEngine()

  func once(_ homelab: Homelab, _ change: (inout DeploySettings) -> Void = { _ in }) async throws -> DeployRun {
    let now = Timestamp(seconds: 1_795_780_000)
    return try await Reconciler(homelab.settings(change), to: engine, clock: ManualClock()).once(now: now)
  }

  @Test func `a proposal that a person merged is deployed`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.mergeFromAgent(["a/compose.yaml": .web("x:2")])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed])
  }

  @Test func `a commit that the agent pushed itself stops everything`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    try homelab.clone.write(.web("x:2"), to: "a/compose.yaml")
    try homelab.clone.git("commit", "--quiet", "--all", "-m", "sneak", environment: Homelab.asAgent)
    let commit = try homelab.push(["b/compose.yaml": .web("y:2")])
    let sneaked = try homelab.clone.git("rev-parse", "--short=10", "\(commit)^")
    let run = try await once(homelab)
    #expect(engine.takeEvents() == [])
    #expect(run.report.outcomes == ["a": .refused, "b": .refused])
    #expect(
      run.diagnostics.map(\.message) == [
        "commit \(sneaked) on the deployment branch was made by the agent itself"
      ]
    )
    #expect(run.report["a"]?.reason?.hasPrefix("deploy/agent-commit: commit ") == true)
    #expect(try homelab.published() == run.report)
    #expect(try await once(homelab).report.outcomes == ["a": .refused, "b": .refused])
  }

  @Test func `a commit in which the agent gives itself another address doesn't pass for a person's`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.clone.write(
      "agent: {login: agent, name: Longshore, email: new@localhost}\n",
      to: ".longshore/config.yaml"
    )
    try homelab.clone.git("add", "--all")
    try homelab.clone.git("commit", "--quiet", "-m", "sneak", environment: Homelab.asAgent)
    try homelab.push(["a/compose.yaml": .web("x:2")])
    let run = try await once(homelab)
    #expect(run.diagnostics.map(\.code.rawValue).contains("deploy/agent-commit"))
    #expect(run.report.outcomes == ["a": .refused])
  }

  @Test func `a person's revert settles it`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    try homelab.clone.write(.web("x:2"), to: "a/compose.yaml")
    try homelab.clone.git("commit", "--quiet", "--all", "-m", "sneak", environment: Homelab.asAgent)
    try homelab.push(["b/compose.yaml": .web("y:2")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:1")])
    let run = try await once(homelab)
    #expect(run.diagnostics == [])
    #expect(run.report.outcomes == ["a": .unchanged, "b": .deployed])
  }

  @Test(arguments: [
    (".longshore/policy.yaml", "an agent may not change it"),
    (".longshore/config.yaml", "an agent may not change it"),
    (".github/workflows/ci.yaml", "an agent may not change it"),
    ("A/.GitAttributes", "an agent may not change it"),
  ])
  func `a merged change of the agent to a protected path stops everything`(
    _ path: String,
    _ reason: String
  ) async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    let merge = try homelab.mergeFromAgent([path: "{}\n", "a/compose.yaml": .web("x:2")])
    let run = try await once(homelab)
    #expect(engine.takeEvents() == [])
    #expect(run.report.outcomes == ["a": .refused])
    #expect(
      run.diagnostics.map(\.message) == ["commit \(merge.short) brings a change of the agent to \(path), and \(reason)"]
    )
    #expect(
      run.diagnostics.first?.help
        == "revert it, and make the change as a person if it's wanted: git revert -m 1 \(merge.short)"
    )
  }

  @Test func `a person may change a protected path`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push([".github/workflows/ci.yaml": "on: push\n", "a/compose.yaml": .web("x:2")])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed])
  }

  @Test func `an agent adds no program and no symbolic link`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.clone.git("checkout", "--quiet", "-b", "longshore/x")
    try homelab.clone.write("#!/bin/sh\n", to: "a/run")
    _ = try Program.run("chmod", ["+x", "\(homelab.clone.path)/a/run"])
    _ = try Program.run("ln", ["-s", "compose.yaml", "\(homelab.clone.path)/a/link"])
    try homelab.clone.git("add", "--all")
    try homelab.clone.git("commit", "--quiet", "-m", "x", environment: Homelab.asAgent)
    try homelab.clone.git("checkout", "--quiet", "main")
    try homelab.clone.git("merge", "--quiet", "--no-ff", "-m", "Merge", "longshore/x")
    try homelab.clone.git("push", "--quiet", "origin", "main")
    let messages = try await once(homelab).diagnostics.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.contains { $0.hasSuffix("to a/link, and an agent may not change symbolic links") })
    #expect(messages.contains { $0.hasSuffix("to a/run, and an agent may not add a program") })
  }

  @Test func `a squashed proposal is the agent's as well`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.clone.write("rules: {}\n", to: ".longshore/policy.yaml")
    try homelab.clone.git("add", "--all")
    let author = Homelab.asAgent.filter { $0.key.hasPrefix("GIT_AUTHOR") }
    try homelab.clone.git("commit", "--quiet", "-m", "squashed", environment: author)
    try homelab.clone.git("push", "--quiet", "origin", "main")
    #expect(try await once(homelab).diagnostics.map(\.code) == ["deploy/agent-protected-path"])
  }

  @Test func `a squash under the approver's name is known by its trailer`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push([".longshore/policy.yaml": "rules: {}\n"], message: "Update\n\nLongshore-Fingerprint: abc\n")
    #expect(try await once(homelab).diagnostics.map(\.code) == ["deploy/agent-protected-path"])
  }

  @Test func `a branch that lost what was deployed isn't followed unless that's asked for`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    let old = try homelab.push(["a/compose.yaml": .web("x:2")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    try homelab.clone.git("reset", "--quiet", "--hard", "HEAD~1")
    try homelab.clone.git("push", "--quiet", "--force", "origin", "main")
    let refused = try await once(homelab)
    #expect(engine.takeEvents() == [])
    #expect(refused.report.outcomes == ["a": .refused])
    #expect(
      refused.diagnostics.map(\.message) == [
        "the deployment branch `main` no longer holds commit \(old.short), which was deployed"
      ]
    )
    #expect(try await once(homelab) { $0.rewind = .follow }.report.outcomes == ["a": .deployed])
    #expect(engine.running == ["a": ["web": "x:1"]])
  }
}
