import DeployKit
import Fixtures
import GitKit
import GitOpsKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `Reconciling a host with the deployment branch` {
  let engine = FakeEngine()
  let noon = Timestamp(seconds: 1_795_780_000)

  func once(_ homelab: Homelab, _ change: (inout DeploySettings) -> Void = { _ in }) async throws -> DeployRun {
    try await Reconciler(homelab.settings(change), to: engine, clock: ManualClock()).once(now: noon)
  }

  @Test func `the first run starts every stack and reports`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/c/compose.yaml": .web("y:1"), "README.md": "hi"])
    let run = try await once(homelab)
    #expect(run.isFine)
    #expect(run.isNews)
    #expect(run.unpublished == nil)
    #expect(run.report.outcomes == ["a": .deployed, "b/c": .deployed])
    #expect(run.report["a"]?.services == [ServiceHealth(name: "web", state: "running", health: "healthy")])
    #expect(
      engine.takeEvents() == [.prepare("a", "x:1"), .apply("a", "x:1"), .prepare("b/c", "y:1"), .apply("b/c", "y:1")]
    )
    #expect(engine.running == ["a": ["web": "x:1"], "c": ["web": "y:1"]])
    #expect(homelab.file("README.md") == "hi")
    #expect(try homelab.published() == run.report)
  }

  @Test func `run twice it does nothing and writes nothing`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    let first = try await once(homelab)
    _ = engine.takeEvents()
    let second = try await once(homelab)
    #expect(!second.isNews)
    #expect(second.report == first.report)
    #expect(engine.takeEvents() == [])
    #expect(try homelab.reportCount() == 1)
  }

  @Test func `only what changed is touched`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    let old = try await once(homelab).report.revision
    _ = engine.takeEvents()
    let new = try homelab.push(["b/compose.yaml": .web("y:2")])
    let run = try await once(homelab)
    #expect(engine.takeEvents() == [.prepare("b", "y:2"), .apply("b", "y:2")])
    #expect(run.report.outcomes == ["a": .unchanged, "b": .deployed])
    #expect(run.report["b"]?.from == old)
    #expect(run.report["b"]?.to == new)
    #expect(run.report["b"]?.healthy == new)
    #expect(run.report["a"]?.healthy == old)
  }

  @Test func `a commit that touches no stack is reported and changes nothing`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    let head = try homelab.push(["README.md": "hello"])
    let run = try await once(homelab)
    #expect(engine.takeEvents() == [])
    #expect(run.report.revision == head)
    #expect(run.report.outcomes == ["a": .unchanged])
    #expect(homelab.file("README.md") == nil)
  }

  @Test func `a file that a stack reads elsewhere changes it`() async throws {
    let homelab = try Homelab([
      "a/compose.yaml": "services:\n  web:\n    extends: {file: ../common/base.yaml, service: base}\n    image: x:1\n",
      "common/base.yaml": "services:\n  base:\n    restart: always\n",
    ])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    try homelab.push(["common/base.yaml": "services:\n  base:\n    restart: unless-stopped\n"])
    #expect(try await once(homelab).report.outcomes["a"] == .deployed)
    #expect(engine.takeEvents() == [.prepare("a", "x:1"), .apply("a", "x:1")])
  }

  @Test func `a changed file that a service mounts makes the service anew`() async throws {
    let mounts = "    volumes: [\"./site.conf:/etc/site.conf:ro\", \"./data:/data\"]\n  other:\n    image: z:1\n"
    let homelab = try Homelab(["a/compose.yaml": .web("x:1", more: mounts), "a/site.conf": "one"])
    _ = try await once(homelab)
    try homelab.push(["a/site.conf": "two"])
    #expect(try await once(homelab).report.outcomes["a"] == .deployed)
    #expect(homelab.file("a/site.conf") == "two")
    #expect(engine.refreshed == ["web"])
  }

  @Test func `an update that stays unhealthy is rolled back and says why`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    let good = try await once(homelab).report.revision
    _ = engine.takeEvents()
    let bad = try homelab.push(["a/compose.yaml": .web("x:broken"), "b/compose.yaml": .web("y:2")])
    let run = try await once(homelab)
    #expect(
      engine.takeEvents() == [
        .prepare("a", "x:broken"), .apply("a", "x:broken"), .prepare("a", "x:1"), .apply("a", "x:1"),
        .prepare("b", "y:2"), .apply("b", "y:2"),
      ]
    )
    #expect(!run.isFine)
    let report = try #require(run.report["a"])
    #expect(report.outcome == .rolledBack)
    #expect(report.from == good)
    #expect(report.to == bad)
    #expect(report.healthy == good)
    #expect(report.reason == "`web` is unhealthy")
    #expect(report.services == [ServiceHealth(name: "web", state: "running", health: "unhealthy")])
    #expect(report.logs == "web-1  | starting\nweb-1  | API_TOKEN=•••\nweb-1  | ␛[31mcan't start\n")
    #expect(run.report.outcomes["b"] == .deployed)
    #expect(homelab.file("a/compose.yaml") == .web("x:1"))
    #expect(try homelab.published() == run.report)
  }

  @Test func `what was rolled back isn't tried again until a commit changes it`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:broken")])
    let failed = try await once(homelab)
    _ = engine.takeEvents()
    #expect(try await once(homelab).isNews == false)
    let head = try homelab.push(["README.md": "hello"])
    let later = try await once(homelab)
    #expect(later.report.revision == head)
    #expect(later.report["a"] == failed.report["a"])
    #expect(engine.takeEvents() == [])
    try homelab.push(["a/compose.yaml": .web("x:2")])
    #expect(try await once(homelab).report.outcomes["a"] == .deployed)
  }

  @Test func `a revert of the failing commit is deployed`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:broken")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:1")])
    let run = try await once(homelab)
    #expect(run.report.outcomes["a"] == .deployed)
    #expect(engine.running == ["a": ["web": "x:1"]])
  }

  @Test func `asked to, it tries again what failed`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:broken")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    let run = try await once(homelab) { $0.retry = .now }
    #expect(run.report.outcomes == ["a": .rolledBack, "b": .unchanged])
    #expect(engine.takeEvents().first == .prepare("a", "x:broken"))
  }

  @Test func `a first deployment that fails is left as it is`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:loop")])
    let run = try await once(homelab)
    let report = try #require(run.report["a"])
    #expect(report.outcome == .failed)
    #expect(report.healthy == nil)
    #expect(report.reason?.hasPrefix("`web` restarts in a loop") == true)
    #expect(engine.running == ["a": ["web": "x:loop"]])
    #expect(engine.takeEvents() == [.prepare("a", "x:loop"), .apply("a", "x:loop")])
    #expect(try await once(homelab).isNews == false)
    #expect(engine.takeEvents() == [])
  }

  @Test func `a rollback that doesn't help either is a failure`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "a/note": "1"])
    let good = try await once(homelab).report.revision
    try homelab.push(["a/compose.yaml": .web("x:broken")])
    engine.turnBad("x:1")
    let run = try await once(homelab)
    #expect(run.report.outcomes["a"] == .failed)
    #expect(
      run.report["a"]?.reason == "`web` is unhealthy; going back to \(good.short) didn't help: `web` is unhealthy"
    )
  }

  @Test func `what the engine refuses to start is rolled back, its complaint kept`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:refused")])
    let report = try #require(try await once(homelab).report["a"])
    #expect(report.outcome == .rolledBack)
    #expect(report.reason == "can't start a: port is taken")
    #expect(report.logs?.contains("DB_PASSWORD=•••") == true)
    #expect(report.logs?.contains("hunter2") == false)
  }

  @Test func `an image that can't be had touches nothing and is tried again`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    let good = try await once(homelab).report.revision
    try homelab.push(["a/compose.yaml": .web("x:missing")])
    let report = try #require(try await once(homelab).report["a"])
    #expect(report.outcome == .failed)
    #expect(report.from == good)
    #expect(report.reason == "can't pull the images of a: manifest unknown")
    #expect(engine.running == ["a": ["web": "x:1"]])
    #expect(homelab.file("a/compose.yaml") == .web("x:1"))
    _ = engine.takeEvents()
    let again = try await once(homelab)
    #expect(engine.takeEvents() == [.prepare("a", "x:missing")])
    #expect(!again.isNews)
    #expect(try homelab.reportCount() == 2)
  }

  @Test func `one that ends by itself is fine`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:once")])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed])
  }

  @Test func `a stack that is gone is taken down and its untracked data kept`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    try homelab.directory.write("precious", to: "state/tree/a/data/db")
    try homelab.push(["a/compose.yaml": nil])
    _ = engine.takeEvents()
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .removed, "b": .unchanged])
    #expect(run.report["a"]?.reason == "it was taken down, its data kept")
    #expect(engine.takeEvents() == [.remove("a")])
    #expect(homelab.file("a/data/db") == "precious")
    #expect(homelab.file("a/compose.yaml") == nil)
    #expect(try await once(homelab).isNews == false)
    try homelab.push(["README.md": "x"])
    #expect(try await once(homelab).report.outcomes == ["b": .unchanged])
  }

  @Test func `a stack that moved keeps its containers`() async throws {
    let homelab = try Homelab(["old/app/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["old/app/compose.yaml": nil, "new/app/compose.yaml": .web("x:1")])
    _ = engine.takeEvents()
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["old/app": .removed, "new/app": .deployed])
    #expect(engine.takeEvents() == [.prepare("new/app", "x:1"), .apply("new/app", "x:1")])
  }

  @Test func `a stack that changes its name leaves nothing under the old one`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": "name: other\n" + .web("x:1")])
    #expect(try await once(homelab).report.outcomes == ["a": .deployed])
    #expect(engine.running == ["other": ["web": "x:1"]])
    try homelab.push(["a/compose.yaml": "name: third\n" + .web("x:broken")])
    #expect(try await once(homelab).report.outcomes == ["a": .rolledBack])
    #expect(engine.running == ["other": ["web": "x:1"]])
  }

  @Test func `a healthy commit that our copy lost can't be gone back to, and the others go on`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    let good = try await once(homelab).report.revision
    let journal = try homelab.directory.read("state/journal.json")
    try homelab.directory.write(
      journal.replacing("\"commit\" : \"\(good)\"", with: "\"commit\" : \"\(String(repeating: "1", count: 40))\""),
      to: "state/journal.json"
    )
    try homelab.push(["a/compose.yaml": .web("x:broken"), "b/compose.yaml": .web("y:2")])
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .failed, "b": .deployed])
    #expect(
      run.report["a"]?.reason?.hasPrefix("`web` is unhealthy; going back to 1111111111 wasn't possible: ") == true
    )
  }

  @Test func `two stacks of one name don't fight over their containers`() async throws {
    let homelab = try Homelab(["one/app/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["two/app/compose.yaml": .web("y:1")])
    _ = engine.takeEvents()
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["one/app": .unchanged, "two/app": .refused])
    #expect(
      run.report["two/app"]?.reason == "it would run as `app`, like one/app; give one of them a `name:` of its own"
    )
    #expect(engine.takeEvents() == [])
  }

  @Test func `a stack that can't be loaded is refused and the others go on`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": "services:\n  web: [", "b/compose.yaml": .web("y:2")])
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .refused, "b": .deployed])
    #expect(engine.running == ["a": ["web": "x:1"], "b": ["web": "y:2"]])
    #expect(homelab.file("a/compose.yaml") == .web("x:1"))
  }

  @Test func `after a crash the stack is applied again`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:2"), "b/compose.yaml": .web("y:2")])
    engine.crash(at: .apply("b", "y:2"))
    let error = await #expect(throws: DeployError.self) { try await once(homelab) }
    #expect(error?.description == "can't reach the container engine: it's gone")
    #expect(try homelab.reportCount() == 1)
    engine.crash(at: nil)
    _ = engine.takeEvents()
    let run = try await once(homelab)
    #expect(engine.takeEvents() == [.prepare("b", "y:2"), .apply("b", "y:2")])
    #expect(run.report.outcomes == ["a": .unchanged, "b": .deployed])
    #expect(try homelab.reportCount() == 2)
  }

  @Test func `a host runs only its own stacks`() async throws {
    let config = "hosts:\n  nas:\n    stacks: [\"media/**\"]\n  other:\n    stacks: [\"web/**\"]\n"
    let homelab = try Homelab([
      ".longshore/config.yaml": config, "media/a/compose.yaml": .web("x:1"), "web/b/compose.yaml": .web("y:1"),
    ])
    #expect(try await once(homelab).report.outcomes == ["media/a": .deployed])
  }

  @Test func `a dry run says what would be done and does nothing`() async throws {
    let homelab = try Homelab([
      "a/compose.yaml": .web("x:1"), "b/compose.yaml": .web("y:1"), "c/compose.yaml": .web("z:1"),
    ])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:2"), "b/compose.yaml": nil, "d/compose.yaml": .web("w:1")])
    let settings = homelab.settings()
    let run = try await Reconciler(settings, to: DryRunTarget()).once(now: noon)
    #expect(run.report.mode == .dryRun)
    #expect(run.report.outcomes == ["a": .planned, "b": .planned, "c": .unchanged, "d": .planned])
    #expect(
      run.report.stacks.map(\.reason) == [
        "it would be changed", "it would be taken down, its data kept", nil, "it would be started",
      ]
    )
    #expect(homelab.file("a/compose.yaml") == .web("x:1"))
    #expect(try homelab.reportCount() == 1)
    #expect(
      try await once(homelab).report.outcomes == ["a": .deployed, "b": .removed, "c": .unchanged, "d": .deployed]
    )
  }
}
