import ComposeModel
import Fixtures
import Foundation
import GitOpsKit
import SourceDiagnostics
import Testing

/// What we say that a change does, beside what `docker compose up` then does with a real engine.
@Suite(
  .enabled(
    if: Engine.isAvailable && ComposeReference.path != nil,
    "no engine answers, or there is no docker compose 2.40: start them with Scripts/services start"
  )
)
struct `What a change does` {
  @Test func `is what was said before`() async throws {
    let changes = try EngineHistory.changes()
    let differences = try await OwnThread.map([changes]) { changes in
      Result { try EngineHistory.differences(in: changes) }
    }
    .first?.get()
    #expect(differences == [])
    #expect(changes.count >= 40)
  }
}

/// A stack that runs on the engine and is changed again and again.
enum EngineHistory {
  /// A change to the version before it, and a service to which it shall do something.
  struct Change {
    let story: String
    let edits: [Edit]
    var variables: String?
    let service: String
    let action: ServiceImpact.Action

    init(
      _ story: String,
      _ edits: [Edit] = [],
      variables: String? = nil,
      _ action: ServiceImpact.Action,
      _ service: String = "web"
    ) {
      self.story = story
      self.edits = edits
      self.variables = variables
      self.service = service
      self.action = action
    }
  }

  /// The first version, whose containers end at once.
  static let first = """
    x-calm: &calm { image: "longshore-demo/web:1.0", stop_signal: SIGKILL, command: [busybox, sleep, "3600"] }
    services:
      web:
        <<: *calm
        environment: { A: one, TAG: "${TAG}" }
        env_file: [more.env]
        networks: [front, back]
        volumes: ["data:/data", "cache:/cache"]
        cap_add: [NET_ADMIN, SYS_TIME]
      vpn: { <<: *calm, networks: [back] }
      rider: { <<: *calm, network_mode: "service:vpn" }
      watcher: { <<: *calm, depends_on: { vpn: { condition: service_started, restart: true } } }
      keeper: { <<: *calm, volumes: ["kept:/kept"], networks: [back] }
    networks:
      front: { labels: { side: front } }
      back: {}
    volumes:
      data: {}
      cache: {}
      kept: {}

    """

