import ComposeModel
import SourceDiagnostics

/// A service whose output nobody keeps.
struct NoLog: ServiceRule {
  let code: DiagnosticCode = .noLog
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale = "Without a log nobody can tell what went wrong, or who was there."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard service.logging?.driver == "none" else { return [] }
    return [
      observation(
        "keeps no log",
        of: service,
        at: ["logging", "driver"],
        in: state,
        help: "use the driver `local`, which keeps a few files of bounded size"
      )
    ]
  }
}
