import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A service that any other of its stack can talk to.
struct DefaultNetwork: ServiceRule {
  let code: DiagnosticCode = .defaultNetwork
  let levels = LevelByRole(.off)
  let rationale =
    "In networks of their own services reach only what they need, and a database isn't in reach of the proxy."

  func observations(of service: Service, in state: StackState) -> [Observation] {
    guard service.networkMode == nil, service.networks == ["default"], state.project.services.count > 2 else {
      return []
    }
    return [
      observation(
        "is in the network that all services share",
        of: service,
        in: state,
        help: "name the networks it needs under `networks`"
      )
    ]
  }
}
