/// A database, the images it comes in, and how its files survive a change of version.
struct DatabaseFamily: Sendable {
  /// What a newer version makes of the files of an older one.
  enum Upgrade: Sendable {
    /// It refuses them: they have to be dumped by the old version and restored by the new.
    case dumpAndRestore
    /// It takes those of the version before, and rewrites them for good.
    case stepByStep
    /// It takes them, and rewrites them for good.
    case inPlace
    /// It takes them and leaves them readable for itself; only the way back is closed.
    case free
  }

  /// Where a tag says which version it is.
  enum TagReading: Sendable {
    /// At its beginning: `15.4-alpine`.
    case leading
    /// After `pg`, wherever that stands: `2.14.2-pg16`.
    case afterPG
  }

  /// The database's name.
  let name: String
  /// Its images, by their names without tag and without Docker Hub's address, and how to read their tags.
  let images: [String: TagReading]
  /// How many parts of a version name the format of the files.
  var parts = 1
  /// Below this major version it is one part more.
  var twoPartsBelow = 0
  /// What a newer version makes of the files.
  let upgrade: Upgrade
  /// The variable that names the directory of the files.
  var directoryVariable: String?
}

extension DatabaseFamily {
  /// The databases we know.
  static let all: [DatabaseFamily] = [
    DatabaseFamily(
      name: "PostgreSQL",
      images: [
        "postgres": .leading, "bitnami/postgresql": .leading, "bitnamilegacy/postgresql": .leading,
        "postgis/postgis": .leading, "imresamu/postgis": .leading, "supabase/postgres": .leading,
        "ghcr.io/immich-app/postgres": .leading,
        "timescale/timescaledb": .afterPG, "timescale/timescaledb-ha": .afterPG, "pgvector/pgvector": .afterPG,
        "ankane/pgvector": .afterPG, "tensorchord/pgvecto-rs": .afterPG, "tensorchord/vchord-postgres": .afterPG,
        "paradedb/paradedb": .afterPG,
      ],
      twoPartsBelow: 10,
      upgrade: .dumpAndRestore,
      directoryVariable: "PGDATA"
    ),
    DatabaseFamily(
      name: "MySQL",
      images: [
        "mysql": .leading, "mysql/mysql-server": .leading, "bitnami/mysql": .leading, "bitnamilegacy/mysql": .leading,
        "percona": .leading, "percona/percona-server": .leading, "ubuntu/mysql": .leading,
        "container-registry.oracle.com/mysql/community-server": .leading,
      ],
      parts: 2,
      upgrade: .inPlace
    ),
    DatabaseFamily(
      name: "MariaDB",
      images: [
        "mariadb": .leading, "bitnami/mariadb": .leading, "bitnamilegacy/mariadb": .leading,
        "linuxserver/mariadb": .leading, "lscr.io/linuxserver/mariadb": .leading,
        "ghcr.io/linuxserver/mariadb": .leading, "jc21/mariadb-aria": .leading, "yobasystems/alpine-mariadb": .leading,
      ],
      parts: 2,
      upgrade: .inPlace
    ),
    DatabaseFamily(
      name: "MongoDB",
      images: [
        "mongo": .leading, "bitnami/mongodb": .leading, "bitnamilegacy/mongodb": .leading,
        "mongodb/mongodb-community-server": .leading, "percona/percona-server-mongodb": .leading,
      ],
      twoPartsBelow: 5,
      upgrade: .stepByStep
    ),
    DatabaseFamily(
      name: "Elasticsearch",
      images: [
        "elasticsearch": .leading, "docker.elastic.co/elasticsearch/elasticsearch": .leading,
        "bitnami/elasticsearch": .leading, "elastic/elasticsearch": .leading,
      ],
      upgrade: .stepByStep
    ),
    DatabaseFamily(name: "OpenSearch", images: ["opensearchproject/opensearch": .leading], upgrade: .stepByStep),
    DatabaseFamily(
      name: "Redis",
      images: [
        "redis": .leading, "bitnami/redis": .leading, "redis/redis-stack": .leading,
        "redis/redis-stack-server": .leading,
      ],
      upgrade: .free
    ),
    DatabaseFamily(name: "Valkey", images: ["valkey/valkey": .leading, "bitnami/valkey": .leading], upgrade: .free),
    DatabaseFamily(
      name: "InfluxDB",
      images: ["influxdb": .leading, "bitnami/influxdb": .leading],
      upgrade: .dumpAndRestore
    ),
    DatabaseFamily(name: "Neo4j", images: ["neo4j": .leading], upgrade: .stepByStep),
    DatabaseFamily(
      name: "Cassandra",
      images: ["cassandra": .leading, "bitnami/cassandra": .leading],
      upgrade: .stepByStep
    ),
    DatabaseFamily(name: "CouchDB", images: ["couchdb": .leading, "apache/couchdb": .leading], upgrade: .inPlace),
    DatabaseFamily(
      name: "ClickHouse",
      images: ["clickhouse": .leading, "clickhouse/clickhouse-server": .leading, "yandex/clickhouse-server": .leading],
      upgrade: .free
    ),
    DatabaseFamily(
      name: "Meilisearch",
      images: ["getmeili/meilisearch": .leading],
      parts: 2,
      upgrade: .dumpAndRestore
    ),
  ]

  /// The families by the names of their images.
  static let byImage: [String: (family: DatabaseFamily, reading: TagReading)] = Dictionary(
    all.flatMap { family in family.images.map { ($0.key, (family, $0.value)) } }
  ) { first, _ in first }
}
