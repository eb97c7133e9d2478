import ComposeModel
import SourceDiagnostics

/// A service that stays down once it has ended.
struct MissingRestartPolicy: ServiceRule {
  let code: DiagnosticCode = .missingRestartPolicy
  let levels = LevelByRole(.off)
  let rationale = "After a crash, or a restart of the host, such a service waits for somebody to notice."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    let policies = [service.restart, service.deployment?.restartPolicy?.condition].compactMap(\.self)
    if policies.contains(where: { $0 != "no" && $0 != "none" }) || state.project.expectsEnd(of: service.name) {
      return []
    }
    return [
      observation(
        "isn't started again when it ends",
        of: service,
        at: service.restart == nil ? [] : ["restart"],
        in: state,
        help: "set `restart: unless-stopped`, or `on-failure:5` for one that may give up"
      )
    ]
  }
}
