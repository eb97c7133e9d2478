import DeployKit
import Fixtures
import GitOpsKit
import Testing

@Suite(.enabled(if: RealEngine.isAvailable, "LONGSHORE_TEST_DOCKER_HOST names no engine"), .timeLimit(.minutes(10)))
struct `Deploying to a real engine` {
  /// Looks often, and doesn't wait long.
  let rules = HealthRules(settling: .seconds(2), interval: .milliseconds(200), restartLimit: 3)
  let stack = RealEngine.stackName()

  func target() throws -> DockerComposeTarget {
    try RealEngine.makeImage()
    return DockerComposeTarget(environment: RealEngine.environment ?? [:])
  }

  func once(_ homelab: Homelab) async throws -> StackReport {
    let run = try await run(homelab)
    return try #require(run.report.stacks.first)
  }

  func run(_ homelab: Homelab) async throws -> DeployRun {
    let settings = homelab.settings { $0.health = rules }
    return try await Reconciler(settings, to: try target()).once(now: Timestamp(seconds: 1_795_780_000))
  }

  /// A homelab of one stack with this Compose file, which is taken down at the end.
  func withStack(
    _ services: String,
    _ more: [String: String] = [:],
    _ test: (Homelab) async throws -> Void
  ) async throws {
    var files: [String: String?] = ["\(stack)/compose.yaml": services]
    files[".longshore/config.yaml"] = "hosts:\n  nas:\n    health-timeout: 20s\n"
    for (name, text) in more { files["\(stack)/\(name)"] = text }
    let homelab = try Homelab(files)
    do { try await test(homelab) } catch {
      try? await target().remove(stack)
      throw error
    }
    try await target().remove(stack)
  }

  func service(_ rest: String) -> String {
    "services:\n  web:\n    image: \(RealEngine.image)\n    network_mode: none\n    stop_grace_period: 0s\n\(rest)"
  }

  func checked(_ test: String) -> String {
    let check = "healthcheck: {test: [CMD, \"\(test)\"], interval: 1s, timeout: 2s, retries: 1}"
    return service("    restart: unless-stopped\n    \(check)\n")
  }

  @Test func `a healthy stack, run twice`() async throws {
    try await withStack(checked("true")) { homelab in
      let report = try await once(homelab)
      #expect(report.outcome == .deployed)
      #expect(report.services == [ServiceHealth(name: "web", state: "running", health: "healthy")])
      #expect(try RealEngine.running(stack) == ["web"])
      let again = try await run(homelab)
      #expect(!again.isNews)
      #expect(try homelab.published() == again.report)
    }
  }

  @Test func `an unhealthy update goes back to what was healthy`() async throws {
    try await withStack(checked("true")) { homelab in
      let good = try await once(homelab)
      try homelab.push(["\(stack)/compose.yaml": checked("false") + "    command: [sh, -c, 'echo no way; sleep 600']\n"]
      )
      let report = try await once(homelab)
      #expect(report.outcome == .rolledBack)
      #expect(report.healthy == good.to)
      #expect(report.reason == "`web` is unhealthy")
      #expect(report.logs?.contains("no way") == true)
      #expect(try RealEngine.running(stack) == ["web"])
      let check = try RealEngine.docker("inspect", "--format", "{{.Config.Healthcheck.Test}}", "\(stack)-web-1")
      #expect(check.trimmed == "[CMD true]")
    }
  }

  @Test func `a service that ends again and again`() async throws {
    try await withStack(service("    restart: always\n    command: [sh, -c, 'echo oh no; exit 3']\n")) { homelab in
      let report = try await once(homelab)
      #expect(report.outcome == .failed)
      #expect(report.reason?.hasPrefix("`web` restarts in a loop, ") == true)
      #expect(report.logs?.contains("oh no") == true)
    }
  }

  @Test func `a service without a health check, and one whose check is switched off`() async throws {
    let other = "  other:\n    image: \(RealEngine.image)\n    network_mode: none\n    healthcheck: {disable: true}\n"
    try await withStack(service("    restart: always\n\(other)    stop_grace_period: 0s\n")) { homelab in
      let report = try await once(homelab)
      #expect(report.outcome == .deployed)
      #expect(report.services == ["web", "other"].map { ServiceHealth(name: $0, state: "running") })
    }
  }

