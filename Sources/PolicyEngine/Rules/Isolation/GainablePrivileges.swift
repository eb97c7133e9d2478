import ComposeModel
import SourceDiagnostics

/// A service whose programs may become somebody else: with `sudo`, or through a file that runs as its owner.
struct GainablePrivileges: ServiceRule {
  let code: DiagnosticCode = .gainablePrivileges
  let levels = LevelByRole(.off)
  let rationale =
    "An intruder begins as the service's own user; without a way to become root there it mostly ends there too."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    let options = service.securityOpt.map(Unconfined.normal)
    if options.contains("no-new-privileges:true") || options.contains("no-new-privileges") { return [] }
    return [
      observation(
        "may gain privileges that it doesn't start with",
        of: service,
        in: state,
        help: "add `no-new-privileges:true` under `security_opt`"
      )
    ]
  }
}
