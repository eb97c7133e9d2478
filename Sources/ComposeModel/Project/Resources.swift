public import OrderedCollections

/// A network of the top level.
public struct Network: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The name that the engine knows.
  public var name: String? { text("name") }
  /// The driver.
  public var driver: String? { text("driver") }
  /// The driver's options.
  public var driverOptions: OrderedDictionary<String, String> { textsByName("driver_opts") }
  /// How addresses are given.
  public var addressing: Addressing? { part("ipam") }
  /// Whether something else makes it.
  public var isExternal: Bool { flag("external") ?? false }
  /// Whether nothing outside can be reached from it.
  public var isInternal: Bool { flag("internal") ?? false }
  /// Whether containers that aren't of the project may join.
  public var isAttachable: Bool { flag("attachable") ?? false }
  /// Its labels.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
  /// Whether addresses of IPv4 are given, where it is said.
  public var enablesIPv4: Bool? { flag("enable_ipv4") }
  /// Whether addresses of IPv6 are given, where it is said.
  public var enablesIPv6: Bool? { flag("enable_ipv6") }

  /// How addresses are given.
  public struct Addressing: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// What gives them.
    public var driver: String? { text("driver") }
    /// The ranges they are taken from.
    public var pools: [Pool] { parts("config") }
    /// The driver's options.
    public var options: OrderedDictionary<String, String> { textsByName("options") }
  }

  /// A range of addresses.
  public struct Pool: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// The whole range, `10.0.0.0/24`.
    public var subnet: String? { text("subnet") }
    /// The gateway's address.
    public var gateway: String? { text("gateway") }
    /// The part that containers get.
    public var range: String? { text("ip_range") }
    /// Addresses of others by their names.
    public var auxiliaryAddresses: OrderedDictionary<String, String> { textsByName("aux_addresses") }
  }
}

/// A volume of the top level.
public struct Volume: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The name that the engine knows.
  public var name: String? { text("name") }
  /// The driver.
  public var driver: String? { text("driver") }
  /// The driver's options.
  public var driverOptions: OrderedDictionary<String, String> { textsByName("driver_opts") }
  /// Whether something else makes it.
  public var isExternal: Bool { flag("external") ?? false }
  /// Its labels.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
}

/// A secret or config of the top level.
public struct FileObject: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The name that the engine knows.
  public var name: String? { text("name") }
  /// The file that holds it.
  public var file: String? { text("file") }
  /// The variable of the deploying machine that holds it.
  public var environment: String? { text("environment") }
  /// What it holds, for a config.
  public var content: String? { text("content") }
  /// Whether something else makes it.
  public var isExternal: Bool { flag("external") ?? false }
  /// Its labels.
  public var labels: OrderedDictionary<String, String> { textsByName("labels") }
  /// What else may hold it.
  public var driver: String? { text("driver") }
  /// The driver's options.
  public var driverOptions: OrderedDictionary<String, String> { textsByName("driver_opts") }
  /// What fills in its placeholders.
  public var templateDriver: String? { text("template_driver") }
}

/// A language model of the top level.
public struct Model: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The name that services use.
  public var name: String? { text("name") }
  /// The model's artifact.
  public var model: String? { text("model") }
  /// The tokens of its context.
  public var contextSize: Int? { integer("context_size") }
  /// Options of what runs it.
  public var runtimeFlags: [String] { texts("runtime_flags") }
}
