import FoundationEssentials

/// The part of `docker inspect`'s answer that says how a container is.
struct ContainerInspection: Decodable {
  var id: String
  var restarts: Int
  var state: State
  var config: Config
  var host: Host

  enum CodingKeys: String, CodingKey {
    case id = "Id"
    case restarts = "RestartCount"
    case state = "State"
    case config = "Config"
    case host = "HostConfig"
  }

  struct State: Decodable {
    var status: String
    var exitStatus: Int
    var startedAt: String
    var health: Health?

    enum CodingKeys: String, CodingKey {
      case status = "Status"
      case exitStatus = "ExitCode"
      case startedAt = "StartedAt"
      case health = "Health"
    }
  }

  struct Health: Decodable {
    var status: String

    enum CodingKeys: String, CodingKey { case status = "Status" }
  }

  struct Config: Decodable {
    var labels: [String: String]?
    var check: Check?

    enum CodingKeys: String, CodingKey {
      case labels = "Labels"
      case check = "Healthcheck"
    }
  }

  /// Durations are nanoseconds; 0 or none is the engine's default.
  struct Check: Decodable {
    var interval: Int64?
    var timeout: Int64?
    var startPeriod: Int64?

    enum CodingKeys: String, CodingKey {
      case interval = "Interval"
      case timeout = "Timeout"
      case startPeriod = "StartPeriod"
    }
  }

  struct Host: Decodable {
    var policy: Policy

    enum CodingKeys: String, CodingKey { case policy = "RestartPolicy" }

    struct Policy: Decodable {
      var name: String

      enum CodingKeys: String, CodingKey { case name = "Name" }
    }
  }
}

extension ContainerInspection {
  /// The containers of services that `json` describes, or nil when it isn't what `docker inspect` prints.
  static func read(_ json: ArraySlice<UInt8>) -> [ContainerState]? {
    let found = try? JSONDecoder().decode([ContainerInspection].self, from: Data(json))
    return found?.compactMap(\.container)
  }

  private var container: ContainerState? {
    guard let service = config.labels?["com.docker.compose.service"] else { return nil }
    // The engine writes `none` where the check was switched off.
    let health = state.health.flatMap { $0.status == "none" || $0.status.isEmpty ? nil : $0.status }
    return ContainerState(
      id: id,
      service: service,
      state: state.status,
      health: health,
      exitStatus: state.exitStatus,
      restarts: restarts,
      startedAt: state.startedAt,
      restartPolicy: host.policy.name.isEmpty ? "no" : host.policy.name,
      firstAnswerTakes: config.check?.firstAnswerTakes ?? .zero
    )
  }
}

extension ContainerInspection.Check {
  /// The engine's default for interval and timeout.
  private static var usual: Int64 { 30_000_000_000 }

  /// Until one check has run after the start-up time, with something to spare for a slow machine.
  fileprivate var firstAnswerTakes: Duration {
    func orUsual(_ nanoseconds: Int64?) -> Duration {
      .nanoseconds(nanoseconds.flatMap { $0 > 0 ? $0 : nil } ?? Self.usual)
    }
    return .nanoseconds(max(0, startPeriod ?? 0)) + orUsual(interval) + orUsual(timeout) + .seconds(5)
  }
}
