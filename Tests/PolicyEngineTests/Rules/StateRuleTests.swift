import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Rules about the state of a stack` {
  /// What the services below may use.
  static let shared = """
    volumes:
      data: { driver_opts: { type: none, o: bind, device: /srv/data } }
      sock: { driver_opts: { type: none, o: bind, device: /var/run/docker.sock } }
    secrets:
      s: { file: ./s }
    """

  /// Rule, a service that breaks it, what is said, and one that doesn't.
  static let cases: [(RuleID, String, String, String)] = [
    (
      "privileged", "privileged: true", "`app` runs privileged: it may do what the host's root may", "privileged: false"
    ),
    (
      "docker-socket", "volumes: ['/var/run/docker.sock:/var/run/docker.sock:ro']",
      "`app` is given the socket of the Docker engine, and so is root on the host",
      "volumes: ['/var/run/dbus:/var/run/dbus']"
    ),
    (
      "docker-socket", "volumes: ['/var/run:/host']",
      "`app` is given `/var/run`, and with it `/var/run/docker.sock`, and so is root on the host",
      "volumes: ['/var/lib:/host']"
    ),
    (
      "docker-socket", "volumes: ['/var/./run/x/../docker.sock:/s']",
      "`app` is given the socket of the Docker engine, and so is root on the host", "volumes: ['./docker.sock.d:/s']"
    ),
    (
      "docker-socket", "volumes: ['sock:/s']\nsecrets: [s]",
      "`app` is given the socket of the Docker engine, and so is root on the host", "volumes: ['data:/s']"
    ),
    (
      "docker-socket", "use_api_socket: true",
      "`app` is given the socket of the Docker engine, and so is root on the host", "use_api_socket: false"
    ),
    (
      "privileged", "post_start: [{ command: x, privileged: true }]",
      "`app` runs a command privileged: it may do what the host's root may", "post_start: [{ command: x }]"
    ),
    (
      "privileged", "build: { context: ., privileged: true }",
      "`app` is built privileged: it may do what the host's root may", "build: ."
    ),
    (
      "plain-secret", "environment: { DB_PASSWORD: hunter2 }",
      "`DB_PASSWORD` of `app` holds a secret in clear text", "environment: { DB_PASSWORD_FILE: /run/secrets/db }"
    ),
    (
      "plain-secret", "environment: { URL: 'postgres://me:hunter2@db/x' }",
      "`URL` of `app` holds a password in clear text", "environment: { URL: 'postgres://me@db/x' }"
    ),
    (
      "plain-secret", "environment: { X: \"-----BEGIN RSA PRIVATE KEY-----\" }",
      "`X` of `app` holds a private key in clear text", "environment: { DB_PASSWORD: '' , ALLOW_EMPTY_PASSWORD: 'yes' }"
    ),
  ]

  @Test(arguments: cases.indices)
  func `a new stack that breaks a rule is told so, and one that doesn't isn't`(_ index: Int) throws {
    let (rule, bad, message, good) = Self.cases[index]
    func app(_ attributes: String) -> String { PolicyEngineTests.app(attributes) + Self.shared }
    let judgement = try judge(change(from: nil, to: app(bad)), by: .standard, on: today)
    #expect(lines(of: rule, judgement) == ["deny: \(message)"])
    #expect(judgement.verdict == .deny)
    #expect(lines(of: rule, try judge(change(from: nil, to: app(good)), by: .standard, on: today)) == [])
    #expect(
      lines(of: rule, try judge(change(from: app(bad), to: app(bad + "\nrestart: always")), by: .standard, on: today))
        == []
    )
    #expect(
      try lines(
        of: rule,
        inspect([StackState(RepositoryPath("cloud"), #require(loaded(app(bad)).value))], by: .standard, on: today)
      ) == ["warn: \(message)"]
    )
  }

  @Test(arguments: [
    ("nginx", "`app` names no tag for `nginx`, and so gets what is latest"),
    ("nginx:latest", "`app` uses a tag that moves: `nginx:latest`"),
    ("nginx:Stable-Alpine", "`app` uses a tag that moves: `nginx:Stable-Alpine`"),
    ("a/b:main", "`app` uses a tag that moves: `a/b:main`"),
    ("a:nightly-2", "`app` uses a tag that moves: `a:nightly-2`"),
    ("localhost:5000/a", "`app` names no tag for `localhost:5000/a`, and so gets what is latest"),
  ])
  func `a tag that moves is told`(_ image: String, _ message: String) throws {
    #expect(
      try lines(of: "floating-tag", judge(change(from: nil, to: app(image: image)), by: .standard, on: today)) == [
        "approval: \(message)"
      ]
    )
  }

  @Test(arguments: [
    "nginx:1.27", "nginx:1", "nginx:1.27-dev", "nginx:latest@sha256:\(String(repeating: "a", count: 64))", "a:v2-beta",
    "a:2024.1.0-rc",
    "ghcr.io/a/b:release-v1.2", "a:bookworm", "a:latestish",
  ])
  func `a tag that names a version isn't`(_ image: String) throws {
    #expect(
      try lines(of: "floating-tag", judge(change(from: nil, to: app(image: image)), by: .standard, on: today)) == []
    )
  }

  @Test func `another floating image is another finding`() throws {
    let change = try change(from: app(image: "nginx:latest"), to: app(image: "caddy:latest"))
    #expect(
      lines(of: "floating-tag", judge(change, by: .standard, on: today)) == [
        "approval: `app` uses a tag that moves: `caddy:latest`"
      ]
    )
  }

  @Test func `what is built here has no tag to pin`() throws {
    #expect(
      try lines(
        of: "floating-tag",
        judge(change(from: nil, to: app("build: .", image: "mine")), by: .standard, on: today)
      ) == []
    )
  }

  @Test func `a health check is missed in new services and in every tree`() throws {
    let checked = app("healthcheck: { test: [CMD, x] }")
    let off = app("healthcheck: { disable: true }")
    #expect(
      try lines(of: "missing-healthcheck", judge(change(from: nil, to: app()), by: .standard, on: today)) == [
        "note: `app` has no health check"
      ]
    )
    #expect(try lines(of: "missing-healthcheck", judge(change(from: nil, to: checked), by: .standard, on: today)) == [])
    #expect(
      try lines(
        of: "missing-healthcheck",
        judge(change(from: app(), to: app("restart: always")), by: .standard, on: today)
      ) == []
    )
    #expect(
      try lines(of: "missing-healthcheck", judge(change(from: nil, to: off), by: .standard, on: today)) == [
        "note: `app` switches its health check off"
      ]
    )
  }

  @Test func `a service that ends by itself needs no health check`() throws {
    let text =
      app("healthcheck: { test: [CMD, x] }\ndepends_on: { init: { condition: service_completed_successfully } }")
      + "  init: { image: 'busybox:1' }\n"
    #expect(try lines(of: "missing-healthcheck", judge(change(from: nil, to: text), by: .standard, on: today)) == [])
  }

  @Test func `a secret from a variable isn't in the file`() throws {
    let text = app("environment: { DB_PASSWORD: '${DB_PASSWORD-}', OTHER_TOKEN: '${TOKEN:-x}' }")
    #expect(try lines(of: "plain-secret", judge(change(from: nil, to: text), by: .standard, on: today)) == [])
  }
}
