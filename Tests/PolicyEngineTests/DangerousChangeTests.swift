import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Changes that could cost data` {
  /// A database with all that people hang on one.
  static let database = """
    name: cloud
    services:
      db:
        image: postgres:15.4
        user: "999"
        environment: { PGDATA: /var/lib/postgresql/data/pg, POSTGRES_DB: wiki }
        volumes:
          - pgdata:/var/lib/postgresql/data
          - /srv/backup:/backup
          - ./init:/docker-entrypoint-initdb.d:ro
        healthcheck: { test: [CMD, pg_isready] }
      app:
        image: wiki:3.1
        volumes: [files:/files]
        healthcheck: { test: [CMD, check] }
        depends_on: [db]
    volumes:
      pgdata:
      files: { driver_opts: { type: none, o: bind, device: /srv/files } }

    """

  /// What is replaced in that by what.
  static let dangerous: [(String, String)] = [
    ("pgdata", "pgdata2"), ("- pgdata:/var", "- ./pgdata:/var"), ("- pgdata:/var", "- /srv/pg:/var"),
    ("      - pgdata:/var/lib/postgresql/data\n", ""), ("/srv/backup:/backup", "/mnt/backup:/backup"),
    ("      - /srv/backup:/backup\n", ""), ("/var/lib/postgresql/data\n", "/var/lib/postgresql\n"),
    ("name: cloud", "name: clouds"),
    ("  pgdata:\n  files", "  pgdata: { external: true }\n  files"),
    ("  pgdata:\n  files", "  pgdata: { name: other }\n  files"),
    ("  pgdata:\n  files", "  pgdata: { driver: nfs }\n  files"), ("/srv/files", "/srv/file"),
    ("o: bind", "o: 'bind,ro'"),
    ("[files:/files]", "[]"), ("[files:/files]", "['/files']"), ("[files:/files]", "[pgdata:/files]"),
    ("[files:/files]", "[{ type: tmpfs, target: /files }]"), ("[files:/files]", "['files:/data']"),
    ("[files:/files]", "['./f:/files']"),
    ("postgres:15.4", "postgres:17.0"), ("postgres:15.4", "postgres:16"), ("postgres:15.4", "postgres:14"),
    ("postgres:15.4", "postgres:9.6"),
    ("postgres:15.4", "postgres"), ("postgres:15.4", "mariadb:11.4"), ("postgres:15.4", "postgis/postgis:16-3.4"),
    ("postgres:15.4", "timescale/timescaledb:2.17.0-pg17"), ("postgres:15.4", "someone/else:15"),
    ("postgres:15.4", "\"postgres:${PG:-17}\""),
    ("data/pg, ", "data/pg2, "), ("PGDATA: /var/lib/postgresql/data/pg, ", ""),
    ("[files:/files]", "!reset []"), ("volumes: [files:/files]", "tmpfs: [/files]"),
    (
      "  app:\n    image: wiki:3.1\n    volumes: [files:/files]",
      "  wiki:\n    image: wiki:3.2\n    volumes: [new:/files]"
    ),
  ]

  static let harmless: [(String, String)] = [
    ("postgres:15.4", "postgres:15.8"), ("postgres:15.4", "docker.io/library/postgres:15.4"),
    ("postgres:15.4", "'postgres:15.4'"),
    ("postgres:15.4", "\"postgres:${PG:-15.5}\""),
    ("postgres:15.4", "postgres:15.4@sha256:\(String(repeating: "0", count: 64))"),
    ("wiki:3.1", "wiki:3.2"), ("wiki:3.1", "wiki:4.0"), ("name: cloud", "# the cloud\nname: cloud"),
    ("name: cloud", "name: \"cloud\""),
    ("- pgdata:/var/lib/postgresql/data", "- { type: volume, source: pgdata, target: /var/lib/postgresql/data }"),
    ("- pgdata:/var/lib/postgresql/data\n", "- pgdata:/var/lib/postgresql/data:rw\n"),
    ("- /srv/backup:/backup", "- { type: bind, source: /srv/backup, target: /backup }"),
    ("/srv/backup:", "/srv/./backup/:"),
    ("./init:/docker", "./sql:/docker"), ("      - ./init:/docker-entrypoint-initdb.d:ro\n", ""),
    ("./init:", "./init-scripts/../init:/x:ro\n      - ./init:"), ("  pgdata:\n  files", "  pgdata: {}\n  files"),
    ("  pgdata:\n  files", "  pgdata: { name: cloud_pgdata }\n  files"),
    ("  pgdata:\n  files", "  pgdata:\n  more:\n  files"),
    ("[files:/files]", "[files:/files, 'more:/more']\n    restart: always"), ("[files:/files]", "['files:/files:ro']"),
    ("POSTGRES_DB: wiki", "POSTGRES_DB: wiki, TZ: UTC"),
    ("depends_on: [db]", "depends_on: { db: { condition: service_healthy } }"),
    ("[CMD, pg_isready]", "[CMD, pg_isready, -q]"), ("    depends_on: [db]\n", ""), ("  app:", "  # the wiki\n  app:"),
    ("  app:\n", "  cache: { image: 'redis:7', healthcheck: { test: [CMD, x] } }\n  app:\n"),
    ("[files:/files]", "\n      - files:/files"), ("  app:\n", "  wiki:\n"),
    (
      "{ PGDATA: /var/lib/postgresql/data/pg, POSTGRES_DB: wiki }",
      "[PGDATA=/var/lib/postgresql/data/pg, POSTGRES_DB=wiki]"
    ),
  ]

  @Test(arguments: dangerous.indices) func `are never simply allowed to an agent`(_ index: Int) throws {
    let (part, other) = Self.dangerous[index]
    let judgement = try Self.judged(part, other)
    let rules: Set<RuleID> = ["data-loss", "major-database-upgrade", "database-downgrade", "does-not-load"]
    #expect(judgement.verdict > .allow, "\(part) → \(other)")
    #expect(
      judgement.findings.contains { rules.contains($0.rule) },
      "\(part) → \(other): \(judgement.findings.map(\.rule))"
    )
    #expect(judgement.findings.allSatisfy { $0.diagnostic.help != nil && !$0.diagnostic.labels.isEmpty })
  }

  @Test(arguments: harmless.indices) func `only look like ones that don't`(_ index: Int) throws {
    let (part, other) = Self.harmless[index]
    let judgement = try Self.judged(part, other)
    #expect(judgement.verdict == .allow, "\(part) → \(other): \(judgement.findings.map(\.diagnostic.message))")
  }

  @Test func `in two stacks are at least as grave as in one`() throws {
    let changes = try (Self.dangerous.prefix(8) + Self.harmless.prefix(4)).map { try Self.change($0, $1) }
    for first in changes {
      for second in changes {
        let both = Change(by: .agent, paths: [], stacks: first.stacks + second.stacks)
        let verdicts = [first, second].map { judge($0, by: .standard, on: today).verdict }
        #expect(judge(both, by: .standard, on: today).verdict >= verdicts.max() ?? .allow)
      }
    }
  }

  private static func judged(_ part: String, _ other: String) throws -> Judgement {
    try judge(change(part, other), by: .standard, on: today)
  }

  private static func change(_ part: String, _ other: String) throws -> Change {
    #expect(database.contains(part), "\(part)")
    let volumes = other.contains("new:/") || other.contains("more:/") ? "  new:\n  more:\n" : ""
    let pgdata2 = other == "pgdata2" ? "" : volumes
    return try PolicyEngineTests.change(from: database, to: database.replacing(part, with: other) + pgdata2)
  }
}
