/// What the engine says about one container.
public struct ContainerState: Sendable, Hashable {
  /// The container's own name, which changes when it's recreated.
  public var id: String
  /// The service it belongs to.
  public var service: String
  /// The state in the engine's words: `running`, `exited`, `restarting`, `created`, `paused`, `dead`, `removing`.
  public var state: String
  /// What its health check says: `starting`, `healthy`, `unhealthy`; nil when it has none.
  public var health: String?
  /// The status it ended with.
  public var exitStatus: Int
  /// How often the engine has restarted it.
  public var restarts: Int
  /// When it was last started, in the engine's words; it changes with every start.
  public var startedAt: String
  /// What the engine does when it ends: `no`, `always`, `unless-stopped`, `on-failure`.
  public var restartPolicy: String
  /// How long its health check may take to answer for the first time.
  public var firstAnswerTakes: Duration

  /// Describes a container; what isn't said is as in one that runs without a health check.
  public init(
    id: String,
    service: String,
    state: String,
    health: String? = nil,
    exitStatus: Int = 0,
    restarts: Int = 0,
    startedAt: String = "",
    restartPolicy: String = "no",
    firstAnswerTakes: Duration = .zero
  ) {
    self.id = id
    self.service = service
    self.state = state
    self.health = health
    self.exitStatus = exitStatus
    self.restarts = restarts
    self.startedAt = startedAt
    self.restartPolicy = restartPolicy
    self.firstAnswerTakes = firstAnswerTakes
  }

  /// Whether the engine leaves it alone once it has ended with status 0.
  var mayFinish: Bool { restartPolicy != "always" && restartPolicy != "unless-stopped" }
}
