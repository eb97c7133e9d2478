import DeployKit
import Fixtures
import FoundationEssentials
import GitKit
import GitOpsKit
import ProcessRunner
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `A world that is in the way` {
  let engine = FakeEngine()

  func once(_ homelab: Homelab, _ change: (inout DeploySettings) -> Void = { _ in }) async throws -> DeployRun {
    let now = Timestamp(seconds: 1_795_780_000)
    return try await Reconciler(homelab.settings(change), to: engine, clock: ManualClock()).once(now: now)
  }

  @Test func `a server that isn't there changes nothing`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    _ = engine.takeEvents()
    await #expect(throws: GitError.self) { try await once(homelab) { $0.remote += "-gone" } }
    #expect(engine.takeEvents() == [])
  }

  @Test func `a branch that isn't there is said so`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    let error = await #expect(throws: GitError.self) { try await once(homelab) { $0.branch = "production" } }
    #expect(error?.description == "can't fetch production from \(homelab.server.path): there is no such branch")
    #expect(error?.help == "let an approver push `production`, or name the deployment branch")
  }

  @Test func `an empty server is said so`() async throws {
    let homelab = try Homelab()
    let error = await #expect(throws: GitError.self) { try await once(homelab) }
    #expect(error?.code == .notFound)
  }

  @Test func `the configuration may name another branch`() async throws {
    let homelab = try Homelab([".longshore/config.yaml": "branch: live\n", "a/compose.yaml": .web("x:main")])
    try homelab.clone.git("checkout", "--quiet", "-b", "live")
    try homelab.clone.commit(["a/compose.yaml": .web("x:live")])
    try homelab.clone.git("push", "--quiet", "origin", "live")
    _ = try await once(homelab)
    #expect(engine.running == ["a": ["web": "x:live"]])
  }

  @Test func `a configuration that can't be understood stops everything`() async throws {
    let homelab = try Homelab([".longshore/config.yaml": "hosts: 3\n", "a/compose.yaml": .web("x:1")])
    let error = await #expect(throws: DeployError.self) { try await once(homelab) }
    #expect(error?.code == .notConfigured)
    #expect(error?.description.hasPrefix("can't follow .longshore/config.yaml: config/") == true)
    #expect(engine.takeEvents() == [])
  }

  @Test func `a host that isn't configured is said so, with the nearest name`() async throws {
    let homelab = try Homelab([".longshore/config.yaml": "hosts:\n  nass: {}\n", "a/compose.yaml": .web("x:1")])
    let error = await #expect(throws: DeployError.self) { try await once(homelab) }
    #expect(error?.description == "can't deploy to `nas`: .longshore/config.yaml names no such host")
    #expect(error?.help == "did you mean `nass`?")
  }

  @Test func `two runs at once are one too many`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    try homelab.directory.makeDirectory("state")
    let lock = try ProcessLock.take(at: "\(homelab.state)/lock")
    let error = await #expect(throws: DeployError.self) { try await once(homelab) }
    #expect(error?.description == "can't deploy: another run is at work in \(homelab.state)")
    withExtendedLifetime(lock) {}
  }

  @Test func `a report that can't be pushed is pushed by the next run`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    let before = try homelab.server.git("rev-parse", "refs/longshore/deploy/nas")
    try homelab.push(["a/compose.yaml": .web("x:2")])
    let server = homelab.server
    engine.meanwhile { try server.git("update-ref", "-d", "refs/longshore/deploy/nas") }
    let stuck = try await once(homelab)
    #expect(stuck.report.outcomes == ["a": .deployed])
    #expect(stuck.unpublished?.code == .moved)
    try server.git("update-ref", "refs/longshore/deploy/nas", before)
    _ = engine.takeEvents()
    let later = try await once(homelab)
    #expect(!later.isNews)
    #expect(later.unpublished == nil)
    #expect(engine.takeEvents() == [])
    #expect(try homelab.published() == stuck.report)
  }

  @Test func `what someone else wrote in the place of our reports is written over by the next`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.server.git("update-ref", "refs/longshore/deploy/nas", "main")
    let run = try await once(homelab)
    #expect(run.unpublished == nil)
    #expect(try homelab.published()?.outcomes == ["a": .unchanged])
  }

  @Test func `a journal that was damaged is said so`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.directory.write("{", to: "state/journal.json")
    let error = await #expect(throws: DeployError.self) { try await once(homelab) }
    #expect(error?.description == "can't read \(homelab.state)/journal.json: it isn't a journal of this version")
    #expect(error?.help == "move it away; every stack is then looked at as if it were new")
  }

  @Test func `with its state lost a host begins anew and goes on with its reports`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    try homelab.push(["a/compose.yaml": .web("x:2")])
    try FileManager.default.removeItem(atPath: homelab.state)
    let run = try await once(homelab)
    #expect(run.report.outcomes == ["a": .deployed])
    #expect(run.unpublished == nil)
    #expect(try homelab.reportCount() == 2)
  }

  @Test func `the state is nobody else's to read`() async throws {
    let homelab = try Homelab(["a/compose.yaml": .web("x:1")])
    _ = try await once(homelab)
    let mode = try Program.run("stat", ["-c", "%a", homelab.state, "\(homelab.state)/journal.json"])
    #expect(mode.output == "700\n600\n")
  }
}
