public import OrderedCollections

/// How a service is spread, updated and limited.
public struct Deployment: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// `replicated`, `global` and the like.
  public var mode: String? { text("mode") }
  /// How many containers there are.
  public var replicas: Int? { integer("replicas") }
  /// Labels of the service, not of its containers.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
  /// How its containers are replaced.
  public var update: Rollout? { part("update_config") }
  /// How a failed update is undone.
  public var rollback: Rollout? { part("rollback_config") }
  /// What it may use and is promised.
  public var resources: Resources? { part("resources") }
  /// When its containers start again.
  public var restartPolicy: RestartPolicy? { part("restart_policy") }
  /// Where its containers may run.
  public var placement: Placement? { part("placement") }
  /// How it is found: `vip` or `dnsrr`.
  public var endpointMode: String? { text("endpoint_mode") }

  /// How containers are replaced by new ones.
  public struct Rollout: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// How many at a time; 0 is all.
    public var parallelism: Int? { integer("parallelism") }
    /// The time between them.
    public var delay: ComposeDuration? { duration("delay") }
    /// What happens when one fails.
    public var failureAction: String? { text("failure_action") }
    /// How long a failure is looked for.
    public var monitor: ComposeDuration? { duration("monitor") }
    /// The share that may fail.
    public var maximalFailureRatio: Double? { number("max_failure_ratio") }
    /// `stop-first` or `start-first`.
    public var order: String? { text("order") }
  }

  /// What a service may use and is promised.
  public struct Resources: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// What it may use.
    public var limits: Amounts? { part("limits") }
    /// What it is promised.
    public var reservations: Amounts? { part("reservations") }
  }

  /// Amounts of what a machine has.
  public struct Amounts: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// Processors, and parts of them.
    public var cpus: Double? { number("cpus") }
    /// Memory.
    public var memory: ByteCount? { bytes("memory") }
    /// Processes.
    public var processes: Int? { integer("pids") }
    /// Devices such as graphics cards.
    public var devices: [DeviceRequest] { parts("devices") }
    /// Resources of the cluster's own kinds.
    public var genericResources: [GenericResource] { parts("generic_resources") }
  }

  /// An amount of something that a cluster counts.
  public struct GenericResource: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    private var discrete: YAMLValue? { attributes.pairs["discrete_resource_spec"] }
    /// What it is.
    public var kind: String? { discrete?.pairs["kind"]?.word }
    /// How many there are.
    public var value: Int? { discrete?.pairs["value"]?.word.flatMap { Int($0) } }
  }

  /// When containers start again.
  public struct RestartPolicy: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// `none`, `on-failure` or `any`.
    public var condition: String? { text("condition") }
    /// The time before.
    public var delay: ComposeDuration? { duration("delay") }
    /// How often.
    public var maximalAttempts: Int? { integer("max_attempts") }
    /// How long a container must run to count as started.
    public var window: ComposeDuration? { duration("window") }
  }

  /// Where containers may run.
  public struct Placement: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// What a node must have.
    public var constraints: [String] { texts("constraints") }
    /// The most containers on one node.
    public var maximalReplicasPerNode: Int? { integer("max_replicas_per_node") }
    /// The labels of nodes over whose values containers are spread.
    public var spreads: [String] {
      (attributes.pairs["preferences"]?.items ?? []).compactMap { $0.pairs["spread"]?.word }
    }
  }
}
