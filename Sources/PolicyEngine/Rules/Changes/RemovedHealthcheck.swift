import ComposeModel
import SourceDiagnostics

/// Without its health check nobody notices that a service is broken.
struct RemovedHealthcheck: Rule {
  let code: DiagnosticCode = .removedHealthcheck
  let levels = LevelByRole(agent: .approval, person: .note)
  let rationale = """
    The deployment waits for the health check and rolls back when it fails. A change that removes the check makes every \
    later mistake look healthy.
    """

  func observations(of change: Change, under policy: Policy) -> [Observation] {
    change.services.compactMap { pair in
      guard pair.old?.healthcheck?.isDisabled == false, pair.new.healthcheck?.isDisabled ?? true else { return nil }
      let name = pair.new.name
      let isOff = pair.new.healthcheck != nil
      return Observation(
        isOff ? "\(name.quoted) has its health check switched off" : "\(name.quoted) loses its health check",
        of: pair.stack,
        subject: name,
        labels: pair.labels(
          ["healthcheck"],
          isOff ? "switched off here" : "no `healthcheck` any more",
          before: "checked until now",
          base: change.base
        ),
        help: "keep the health check, or put a better one in its place"
      )
    }
  }
}
