import ComposeModel
import SourceDiagnostics

/// A service that keeps the capabilities Docker gives to everyone.
struct KeptCapabilities: ServiceRule {
  let code: DiagnosticCode = .keptCapabilities
  let levels = LevelByRole(.off)
  let rationale = """
    Docker gives every container fourteen capabilities, among them to open raw sockets and to pass over the rights of \
    files. Most services need none of them.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    if service.privileged || service.capDrop.contains(where: { $0.uppercased() == "ALL" }) { return [] }
    return [
      observation(
        "keeps the capabilities that Docker gives to everyone",
        of: service,
        in: state,
        help: "add `ALL` under `cap_drop`, and what is missed then under `cap_add`"
      )
    ]
  }
}
