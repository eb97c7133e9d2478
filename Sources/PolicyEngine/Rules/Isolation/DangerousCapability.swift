import ComposeModel
import SourceDiagnostics

/// A capability with which a container leaves its walls, or reaches through them.
struct DangerousCapability: ServiceRule {
  let code: DiagnosticCode = .dangerousCapability
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = """
    Some capabilities of Linux are as good as being root on the host, others let a container read or disturb what runs \
    beside it.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.capAdd.enumerated().compactMap { index, capability in
      guard let danger = Self.danger(of: capability) else { return nil }
      return observation(
        "has the capability \(capability.quoted), with which \(danger.words)",
        of: service,
        at: ["cap_add", .index(index)],
        in: state,
        help: "leave it out, or say in an exception what needs it",
        ceiling: danger.isRoot ? .deny : .approval
      )
    }
  }

  /// What a capability lets its holder do; nil for one that does little harm.
  ///
  /// - Parameter capability: Its name, with or without `CAP_`, in any case; see capabilities(7).
  /// - Returns: What it does, and whether that is all that root may.
  static func danger(of capability: String) -> (words: String, isRoot: Bool)? {
    let name = capability.uppercased()
    return dangers[name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name]
  }

  private static let dangers: [String: (words: String, isRoot: Bool)] = [
    "ALL": ("it may do all that root may", true), "SYS_ADMIN": ("it may mount and do most that root may", true),
    "SYS_MODULE": ("it may load code into the kernel", true),
    "SYS_RAWIO": ("it may write to the host's memory and devices", true),
    "BPF": ("it may watch and change what the kernel does", false),
    "DAC_READ_SEARCH": ("it may read every file of the host", false),
    "IPC_LOCK": ("it may take the host's memory for itself", false),
    "LEASE": ("it may stop others from opening files", false),
    "NET_ADMIN": ("it may change addresses, routes and the firewall", false),
    "PERFMON": ("it may watch what the kernel and others do", false), "SYS_BOOT": ("it may restart the host", false),
    "SYS_NICE": ("it may take the host's processors for itself", false),
    "SYS_PTRACE": ("it may read the memory of other processes", false),
    "SYS_TIME": ("it may set the host's clock", false), "SYSLOG": ("it may read the kernel's messages", false),
  ]
}
