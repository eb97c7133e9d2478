import ComposeModel
import FoundationEssentials
import Testing

@Suite struct `Comparing two versions of a stack` {
  @Test(arguments: [
    ("ports: ['8080:80']", "ports: [{ target: 80, published: 8080 }]"),
    ("environment: [A=1, B=2]", "environment: { B: '2', A: '1' }"),
    ("labels: { a: b }", "labels: [a=b]"),
    ("command: sleep 1", "command: [sleep, '1']"),
    ("volumes: ['./a:/a:ro']", "volumes: [{ type: bind, source: ./a, target: /a, read_only: true, bind: {} }]"),
    ("cap_add: [A, B]", "cap_add: [B, A]"),
    ("ports: ['1:1', '2:2']", "ports: ['2:2', '1:1']"),
    ("volumes: ['./a:/a', './b:/b']", "volumes: ['./b:/b', './a:/a']"),
    ("restart: always # why", "# why not\nrestart: \"always\""),
    ("healthcheck: { test: 'curl x' }", "healthcheck: { test: [CMD-SHELL, curl x] }"),
  ])
  func `another way to say it makes no difference`(_ old: String, _ new: String) throws {
    let diff = try summary(from: app(old), to: app(new)).diff
    #expect(diff.isEmpty, "\(diff)")
    #expect(diff.kind == .unchanged)
  }

  @Test(arguments: [
    ("", "ports: ['8080:80']", ["ports: 8080:80 added"]),
    ("ports: ['8080:80']", "", ["ports: 8080:80 removed"]),
    ("ports: ['8080:80']", "ports: ['8081:80']", ["ports: 8080:80 → 8081:80"]),
    ("ports: ['8080:80']", "ports: ['8080:80/udp']", ["ports: 8080:80/udp added", "ports: 8080:80 removed"]),
    ("ports: ['8080:80']", "ports: ['127.0.0.1:8080:80']", ["ports: 8080:80 → 127.0.0.1:8080:80"]),
    ("ports: ['1:80', '2:80']", "ports: ['2:80', '3:80']", ["ports: 1:80 → 3:80"]),
    ("ports: ['1:80', '2:81']", "ports: ['2:80', '1:81']", ["ports: 1:80 → 2:80", "ports: 2:81 → 1:81"]),
    ("environment: { A: 1 }", "environment: { A: 2 }", ["environment.A: 1 → 2"]),
    ("environment: { A: 1 }", "environment: { B: 1 }", ["environment.B: 1 added", "environment.A: 1 removed"]),
    ("", "environment: [A=1, B=2]", ["environment.A: 1 added", "environment.B: 2 added"]),
    ("command: a b", "command: a c", ["command: [a, b] → [a, c]"]),
    ("command: [a, b]", "command: [b, a]", ["command: [a, b] → [b, a]"]),
    ("volumes: ['./a:/data']", "volumes: ['./a:/data:ro']", ["volumes: ./a:/data → ./a:/data:ro"]),
    ("cap_add: [A]", "cap_add: [A, B]", ["cap_add: B added"]),
    ("restart: always", "restart: 'no'", ["restart: always → no"]),
    ("", "healthcheck: { test: [CMD, x], retries: 2 }", ["healthcheck: {test: [CMD, x], retries: 2} added"]),
    ("healthcheck: { test: [CMD, x] }", "healthcheck: { test: [CMD, y] }", ["healthcheck.test: [CMD, x] → [CMD, y]"]),
  ])
  func `a difference is one line`(_ old: String, _ new: String, _ lines: [String]) throws {
    let diff = try summary(from: app(old), to: app(new)).diff
    #expect(diff.services.map(\.name) == ["app"])
    #expect(diff.services.first?.kind == .changed)
    #expect(diff.services.flatMap(\.changes).map(\.summary).sorted() == lines.sorted())
  }

