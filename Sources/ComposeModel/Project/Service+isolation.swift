public import OrderedCollections

// How a service is kept apart from the machine.
extension Service {
  /// Whether nearly all isolation is off.
  public var privileged: Bool { flag("privileged") ?? false }
  /// Capabilities beyond the engine's default.
  public var capAdd: [String] { texts("cap_add") }
  /// Capabilities taken away.
  public var capDrop: [String] { texts("cap_drop") }
  /// Options of the kernel's security modules.
  public var securityOpt: [String] { texts("security_opt") }
  /// Whether it can talk to the engine.
  public var usesAPISocket: Bool { flag("use_api_socket") ?? false }
  /// The PID namespace.
  public var pid: String? { text("pid") }
  /// The IPC namespace.
  public var ipc: String? { text("ipc") }
  /// The UTS namespace.
  public var uts: String? { text("uts") }
  /// The user namespace.
  public var userNamespace: String? { text("userns_mode") }
  /// The cgroup namespace.
  public var cgroup: String? { text("cgroup") }
  /// The cgroup above its own.
  public var cgroupParent: String? { text("cgroup_parent") }
  /// Windows' kind of isolation.
  public var isolation: String? { text("isolation") }
  /// What runs its containers.
  public var runtime: String? { text("runtime") }
  /// Settings of its kernel.
  public var sysctls: OrderedDictionary<String, String> { textsByName("sysctls") }
  /// Where a Windows container's credentials come from.
  public var credentialSpec: CredentialSpec? { part("credential_spec") }
  /// The host's devices it gets.
  public var devices: [Device] { values("devices", Device.init(canonical:)) }
  /// Rules for devices.
  public var deviceRules: [String] { texts("device_cgroup_rules") }
  /// The graphics cards it asks for.
  public var graphicsCards: [DeviceRequest] { parts("gpus") }
}
