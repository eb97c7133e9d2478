import ComposeModel
import ReleaseKit
import SourceDiagnostics
import Testing

@Suite struct `Health checks we know` {
  @Test func `cover at least a hundred names of images`() {
    #expect(HealthcheckKnowledge.standard.imageCount >= 100)
  }

  @Test func `use the container's own variables, written for Compose`() throws {
    let check = try #require(try check("{image: 'postgres:16'}"))
    let expected =
      #"pg_isready -q -h 127.0.0.1 -U "${POSTGRES_USER:-postgres}" -d "${POSTGRES_DB:-${POSTGRES_USER:-postgres}}""#
    #expect(check.test == ["CMD-SHELL", expected])
    let test = expected.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
    #expect(
      check.composeValue
        == [
          "test": .string(test),
          "interval": .string("30s"),
          "timeout": .string("5s"),
          "retries": .int(3),
          "start_period": .string("30s"),
        ]
    )
  }

  @Test(arguments: [
    ("{image: grafana/grafana:11.3.1}", "http://127.0.0.1:3000/api/health"),
    ("{image: grafana/grafana:11.3.1, environment: {GF_SERVER_HTTP_PORT: 4000}}", "http://127.0.0.1:4000/api/health"),
    ("{image: grafana/grafana:11.3.1, environment: [GF_SERVER_HTTP_PORT=4001]}", "http://127.0.0.1:4001/api/health"),
    (
      "{image: grafana/grafana:11.3.1, environment: {GF_SERVER_HTTP_PORT: 'no; rm'}}",
      "http://127.0.0.1:3000/api/health"
    ),
    ("{image: grafana/grafana:11.3.1, environment: {GF_SERVER_HTTP_PORT: 99999}}", "http://127.0.0.1:3000/api/health"),
  ])
  func `ask at the port that the environment names`(service: String, url: String) throws {
    #expect(try check(service)?.test == ["CMD", "wget", "-q", "-O", "/dev/null", url])
  }

  @Test(arguments: [
    "linuxserver/sonarr:4.0.0", "lscr.io/linuxserver/sonarr:4.0.0", "ghcr.io/linuxserver/sonarr",
    "docker.io/linuxserver/sonarr",
  ])
  func `know an image under each of its names`(image: String) throws {
    #expect(try check("{image: '\(image)'}")?.test.last == "http://127.0.0.1:8989/ping")
  }

  @Test(arguments: [
    ("{image: 'redis:7', healthcheck: {test: [CMD, 'true']}}", "present", "it has a health check"),
    ("{image: 'redis:7', healthcheck: {disable: true}}", "switched-off", "its health check is switched off on purpose"),
    ("{image: 'vaultwarden/server:1.32.5'}", "built-in", "the image brings its own health check"),
    ("{image: 'example/unheard-of:1'}", "unknown-image", "we know no check for `example/unheard-of`"),
    ("{build: .}", "unknown-image", "it is built here, so only you know what to ask it"),
    ("{image: 'nextcloud:30', entrypoint: /cron.sh}", "other-program", "it has an entrypoint of its own"),
    (
      "{image: 'nextcloud:30', command: [/cron.sh]}", "other-program",
      "it runs `/cron.sh` instead of the image's own program"
    ),
    ("{image: 'nextcloud:30-fpm'}", "unmet-requirement", "the `fpm` variant of the image lacks what the check needs"),
    (
      "{image: 'memcached:1.6'}", "unmet-requirement", "only the `alpine` variant of the image has what the check needs"
    ),
    ("{image: 'mongo:4'}", "unmet-requirement", "the check needs version 6 or later"),
    ("{image: 'mongo'}", "unmet-requirement", "the check needs version 6 or later"),
    ("{image: 'traefik:v3.2.1'}", "unmet-requirement", "the check needs `--ping` on the command line"),
    (
      "{image: 'redis:7', command: redis-server --requirepass x}", "unmet-requirement",
      "`requirepass` on the command line changes what the check would see"
    ),
  ])
  func `are not added where they wouldn't hold, with the reason`(service: String, code: String, reason: String) throws {
    guard case .none(let none) = try advice(service) else {
      Issue.record("a check was offered")
      return
    }
    #expect(none.code.rawValue == code)
    #expect(none.description == reason)
  }

  @Test(arguments: [
    "{image: 'traefik:v3.2.1', command: [--ping=true]}",
    "{image: 'redis:7', command: redis-server --save ''}",
    "{image: 'postgres:16', command: postgres -c shared_buffers=1GB}",
    "{image: 'postgres:16', command: [-c, fsync=off]}",
    "{image: 'gotenberg/gotenberg:8', command: [gotenberg, --chromium-disable-javascript=true]}",
  ])
  func `hold beside arguments for the image's own program`(service: String) throws {
    #expect(try check(service) != nil)
  }

  private func check(_ service: String) throws -> KnownHealthcheck? {
    if case .add(let check) = try advice(service) { check } else { nil }
  }

  private func advice(_ service: String) throws -> HealthcheckAdvice {
    let tree = MemoryTree(["web/compose.yaml": "services: {web: \(service)}"])
    let stack = try #require(try StackFiles.find(in: RepositoryPath("web"), of: tree))
    let project = try #require(try ComposeLoader().load(stack, from: tree).value)
    let web = try #require(Array(project.services).first)
    return HealthcheckKnowledge.standard.advice(for: web.value)
  }
}
