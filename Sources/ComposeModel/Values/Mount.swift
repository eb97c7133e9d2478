/// Something that stands at a path in a container.
///
/// As the Compose specification's section on a service's `volumes` has it.
public struct Mount: Sendable, Hashable, Codable {
  /// Where its content comes from.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A path of the host.
    case bind
    /// A volume of the engine.
    case volume
    /// Memory.
    case tmpfs
    /// A Windows pipe.
    case npipe
    /// A cluster's volume.
    case cluster
    /// Files of an image.
    case image
  }

  /// Where its content comes from.
  public var kind: Kind
  /// The path or the volume's key; nil for an anonymous volume.
  public var source: String?
  /// The path in the container.
  public var target: String
  /// Whether the container can't write to it.
  public var isReadOnly: Bool
  /// What else the short syntax can say about it.
  public var options: Options

  /// Describes a mount.
  public init(
    kind: Kind,
    source: String?,
    target: String,
    isReadOnly: Bool = false,
    options: Options = Options()
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.isReadOnly = isReadOnly
    self.options = options
  }
}

extension Mount {
  /// What the short syntax can say after the target, besides `ro` and `rw`.
  ///
  /// Each may stand at a mount of any kind, where the engine may have no use for it.
  public struct Options: Sendable, Hashable, Codable {
    /// How SELinux labels the content.
    public enum SELinuxLabel: String, Sendable, Hashable, Codable, CaseIterable {
      /// Several containers may share it.
      case shared = "z"
      /// One container has it for itself.
      case unshared = "Z"
    }

    /// Whether mounts within the content show on the other side; with `r`, also those within these.
    public enum Propagation: String, Sendable, Hashable, Codable, CaseIterable {
      /// On neither side.
      case `private`
      /// On neither side, at any depth.
      case rprivate
      /// On both sides.
      case shared
      /// On both sides, at any depth.
      case rshared
      /// The host's in the container.
      case slave
      /// The host's in the container, at any depth.
      case rslave
    }

    /// How SELinux labels the content: `bind.selinux`, short `z` or `Z`.
    public var selinux: SELinuxLabel?
    /// Whether mounts within show on the other side: `bind.propagation`.
    public var propagation: Propagation?
    /// Whether a new volume starts empty, not with what the image has there: `volume.nocopy`.
    public var nocopy: Bool

    /// Describes options.
    public init(selinux: SELinuxLabel? = nil, propagation: Propagation? = nil, nocopy: Bool = false) {
      self.selinux = selinux
      self.propagation = propagation
      self.nocopy = nocopy
    }
  }
}
