extension KnownImages {
  /// Databases, caches, queues and stores.
  static let databases: [KnownImage] = [
    KnownImage(
      "postgres",
      "pgvector/pgvector",
      "postgis/postgis",
      "timescale/timescaledb",
      "tensorchord/pgvecto-rs",
      probe: .shell(postgres),
      programs: ["postgres"]
    ),
    KnownImage("ghcr.io/immich-app/postgres", probe: .builtIn),
    KnownImage(
      "mariadb",
      probe: .program(["mariadb-admin", "ping", "-h", "127.0.0.1", "--silent"]),
      programs: ["mariadbd", "mysqld"],
      requirements: [.majorAtLeast(11)]
    ),
    KnownImage(
      "mysql",
      probe: .program(["mysqladmin", "ping", "-h", "127.0.0.1", "--silent"]),
      programs: ["mysqld"]
    ),
    KnownImage(
      "redis",
      probe: .shell("redis-cli ping | grep -q PONG"),
      warmUp: 10,
      programs: ["redis-server"],
      requirements: [.commandLacks("requirepass"), .commandLacks(".conf")]
    ),
    KnownImage(
      "valkey/valkey",
      "ghcr.io/valkey-io/valkey",
      probe: .shell("valkey-cli ping | grep -q PONG"),
      warmUp: 10,
      programs: ["valkey-server"],
      requirements: [.commandLacks("requirepass"), .commandLacks(".conf")]
    ),
    KnownImage(
      "memcached",
      probe: .shell("echo version | nc -w 2 127.0.0.1 11211 | grep -q VERSION"),
      warmUp: 5,
      programs: ["memcached"],
      requirements: [.tagHas("alpine")]
    ),
    KnownImage(
      "mongo",
      probe: .program(["mongosh", "--quiet", "--eval", "db.adminCommand('ping').ok"]),
      programs: ["mongod"],
      requirements: [.majorAtLeast(6)]
    ),
    KnownImage(
      "rabbitmq",
      probe: .program(["rabbitmq-diagnostics", "-q", "ping"]),
      warmUp: 60,
      programs: ["rabbitmq-server"]
    ),
    KnownImage(
      "influxdb",
      probe: .program(["influx", "ping"]),
      requirements: [.majorAtLeast(2), .tagLacks("core")]
    ),
    KnownImage("couchdb", probe: .http(.curl, 5_984, path: "/_up")),
    KnownImage("cassandra", probe: .program(["cqlsh", "-e", "describe cluster"]), warmUp: 120),
    KnownImage("clickhouse/clickhouse-server", probe: .http(.wget, 8_123, path: "/ping")),
    KnownImage("neo4j", probe: .http(.wget, 7_474, path: "/"), warmUp: 60),
    KnownImage("getmeili/meilisearch", probe: .http(.curl, 7_700, path: "/health")),
    KnownImage(
      "minio/minio",
      "quay.io/minio/minio",
      probe: .program(["mc", "ready", "local"]),
      programs: ["server", "minio"]
    ),
  ]

  // Asks over TCP: during its first start the server listens on its socket only, and isn't ready.
  private static let postgres =
    "pg_isready -q -h 127.0.0.1 -U \"${POSTGRES_USER:-postgres}\" -d \"${POSTGRES_DB:-${POSTGRES_USER:-postgres}}\""
}
