/// How an engine finds out whether a container works.
public struct Healthcheck: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// `CMD` or `CMD-SHELL` and what follows; empty where the image's own check is kept.
  public var test: [String] { texts("test") }
  /// The time between checks.
  public var interval: ComposeDuration? { duration("interval") }
  /// The longest a check may take.
  public var timeout: ComposeDuration? { duration("timeout") }
  /// How long failures don't count after the start.
  public var startPeriod: ComposeDuration? { duration("start_period") }
  /// The time between checks in the start period.
  public var startInterval: ComposeDuration? { duration("start_interval") }
  /// How many failures in a row make it unhealthy.
  public var retries: Int? { integer("retries") }
  /// Whether the check is switched off.
  public var isDisabled: Bool { flag("disable") == true || test.first == "NONE" }
}
