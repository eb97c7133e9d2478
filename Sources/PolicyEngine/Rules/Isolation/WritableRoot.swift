import ComposeModel
import SourceDiagnostics

/// A service that can change its own programs.
struct WritableRoot: ServiceRule {
  let code: DiagnosticCode = .writableRoot
  let levels = LevelByRole(.off)
  let rationale = "What can't be written to can't be replaced: an intruder finds no place for a program that stays."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    if service.readOnly { return [] }
    return [
      observation(
        "may write to its own image's files",
        of: service,
        in: state,
        help: "set `read_only: true`, with `tmpfs` or volumes where it has to write"
      )
    ]
  }
}
