import ComposeModel
import SourceDiagnostics

/// A port that opens or moves changes who can reach a service, and where.
struct OpenedPort: Rule {
  let code: DiagnosticCode = .openedPort
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale = """
    Docker publishes a port on every address of the host and past its firewall, unless the port names an address. \
    Whoever uses a port that moves has to be told.
    """

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.stacks.flatMap { stack in
      stack.impact.ports.filter { $0.kind != .closed && !$0.isLoopback }.map { port in
        let labels = stack.new?.labels(at: port.path, Self.words[port.kind] ?? "") ?? []
        return Observation(
          "\(port.service.quoted) \(port.description)",
          of: stack.stack,
          subject: "\(port.service) \(port.description)",
          labels: labels,
          help: "publish it on 127.0.0.1 if only this host needs it: `127.0.0.1:8080:80`",
          ceiling: port.kind == .moved ? .approval : .deny
        )
      }
    }
  }

  private static let words: [PortChange.Kind: String] = [
    .opened: "opened here", .moved: "moved here", .exposed: "reachable from other machines",
  ]
}
