import ComposeModel
import SourceDiagnostics

/// A port on every address of the host.
///
/// Of a change ``OpenedPort`` tells what opens.
struct OpenInterface: ServiceRule {
  let code: DiagnosticCode = .openInterface
  let levels = LevelByRole(.off)
  let rationale = """
    Docker publishes a port on every address of the host and past its firewall, unless the port names an address.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.ports.enumerated().filter { $0.element.address == nil }.map { index, port in
      observation(
        "publishes \(port.description.quoted) on every address of the host",
        of: service,
        at: ["ports", .index(index)],
        in: state,
        help: "name an address: `127.0.0.1:8080:80`"
      )
    }
  }

  func observations(of change: Change, under policy: Policy) -> [Observation] { [] }
}