  static func changes() throws -> [Change] {
    try [
      Change("a value of a variable", [set("services.web.environment.A", "two")], .recreate),
      Change("a variable comes", [add("services.web.environment.B", 1)], .recreate),
      Change("a variable goes", [remove("services.web.environment.B")], .recreate),
      Change("a variable of `.env`", variables: "TAG=2\n", .recreate),
      Change("a variable of `.env` that nothing uses", variables: "TAG=2\nOTHER=1\n", .unchanged),
      Change(
        "the order of variables",
        [.move(YAMLPath(keys: "services", "web", "environment", "A"), to: .last)],
        .unchanged
      ),
      Change("the order of a list", [set("services.web.cap_add", ["SYS_TIME", "NET_ADMIN"])], .recreate),
      Change("a comment", [.comment(YAMLPath(keys: "services", "web"), "the front", at: .above)], .unchanged),
      Change("an extension", [add("services.web.x-note", "hello")], .unchanged),
      Change("an extension of the project", [add("x-note", "hello")], .unchanged),
      Change("a long form", [set("services.web.networks", ["front": nil, "back": nil])], .unchanged),
      Change("the long form of a volume", [set("services.web.volumes[0]", longVolume)], .unchanged),
      Change("a policy of pulling", [add("services.web.pull_policy", "missing")], .unchanged),
      Change("a name for the image's build", [add("services.web.build", ".")], .unchanged),
      Change("another image", [add("services.keeper.image", "longshore-demo/web:1.1")], .recreate, "keeper"),
      Change("labels", [add("services.web.labels", ["a": "b"])], .recreate),
      Change("labels in another form", [set("services.web.labels", ["a=b"])], .unchanged),
      Change("a health check", [add("services.web.healthcheck", ["test": ["NONE"]])], .recreate),
      Change("when it starts again", [add("services.web.restart", "no")], .recreate),
      Change("how many there are", [add("services.keeper.scale", 2)], .scale, "keeper"),
      Change("how many, said otherwise", [add("services.keeper.deploy", ["replicas": 2])], .recreate, "keeper"),
      Change(
        "fewer",
        [set("services.keeper.scale", 1), set("services.keeper.deploy.replicas", 1)],
        .scale,
        "keeper"
      ),
      Change("a limit", [add("services.vpn.mem_limit", "64m")], .recreate, "vpn"),
      Change("a limit in other words", [set("services.vpn.mem_limit", "65536k")], .unchanged, "vpn"),
      Change("who must be there first", [add("services.web.depends_on", ["keeper"])], .unchanged),
      Change("a network's labels", [set("networks.front.labels.side", "rear")], .restart),
      Change("a network's extension", [add("networks.front.x-note", "hello")], .unchanged),
      Change("a network's name", [add("networks.front.name", "\(project)_new")], .recreate),
      Change("one network less", [remove("services.web.networks.front")], .recreate),
      Change("a network that nothing uses goes", [remove("networks.front")], .unchanged),
      Change("an alias", [set("services.web.networks.back", ["aliases": ["w"]])], .recreate),
      Change(
        "a network of somebody else's",
        [set("networks.back", ["external": true, "name": "\(outside)"])],
        .recreate
      ),
      Change("a volume's labels", [add("volumes.kept.labels", ["a": "b"])], .unchanged, "keeper"),
      Change("a volume's name", [add("volumes.kept.name", "\(project)_new")], .recreate, "keeper"),
      Change("a volume of somebody else's", [set("volumes.kept", volume)], .recreate, "keeper"),
      Change("another volume", [set("services.web.volumes[1]", "fresh:/cache"), add("volumes.fresh", [:])], .recreate),
      Change("a volume less", [remove("services.web.volumes[1]")], .recreate),
      Change("a file in memory", [add("services.web.tmpfs", ["/scratch"])], .recreate),
      Change("another place", [add("services.web.working_dir", "/tmp")], .recreate),
      Change("a new service", [add("services.extra", service)], .create, "extra"),
      Change(
        "a new service that only a profile starts",
        [add("services.idle", ["image": "none", "profiles": ["debug"]])],
        .create,
        "idle"
      ),
      Change("a profile", [add("services.extra.profiles", ["debug"])], .unchanged, "extra"),
      Change("no profile any more", [remove("services.extra.profiles")], .unchanged, "extra"),
      Change("what a watcher watches", [set("services.vpn.mem_limit", "32m")], .restart, "watcher"),
      Change("what others ride on", [add("services.vpn.hostname", "h")], .recreate, "rider"),
      Change("the file of variables, of the same content", [set("services.web.env_file", ["same.env"])], .unchanged),
      Change("a service's name", [rename("services.extra", to: "renamed")], .create, "renamed"),
      Change("what only a profile starts", [add("services.idle.tty", true)], .recreate, "idle"),
      Change("a service less", [remove("services.keeper"), remove("services.web.depends_on")], .remove, "keeper"),
      Change("what the rider rides on", [set("services.rider.network_mode", "none")], .recreate, "rider"),
      Change("no file of variables", [remove("services.web.env_file")], .recreate),
    ]
  }

  private static let project = "impact-\(UInt32.random(in: 0...UInt32.max))"
  private static let outside = "\(project)-outside"
  private static let longVolume: YAMLValue = ["type": "volume", "source": "data", "target": "/data", "volume": [:]]
  private static let volume: YAMLValue = ["external": true, "name": "\(outside)"]

  private static let service: YAMLValue = [
    "image": "longshore-demo/web:1.0", "stop_signal": "SIGKILL", "command": ["busybox", "sleep", "3600"],
    "networks": ["back"],
  ]

  private static func set(_ path: String, _ value: YAMLValue) throws -> Edit {
    .set(try YAMLPath(parsing: path), value)
  }

  private static func add(_ path: String, _ value: YAMLValue) throws -> Edit {
    .insert(try YAMLPath(parsing: path), value, at: .last)
  }

  private static func remove(_ path: String) throws -> Edit { .remove(try YAMLPath(parsing: path)) }

  private static func rename(_ path: String, to name: String) throws -> Edit {
    .rename(try YAMLPath(parsing: path), to: name)
  }
}

