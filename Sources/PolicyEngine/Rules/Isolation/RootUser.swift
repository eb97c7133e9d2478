import ComposeModel
import SourceDiagnostics

/// A service that is told to run as root.
struct RootUser: ServiceRule {
  let code: DiagnosticCode = .rootUser
  let levels = LevelByRole(.note)
  let rationale =
    "Root in a container is root on the host as soon as anything lets it out, and owns every file it is given."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard let user = service.user, service.runsAsRoot else { return [] }
    return [
      observation(
        "is told to run as \(user.quoted)",
        of: service,
        at: ["user"],
        in: state,
        help: "name a user that owns only what the service needs: `user: \"1000:1000\"`"
      )
    ]
  }
}