  @Test func `a variable, a base file and an anchor show where they arrive`() throws {
    let file = """
      name: cloud
      x-log: &log { driver: local }
      services:
        app: { image: "nginx:${TAG}", logging: *log, env_file: [a.env] }
        base: { extends: { file: base.yaml, service: base } }
      """
    let before = [
      "compose.yaml": file, ".env": "TAG=1", "a.env": "A=1", "base.yaml": "services: { base: { image: a:1 } }",
    ]
    var after = before
    after[".env"] = "TAG=2"
    after["a.env"] = "A=2"
    after["base.yaml"] = "services: { base: { image: a:2 } }"
    after["compose.yaml"] = file.replacing("driver: local", with: "driver: none")
    let diff = try StackDiff.between(loadedStack(before), loadedStack(after), of: .root)
    let lines = diff.services.flatMap { service in service.changes.map { "\(service.name) \($0.summary)" } }
    #expect(
      lines.sorted() == [
        "app environment.A: 1 → 2", "app image: nginx:1 → nginx:2", "app logging.driver: local → none",
        "base image: a:1 → a:2",
      ]
    )
  }

  @Test func `each side says where its value stands`() throws {
    let old = "services:\n  app:\n    image: nginx:1\n"
    let change = try #require(
      try summary(from: old, to: "# new\n" + old.replacing("1", with: "2")).diff.services.first?.changes.first
    )
    #expect(change.path.description == "services.app.image")
    #expect(change.oldOrigin?.bytes == 40..<47)
    #expect(change.newOrigin?.bytes == 46..<53)
  }

  @Test func `services come, go and are renamed`() throws {
    let old = "services:\n  a: { image: a:1 }\n  b: { image: b:1 }\n  c: { image: c:1 }\n"
    let new = "services:\n  a: { image: a:1 }\n  bb: { image: b:1 }\n  d: { image: d:1 }\n"
    let diff = try summary(from: old, to: new).diff
    #expect(diff.services.map(\.name) == ["bb", "d", "c"])
    #expect(diff.services.map(\.kind) == [.renamed, .added, .removed])
    #expect(diff.services.map(\.oldName) == ["b", nil, nil])
    #expect(diff.services[0].changes == [])
    #expect(diff.services[1].changes.map(\.summary).contains("image: d:1 added"))
  }

  @Test func `volumes, networks and settings differ too`() throws {
    let old = app("volumes: ['a:/a']\nnetworks: [front]") + "volumes: { a: }\nnetworks: { front: }\nx-owner: me\n"
    let new =
      app("volumes: ['b:/a']\nnetworks: [front]")
      + "volumes: { b: }\nnetworks: { front: { internal: true } }\nx-owner: you\n"
    let diff = try summary(from: old, to: new).diff
    #expect(diff.resources.map(\.resource) == [.volume, .network])
    #expect(diff.resources.map(\.kind) == [.renamed, .changed])
    #expect(diff.resources.first?.oldName == "a")
    #expect(diff.resources.last?.changes.map(\.summary) == ["internal: true added"])
    #expect(diff.settings.map(\.summary) == ["x-owner: me → you"])
  }

  @Test func `a stack comes and goes`() throws {
    let project = try loadedStack(app("restart: always"))
    let stack = try RepositoryPath("cloud")
    #expect(StackDiff.between(nil, project, of: stack).kind == .added)
    #expect(StackDiff.between(project, nil, of: stack).kind == .removed)
    #expect(StackDiff.between(nil, nil, of: stack).isEmpty)
    #expect(StackDiff.between(nil, project, of: stack).services.map(\.kind) == [.added])
  }

  @Test(arguments: [
    "environment: { DB_PASSWORD: hunter2 }", "environment: [DB_PASSWORD=hunter2]", "command: [run, --password=hunter2]",
    "command: [run, --password, hunter2]", "environment: { DATABASE_URL: 'postgres://me:hunter2@db/x' }",
    "environment: { KEY: '-----BEGIN PRIVATE KEY----- hunter2' }", "labels: { api_token: hunter2 }",
    "command: 'sh -c \"API_KEY=hunter2\"'", "x-a: { deep: [{ secret_key: hunter2 }] }",
    "command: |\n  a\n  password: hunter2",
  ])
  func `a secret is never shown`(_ attributes: String) throws {
    let project = try loadedStack(app(attributes))
    let empty = try loadedStack(app(""))
    for diff in [
      StackDiff.between(empty, project, of: .root), .between(project, empty, of: .root),
      .between(nil, project, of: .root),
    ] {
      let lines = diff.services.flatMap(\.changes).map(\.summary)
      #expect(!lines.isEmpty)
      #expect(!lines.joined().contains("hunter2"), "\(lines)")
      let json = String(decoding: try JSONEncoder().encode(diff), as: UTF8.self)
      #expect(!json.contains("hunter2"), "\(json)")
    }
  }
}
