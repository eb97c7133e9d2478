import ComposeModel
import Testing

@Suite struct `Databases that change their version` {
  @Test(arguments: [
    ("postgres:15.4", "postgres:17.0", "danger: `app` jumps two major versions of PostgreSQL over the same data"),
    (
      "postgres:15", "postgres:16-alpine",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
    ("postgres:9.6", "postgres:10", "danger: `app` jumps to the next major version of PostgreSQL over the same data"),
    ("postgres:9.5", "postgres:9.6", "danger: `app` goes from PostgreSQL 9.5 to 9.6 over the same data"),
    ("postgres:9.6", "postgres:15", "danger: `app` goes from PostgreSQL 9.6 to 15 over the same data"),
    (
      "docker.io/library/postgres:14", "postgres:17",
      "danger: `app` jumps three major versions of PostgreSQL over the same data"
    ),
    (
      "bitnami/postgresql:15.4.0-debian-11-r1", "bitnami/postgresql:16",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
    (
      "postgis/postgis:15-3.4", "postgis/postgis:16-3.4",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
    (
      "timescale/timescaledb:2.14.2-pg15", "timescale/timescaledb:2.15.0-pg16",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
    (
      "postgres:15", "pgvector/pgvector:pg16",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
    ("postgres:17", "postgres:15", "danger: `app` goes back from PostgreSQL 17 to 15 over the same data"),
    ("mysql:5.7", "mysql:8.0", "caution: `app` goes from MySQL 5.7 to 8.0 over the same data"),
    ("mysql:8.4.1", "mysql:8.0.36", "danger: `app` goes back from MySQL 8.4 to 8.0 over the same data"),
    ("mariadb:10.6", "mariadb:11.4", "caution: `app` goes from MariaDB 10.6 to 11.4 over the same data"),
    (
      "lscr.io/linuxserver/mariadb:10.11.6", "lscr.io/linuxserver/mariadb:11.4.2",
      "caution: `app` goes from MariaDB 10.11 to 11.4 over the same data"
    ),
    ("mongo:6", "mongo:7", "caution: `app` jumps to the next major version of MongoDB over the same data"),
    ("mongo:4.4", "mongo:5", "caution: `app` jumps to the next major version of MongoDB over the same data"),
    ("mongo:5.0", "mongo:8.0", "danger: `app` jumps three major versions of MongoDB over the same data"),
    (
      "elasticsearch:7.17.0", "elasticsearch:8.12.0",
      "caution: `app` jumps to the next major version of Elasticsearch over the same data"
    ),
    ("redis:7", "redis:6", "danger: `app` goes back from Redis 7 to 6 over the same data"),
    ("mysql:8.0", "mariadb:11.4", "danger: `app` becomes MariaDB over the data of MySQL"),
    (
      "postgres:15", "me/postgres-with-extras:15",
      "caution: `app` leaves PostgreSQL for `me/postgres-with-extras:15` over the same data"
    ),
    (
      "postgres:15", "postgres:latest",
      "caution: nobody can tell whether `app` jumps a major version of PostgreSQL over the same data"
    ),
    (
      "postgres", "postgres:17",
      "caution: nobody can tell whether `app` jumps a major version of PostgreSQL over the same data"
    ),
    (
      "postgres:15", "postgres@sha256:\(String(repeating: "a", count: 64))",
      "caution: nobody can tell whether `app` jumps a major version of PostgreSQL over the same data"
    ),
    (
      "localhost:5000/postgres:15", "postgres:16",
      "danger: `app` jumps to the next major version of PostgreSQL over the same data"
    ),
  ])
  func `a jump over the same data is told`(_ old: String, _ new: String, _ risk: String) throws {
    #expect(try risks(from: old, to: new) == [risk])
  }

  @Test(arguments: [
    ("postgres:15.4", "postgres:15.8"), ("postgres:15", "postgres:15-alpine"),
    ("postgres:15", "docker.io/postgres:15.1"),
    ("mysql:8.0.30", "mysql:8.0.36"), ("redis:6", "redis:7.2-alpine"), ("nginx:1", "nginx:2"),
    ("postgres:9.6.1", "postgres:9.6.24"),
    ("timescale/timescaledb:2.14.2-pg15", "timescale/timescaledb:2.15.0-pg15"), ("mongo:7.0.1", "mongo:7.0.14"),
    ("postgres:15", "postgres:15@sha256:\(String(repeating: "a", count: 64))"),
  ])
  func `a step within a version isn't`(_ old: String, _ new: String) throws {
    #expect(try risks(from: old, to: new) == [])
  }

  @Test func `without data, or with data of its own, a jump is none`() throws {
    let none = try summary(from: app("", image: "postgres:15"), to: app("", image: "postgres:17"))
    #expect(none.impact.data == [])
    let passing = try summary(
      from: app("tmpfs: [/data]", image: "postgres:15"),
      to: app("tmpfs: [/data]", image: "postgres:17")
    )
    #expect(passing.impact.data == [])
    let own = "volumes: { pg: , new: }\n"
    let fresh = try summary(
      from: app("volumes: ['pg:/data']", image: "postgres:15") + own,
      to: app("volumes: ['new:/data']", image: "postgres:17") + own
    )
    #expect(fresh.impact.data.map(\.kind) == [.volumeRenamed])
  }

  @Test func `the data may reach the new version by another service`() throws {
    let volumes = "volumes: { pg: }\n"
    let old = app("volumes: ['pg:/data']", image: "postgres:15") + volumes
    let new = old.replacing("app:", with: "db:").replacing(":15", with: ":17").replacing(
      "'pg:/data'",
      with: "'pg:/var/lib/pg'"
    )
    let data = try summary(from: old, to: new).impact.data
    #expect(data.map(\.message) == ["`db` jumps two major versions of PostgreSQL over the same data"])
  }

  @Test func `a reader of the data is no heir of it`() throws {
    let backup = "  backup: { image: 'alpine:3', volumes: ['pg:/data'] }\nvolumes: { pg: }\n"
    let old = app("volumes: ['pg:/data']", image: "postgres:15") + backup
    #expect(try summary(from: old, to: old.replacing("alpine:3", with: "alpine:4")).impact.data == [])
  }

  @Test func `the places say what is wrong`() throws {
    let volumes = "volumes: { pg: }\n"
    let old = app("volumes: ['pg:/data']", image: "postgres:15.4") + volumes
    let risk = try #require(try summary(from: old, to: old.replacing("15.4", with: "17.0")).impact.data.first)
    #expect(risk.newPlaces.map(\.text) == ["17 can't read what 15 wrote", "this keeps 15's files"])
    #expect(risk.oldPlaces.map(\.text) == ["deployed now"])
    #expect(risk.help == "dump and restore, or stay with `postgres:15.4` and plan the upgrade")
    #expect(risk.kind == .databaseMajorUpgrade)
  }

  @Test func `a data directory that moves starts empty`() throws {
    let volumes = "volumes: { pg: }\n"
    let old = app("volumes: ['pg:/data']\nenvironment: { PGDATA: /data/pg }", image: "postgres:15") + volumes
    let data = try summary(from: old, to: old.replacing("/data/pg", with: "/data/db")).impact.data
    #expect(data.map(\.message) == ["`app` looks for the files of PostgreSQL at another place, and starts empty there"])
    #expect(data.map(\.kind) == [.dataDirectoryMoved])
  }

  @Test(arguments: [
    "postgres:99999999999999999999", "postgres:", "postgres:15.", "postgres:..", "postgres:v", "postgres:15.x",
    "mysql:8",
  ])
  func `an odd tag is no version, and no crash`(_ image: String) throws {
    let kinds = try risks(from: "postgres:15", to: image)
    #expect(kinds.count <= 1)
  }

  private func risks(from old: String, to new: String) throws -> [String] {
    let volumes = "volumes: { pg: }\n"
    let service = "volumes: ['pg:/data']"
    return try summary(from: app(service, image: "'\(old)'") + volumes, to: app(service, image: "'\(new)'") + volumes)
      .impact.data.map { "\($0.severity.rawValue): \($0.message)" }
  }
}
