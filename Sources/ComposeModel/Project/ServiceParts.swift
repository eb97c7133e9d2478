public import OrderedCollections

/// A secret or config that a service or a build can read.
public struct Grant: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The key at the top level.
  public var source: String? { text("source") }
  /// The path in the container.
  public var target: String? { text("target") }
  /// The owner.
  public var userID: String? { text("uid") }
  /// The owner's group.
  public var groupID: String? { text("gid") }
  /// The permissions as octal digits.
  public var mode: String? { text("mode") }
}

/// A file of variables.
public struct EnvironmentFile: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// Its path.
  public var path: String? { text("path") }
  /// How it is written, where not as usual: `raw`.
  public var format: String? { text("format") }
  /// Whether it must be there.
  public var isRequired: Bool { flag("required") ?? true }
}

/// How a service joins a network.
public struct NetworkAttachment: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// Further names of the service there.
  public var aliases: [String] { texts("aliases") }
  /// Options of the network's driver.
  public var driverOptions: OrderedDictionary<String, String> { textsByName("driver_opts") }
  /// How it competes with other networks for the default gateway.
  public var gatewayPriority: Int? { integer("gw_priority") }
  /// The interface's name in the container.
  public var interfaceName: String? { text("interface_name") }
  /// A fixed address of IPv4.
  public var ipv4Address: String? { text("ipv4_address") }
  /// A fixed address of IPv6.
  public var ipv6Address: String? { text("ipv6_address") }
  /// Addresses of the link.
  public var linkLocalAddresses: [String] { texts("link_local_ips") }
  /// The address of the interface.
  public var macAddress: String? { text("mac_address") }
  /// The order in which networks are joined.
  public var priority: Int? { integer("priority") }
}

/// A request for devices such as graphics cards.
public struct DeviceRequest: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// What they must be able to do.
  public var capabilities: [String] { texts("capabilities") }
  /// The driver.
  public var driver: String? { text("driver") }
  /// How many; -1 is all.
  public var count: Int? { integer("count") }
  /// Which ones.
  public var ids: [String] { texts("device_ids") }
  /// The driver's options.
  public var options: OrderedDictionary<String, String> { textsByName("options") }
}

/// A limit of processes: `nofile`, `nproc`.
public struct ResourceLimit: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The limit that a process may raise up to the hard one.
  public var soft: Int? { attributes.word.flatMap { Int($0) } ?? integer("soft") }
  /// The limit that stays.
  public var hard: Int? { attributes.word.flatMap { Int($0) } ?? integer("hard") }
}

/// Where logs go.
public struct Logging: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The driver.
  public var driver: String? { text("driver") }
  /// The driver's options.
  public var options: OrderedDictionary<String, String> { textsByName("options") }
}

/// Where a Windows container's credentials come from.
public struct CredentialSpec: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// A config.
  public var config: String? { text("config") }
  /// A file.
  public var file: String? { text("file") }
  /// An entry of the registry.
  public var registry: String? { text("registry") }
}

/// How a service uses a model.
public struct ModelUse: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The variable that gets the model's address.
  public var endpointVariable: String? { text("endpoint_var") }
  /// The variable that gets the model's name.
  public var modelVariable: String? { text("model_var") }
}

/// Something that stands in for a container.
public struct Provider: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// What it is.
  public var type: String? { text("type") }
  /// Its options; each may stand several times.
  public var options: OrderedDictionary<String, [String]> {
    (attributes.pairs["options"]?.pairs ?? [:]).mapValues { $0.items.compactMap(\.word) }
  }
}

/// A command that runs before or after the service's own.
public struct Hook: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The command.
  public var command: [String]? { words("command") }
  /// The image it runs in, where not in the service's container.
  public var image: String? { text("image") }
  /// The user it runs as.
  public var user: String? { text("user") }
  /// Whether nearly all isolation is off.
  public var isPrivileged: Bool { flag("privileged") ?? false }
  /// The directory it runs in.
  public var workingDirectory: String? { text("working_dir") }
  /// Its variables; nil is the deploying machine's value.
  public var environment: OrderedDictionary<String, String?> { variables("environment") }
  /// Whether it runs for each container.
  public var runsPerReplica: Bool { flag("per_replica") ?? false }
}

/// A path whose changes are carried into a running container.
public struct Watch: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The path on the host.
  public var path: String? { text("path") }
  /// What a change brings about.
  public var action: String? { text("action") }
  /// The path in the container.
  public var target: String? { text("target") }
  /// The command that a change runs.
  public var command: Hook? { part("exec") }
  /// The patterns of what is watched.
  public var included: [String] { texts("include") }
  /// The patterns of what isn't watched.
  public var ignored: [String] { texts("ignore") }
  /// Whether everything is carried over before the first change.
  public var syncsInitially: Bool { flag("initial_sync") ?? false }
}

/// Limits of block devices.
public struct BlockIO: ProjectPart {
  /// What is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of `attributes`.
  public init(attributes: YAMLValue) { self.attributes = attributes }

  /// The share of the disk's time, 10 to 1,000.
  public var weight: Int? { integer("weight") }
  /// The shares for single devices.
  public var deviceWeights: [DeviceLimit] { parts("weight_device") }
  /// Bytes read a second.
  public var readBytes: [DeviceLimit] { parts("device_read_bps") }
  /// Reads a second.
  public var readOperations: [DeviceLimit] { parts("device_read_iops") }
  /// Bytes written a second.
  public var writtenBytes: [DeviceLimit] { parts("device_write_bps") }
  /// Writes a second.
  public var writeOperations: [DeviceLimit] { parts("device_write_iops") }

  /// A limit of one device.
  public struct DeviceLimit: ProjectPart {
    /// What is written about it, in canonical form.
    public let attributes: YAMLValue

    /// A view of `attributes`.
    public init(attributes: YAMLValue) { self.attributes = attributes }

    /// The device.
    public var path: String? { text("path") }
    /// What goes through it in a second.
    public var rate: ByteCount? { bytes("rate") }
    /// Its share.
    public var weight: Int? { integer("weight") }
  }
}
