import ComposeModel
import SourceDiagnostics

/// A service that shares a namespace with its host isn't kept apart from it there.
struct HostNamespace: ServiceRule {
  let code: DiagnosticCode = .hostNamespace
  let levels = LevelByRole(agent: .approval, person: .warn)
  let rationale = """
    In the host's network a service reaches what listens on the loopback address; among the host's processes it reads \
    their memory and environment.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    Self.namespaces.filter { service.attributes.at($0.attribute)?.word == "host" }.map { attribute, words in
      observation(
        "shares \(words) with the host",
        of: service,
        at: [.key(attribute)],
        in: state,
        help: "take \(attribute.quoted) out and give it what it needs: ports, a device, a volume"
      )
    }
  }

  private static let namespaces: [(attribute: String, words: String)] = [
    ("network_mode", "the network"), ("pid", "the processes"), ("ipc", "the shared memory"),
    ("uts", "the names"), ("userns_mode", "the users"), ("cgroup", "the control groups"),
  ]
}