extension EngineHistory {
  /// Makes each change after the other, and says where what happened isn't what was said.
  static func differences(in changes: [Change]) throws -> [String] {
    let directory = try TemporaryDirectory(named: "impact")
    defer { clean() }
    for kind in ["volume", "network"] { try docker([kind, "create", outside]) }
    try directory.write("MORE=1\n", to: "more.env")
    try directory.write("MORE=1\n", to: "same.env")
    try directory.write("TAG=1\n", to: ".env")
    var document = try #require(ComposeDocument.parse(Array(first.utf8), file: "compose.yaml").value)
    try directory.write(document.bytes, to: "compose.yaml")
    try up(in: directory)
    var (project, seen) = (try load(directory), try Sight())
    var differences: [String] = []
    for change in changes {
      document = try document.applying(change.edits)
      try directory.write(document.bytes, to: "compose.yaml")
      if let variables = change.variables { try directory.write(variables, to: ".env") }
      let after = try load(directory)
      let said = ChangeSummary(of: .root, from: project, to: after, for: .two).impact
      try up(in: directory)
      let now = try Sight()
      differences += seen.differences(from: said, now).map { "\(change.story): \($0)" }
      let meant = said.services.first { $0.name == change.service }?.action
      if meant != change.action { differences.append("\(change.story): said \(meant.map { "\($0)" } ?? "nothing")") }
      (project, seen) = (after, now)
    }
    return differences
  }

  private static func load(_ directory: TemporaryDirectory) throws -> ComposeProject {
    let loaded = try ComposeLoader(environment: ["COMPOSE_PROJECT_NAME": project])
      .load(StackFiles(file: RepositoryPath("compose.yaml")), from: DirectoryTree(directory.path))
    if let error = loaded.diagnostics.first(where: { $0.severity == .error }) { throw Program.Failure(error.message) }
    return try #require(loaded.value)
  }

  private static func up(in directory: TemporaryDirectory) throws {
    let said = try ComposeReference.run(
      ["--project-name", project, "up", "--detach", "--remove-orphans", "--pull", "never", "--no-build"],
      in: directory.path,
      environment: Engine.environment
    )
    if said.status != 0 { throw Program.Failure("docker compose up: \(said.errors)") }
  }

  @discardableResult
  fileprivate static func docker(_ arguments: [String]) throws -> [String] {
    let said = try Program.run("docker", arguments, environment: Engine.environment)
    if said.status != 0 { throw Program.Failure("docker \(arguments): \(said.errors)") }
    return said.output.split(separator: "\n").map(String.init)
  }

  private static func clean() {
    Engine.remove(project: project)
    for kind in ["volume", "network"] {
      let names = (try? docker([kind, "ls", "--quiet", "--filter", "name=\(project)"])) ?? []
      if !names.isEmpty { _ = try? docker([kind, "rm"] + names) }
    }
  }

  /// What runs at a moment, and which volumes nothing uses.
  struct Sight {
    /// Of each service its containers, each with when it was started.
    private var containers: [String: [String: String]] = [:]
    private let dangling: Set<String>

    init() throws {
      let filter = "label=com.docker.compose.project=\(project)"
      let names = try docker(["ps", "--all", "--quiet", "--filter", filter])
      let format = "{{.Id}} {{index .Config.Labels \"com.docker.compose.service\"}} {{.State.StartedAt}}"
      for line in try docker(["inspect", "--format", format] + names) {
        let words = line.split(separator: " ").map(String.init)
        containers[words[1], default: [:]][words[0]] = words[2]
      }
      let unused = try docker(["volume", "ls", "--quiet", "--filter", "dangling=true", "--filter", "name=\(project)"])
      dangling = Set(unused)
    }

    /// Where what is seen `now` isn't what was said about it.
    func differences(from said: Impact, _ now: Sight) -> [String] {
      let expected = Dictionary(uniqueKeysWithValues: said.services.map { ($0.name, Self.seen($0)) })
      let names = Set(containers.keys).union(now.containers.keys)
      var differences = names.sorted().compactMap { name -> String? in
        let happened = Self.action(from: containers[name], to: now.containers[name])
        return happened == expected[name] ? nil : "\(name): \(happened) instead of \(expected[name] ?? .unchanged)"
      }
      let left = now.dangling.subtracting(dangling)
      let losing = said.data.filter { [.volumeDropped, .volumeRenamed, .mountDropped].contains($0.kind) }
      if left.isEmpty != losing.isEmpty {
        differences.append("the volumes \(left.sorted()) are left, and \(losing.map(\.message)) was said")
      }
      return differences
    }

    /// What is to be seen of it: services that only a profile starts stay as they are.
    private static func seen(_ impact: ServiceImpact) -> ServiceImpact.Action {
      impact.reasons.contains { $0.cause == .profile } ? .unchanged : impact.action
    }

    private static func action(from old: [String: String]?, to new: [String: String]?) -> ServiceImpact.Action {
      guard let old else { return .create }
      guard let new else { return .remove }
      if Set(old.keys).isDisjoint(with: new.keys) { return .recreate }
      if Set(old.keys) != Set(new.keys) { return .scale }
      return old == new ? .unchanged : .restart
    }
  }
}
