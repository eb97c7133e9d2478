/// What a text becomes at places that hold no text: `privileged: "${FLAG}"` is a Boolean once it is resolved.
enum TypeCast: Sendable {
  case boolean
  case integer
  case number

  /// What `text` means here; nil when it means nothing.
  func value(of text: String) -> YAMLScalar? {
    switch self {
    case .boolean: Self.booleans[text.lowercased()].map(YAMLScalar.bool)
    case .integer: Self.integer(text).map(YAMLScalar.int)
    case .number:
      Self.integer(text).map(YAMLScalar.int) ?? Double(text).flatMap { $0.isFinite ? YAMLScalar.float($0) : nil }
    }
  }

  /// What is expected, in words.
  var words: String {
    switch self {
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .number: "a number"
    }
  }

  private static let booleans = [
    "true": true, "yes": true, "y": true, "on": true, "false": false, "no": false, "n": false, "off": false,
  ]

  private static func integer(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ $0.isDigit || $0 == 0x2D || $0 == 0x2B }) else { return nil }
    return Int(text)
  }
}

/// The places where text is cast, as a tree of keys in which `*` is any key or item.
struct CastTree: Sendable {
  /// The cast of a scalar that stands here.
  var cast: TypeCast?
  /// What holds below each key.
  var keys: [String: CastTree] = [:]

  /// What holds below `key`.
  func below(_ key: String) -> CastTree? { keys[key] ?? keys["*"] }

  private static func keys(_ keys: [String: CastTree]) -> CastTree { CastTree(keys: keys) }
}

extension CastTree {
  private static let boolean = CastTree(cast: .boolean)
  private static let integer = CastTree(cast: .integer)
  private static let number = CastTree(cast: .number)

  /// The whole project.
  static let project = CastTree.keys([
    "services": .keys(["*": service]),
    "networks": .keys([
      "*": .keys([
        "external": boolean, "internal": boolean, "attachable": boolean, "enable_ipv4": boolean,
        "enable_ipv6": boolean,
      ])
    ]),
    "volumes": .keys(["*": .keys(["external": boolean])]),
    "secrets": .keys(["*": .keys(["external": boolean])]),
    "configs": .keys(["*": .keys(["external": boolean])]),
  ])

  private static let service = CastTree.keys([
    "cpu_count": integer, "cpu_percent": number, "cpu_period": integer, "cpu_quota": integer,
    "cpu_rt_period": integer, "cpu_rt_runtime": integer, "cpu_shares": integer, "cpus": number,
    "init": boolean, "oom_kill_disable": boolean, "oom_score_adj": integer, "pids_limit": integer,
    "privileged": boolean, "read_only": boolean, "scale": integer, "stdin_open": boolean, "tty": boolean,
    "depends_on": .keys(["*": .keys(["required": boolean, "restart": boolean])]),
    "deploy": .keys([
      "replicas": integer,
      "update_config": .keys(["parallelism": integer, "max_failure_ratio": number]),
      "rollback_config": .keys(["parallelism": integer, "max_failure_ratio": number]),
      "restart_policy": .keys(["max_attempts": integer]),
      "placement": .keys(["max_replicas_per_node": integer]),
    ]),
    "healthcheck": .keys(["retries": integer, "disable": boolean]),
    "ports": .keys(["*": .keys(["target": integer])]),
    "ulimits": .keys(["*": CastTree(cast: .integer, keys: ["hard": integer, "soft": integer])]),
    "volumes": .keys([
      "*": .keys([
        "read_only": boolean,
        "bind": .keys(["create_host_path": boolean]),
        "volume": .keys(["nocopy": boolean]),
      ])
    ]),
  ])
}
