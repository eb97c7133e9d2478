public import OrderedCollections

/// One service of a project.
public struct Service: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// The image as written.
  public let image: String?
  /// The image, when what is written is a reference.
  public let imageReference: ImageReference?
  /// How its image is built.
  public let build: YAMLValue?
  /// What runs instead of the image's command.
  public let command: [String]?
  /// What runs instead of the image's entry point.
  public let entrypoint: [String]?
  /// Its variables, those of `env_file` included; nil is the deploying machine's value.
  public let environment: OrderedDictionary<String, String?>
  /// The ports that are reachable from elsewhere.
  public let ports: [Port]
  /// What is mounted.
  public let volumes: [Mount]
  /// The services it waits for.
  public let dependsOn: OrderedDictionary<String, Dependency>
  /// How its health is checked.
  public let healthcheck: Healthcheck?
  /// The restart policy as written.
  public let restart: String?
  /// The networks it joins.
  public let networks: [String]
  /// `host`, `none`, `service:…`.
  public let networkMode: String?
  /// The PID namespace.
  public let pid: String?
  /// The IPC namespace.
  public let ipc: String?
  /// The user it runs as.
  public let user: String?
  /// A fixed name of the container.
  public let containerName: String?
  /// The container's own host name.
  public let hostname: String?
  /// Whether nearly all isolation is off.
  public let privileged: Bool
  /// Whether its root file system can't be written.
  public let readOnly: Bool
  /// Capabilities beyond the engine's default.
  public let capAdd: [String]
  /// Capabilities taken away.
  public let capDrop: [String]
  /// Options of the kernel's security modules.
  public let securityOpt: [String]
  /// The host's devices it gets, by their paths on the host.
  public let devices: [String]
  /// The profiles it belongs to.
  public let profiles: [String]
  /// Its labels.
  public let labels: OrderedDictionary<String, String>
  /// The files its variables are read from.
  public let envFiles: [String]
  /// The secrets it can read.
  public let secrets: [String]
  /// The configs it can read.
  public let configs: [String]
  /// Everything that is written about it, in canonical form.
  public let attributes: YAMLValue
}

/// What a service waits for before it starts.
public struct Dependency: Sendable, Hashable {
  /// When the wait is over.
  public enum Condition: String, Sendable, Hashable, CaseIterable {
    /// It was started.
    case started = "service_started"
    /// Its health check passed.
    case healthy = "service_healthy"
    /// It ended without an error.
    case completedSuccessfully = "service_completed_successfully"
  }

  /// When the wait is over.
  public let condition: Condition
  /// Whether the service can't do without it.
  public let isRequired: Bool
}

/// How an engine finds out whether a container works.
public struct Healthcheck: Sendable, Hashable {
  /// `CMD` or `CMD-SHELL` and what follows; empty where the image's own check is kept.
  public let test: [String]
  /// The time between checks.
  public let interval: ComposeDuration?
  /// The longest a check may take.
  public let timeout: ComposeDuration?
  /// How long failures don't count after the start.
  public let startPeriod: ComposeDuration?
  /// The time between checks in the start period.
  public let startInterval: ComposeDuration?
  /// How many failures in a row make it unhealthy.
  public let retries: Int?
  /// Whether the check is switched off.
  public let isDisabled: Bool
}
