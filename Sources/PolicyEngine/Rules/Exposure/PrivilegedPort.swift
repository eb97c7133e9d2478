import ComposeModel
import SourceDiagnostics

/// A port in the container that once only root could open.
struct PrivilegedPort: ServiceRule {
  let code: DiagnosticCode = .privilegedPort
  let levels = LevelByRole(.off)
  let rationale = "A program that listens below port 1024 often runs as root only for that."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    service.ports.enumerated().filter { (1..<1_024).contains($0.element.target) }.map { index, port in
      observation(
        "listens on port \(port.target)",
        of: service,
        at: ["ports", .index(index)],
        in: state,
        help: "let it listen above 1023, and publish that port as the one that is known"
      )
    }
  }
}
