/// What is known about checking one image's health from inside its container.
struct KnownImage: Sendable {
  /// The image's names at the registries that carry it.
  var names: [String]
  /// How to ask it.
  var probe: Probe
  /// How long it may take to start, in seconds.
  var warmUp = 30
  /// The programs that a service may name as its command without being something else than the image says.
  var programs: [String] = []
  /// What must be true of the service for the check to work.
  var requirements: [Requirement] = []

  init(
    _ names: String...,
    probe: Probe,
    warmUp: Int = 30,
    programs: [String] = [],
    requirements: [Requirement] = []
  ) {
    self.names = names
    self.probe = probe
    self.warmUp = warmUp
    self.programs = programs
    self.requirements = requirements
  }

  /// An image of LinuxServer, which three registries carry; all of them have curl.
  static func linuxServer(_ name: String, port: ContainerPort, path: String = "/") -> KnownImage {
    KnownImage(
      "lscr.io/linuxserver/\(name)",
      "linuxserver/\(name)",
      "ghcr.io/linuxserver/\(name)",
      probe: .http(.curl, port, path: path),
      warmUp: 60
    )
  }
}

extension KnownImage {
  /// Something that must be true of a service.
  enum Requirement: Sendable {
    /// The tag has this part, as in `-alpine`.
    case tagHas(String)
    /// The tag doesn't have this part.
    case tagLacks(String)
    /// The tag's first number is at least this.
    case majorAtLeast(Int)
    /// The command has this text.
    case commandHas(String)
    /// The command doesn't have this text.
    case commandLacks(String)
  }
}