  @Test func `a service that ends by itself, well or not`() async throws {
    try await withStack(service("    command: [\"true\"]\n")) { homelab in
      let report = try await once(homelab)
      #expect(report.outcome == .deployed)
      #expect(report.services == [ServiceHealth(name: "web", state: "exited")])
      try homelab.push(["\(stack)/compose.yaml": service("    command: [\"false\"]\n")])
      let failed = try await once(homelab)
      #expect(failed.outcome == .rolledBack)
      #expect(failed.reason == "`web` ended with status 1")
    }
  }

  @Test func `a stack that is gone is taken down, its volume kept`() async throws {
    let volumes = "    volumes: [data:/data]\n    restart: always\nvolumes:\n  data:\n"
    try await withStack(service(volumes)) { homelab in
      #expect(try await once(homelab).outcome == .deployed)
      try homelab.push(["\(stack)/compose.yaml": nil])
      #expect(try await once(homelab).outcome == .removed)
      #expect(try RealEngine.running(stack) == [])
      #expect(try RealEngine.docker("volume", "rm", "\(stack)_data").status == 0)
    }
  }

  @Test func `an image that can't be had leaves running what runs`() async throws {
    try await withStack(checked("true")) { homelab in
      let good = try await once(homelab)
      let missing = checked("true").replacing(RealEngine.image, with: "127.0.0.1:1/no/such:1")
      try homelab.push(["\(stack)/compose.yaml": missing])
      let report = try await once(homelab)
      #expect(report.outcome == .failed)
      #expect(report.healthy == good.to)
      #expect(report.reason?.hasPrefix("can't pull the images of \(stack): ") == true)
      #expect(try RealEngine.running(stack) == ["web"])
    }
  }

  @Test func `what the engine can't start goes back`() async throws {
    try await withStack(checked("true")) { homelab in
      _ = try await once(homelab)
      try homelab.push(["\(stack)/compose.yaml": checked("true") + "    command: [no-such-program]\n"])
      let report = try await once(homelab)
      #expect(report.outcome == .rolledBack)
      #expect(report.reason?.contains("no-such-program") == true)
      #expect(try RealEngine.running(stack) == ["web"])
    }
  }

  @Test func `a container sees the changed file it mounts`() async throws {
    let mount = service("    restart: always\n    volumes: [\"./motd:/motd:ro\"]\n")
    try await withStack(mount, ["motd": "one"]) { homelab in
      _ = try await once(homelab)
      try homelab.push(["\(stack)/motd": "two"])
      #expect(try await once(homelab).outcome == .deployed)
      #expect(try RealEngine.docker("exec", "\(stack)-web-1", "cat", "/motd").output == "two")
    }
  }

  @Test func `an image is built again when its files change`() async throws {
    let built =
      "services:\n  web:\n    build: .\n    network_mode: none\n    stop_grace_period: 0s\n    restart: always\n"
    let files = ["Dockerfile": "FROM \(RealEngine.image)\nCOPY motd /motd\n", "motd": "one"]
    try await withStack(built, files) { homelab in
      #expect(try await once(homelab).outcome == .deployed)
      try homelab.push(["\(stack)/motd": "two"])
      #expect(try await once(homelab).outcome == .deployed)
      #expect(try RealEngine.docker("exec", "\(stack)-web-1", "cat", "/motd").output == "two")
      _ = try RealEngine.docker("image", "rm", "--force", "\(stack)-web")
    }
  }

  @Test func `an engine that isn't there is said so`() async throws {
    var environment = RealEngine.environment ?? [:]
    environment["DOCKER_HOST"] = "unix:///no/such.sock"
    let error = await #expect(throws: DeployError.self) {
      try await DockerComposeTarget(environment: environment).containers(of: "x")
    }
    #expect(error?.code == .engineUnreachable)
    #expect(error?.description.hasPrefix("can't reach the container engine: ") == true)
  }
}
