public import OrderedCollections

// When a service starts, how it stops, and what is known of its health.
extension Service {
  /// The services it waits for.
  public var dependsOn: OrderedDictionary<String, Dependency> { partsByName("depends_on") }
  /// How its health is checked.
  public var healthcheck: Healthcheck? { part("healthcheck") }
  /// The restart policy as written.
  public var restart: String? { text("restart") }
  /// How many containers there are, where it is said.
  public var scale: Int? { integer("scale") }
  /// How it is spread, updated and limited.
  public var deployment: Deployment? { part("deploy") }
  /// The time it has to stop.
  public var stopGracePeriod: ComposeDuration? { duration("stop_grace_period") }
  /// The signal that asks it to stop.
  public var stopSignal: String? { text("stop_signal") }
  /// What runs before it.
  public var preStart: [Hook] { parts("pre_start") }
  /// What runs once it has started.
  public var postStart: [Hook] { parts("post_start") }
  /// What runs before it stops.
  public var preStop: [Hook] { parts("pre_stop") }
  /// The profiles it belongs to.
  public var profiles: [String] { texts("profiles") }
  /// A fixed name of the container.
  public var containerName: String? { text("container_name") }
  /// Where its logs go.
  public var logging: Logging? { part("logging") }
}
