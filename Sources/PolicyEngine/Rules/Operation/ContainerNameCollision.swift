import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A container's name can be given once on a host.
struct ContainerNameCollision: Rule {
  let code: DiagnosticCode = .containerNameCollision
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = "The second container of a name isn't made: the engine refuses it, and its service doesn't start."

  func observations(of tree: TreeState) -> [Observation] {
    ContainerName.collisions(
      in: tree,
      marked: "named here",
      help: "leave `container_name` out: Docker Compose makes a name that is free"
    ) { claim, owner in
      "\(claim.service.quoted) names its container \(claim.name.quoted), as \(owner) does"
    }
  }
}

/// The name that a service wants for its container.
private struct ContainerName: HostClaim {
  let state: StackState
  let service: String
  let place: YAMLPath
  let name: String

  var thing: String { name }

  static func all(in state: StackState) -> [Self] {
    state.project.services.values.compactMap { service in
      let place = YAMLPath(keys: "services", service.name, "container_name")
      return service.containerName.map { Self(state: state, service: service.name, place: place, name: $0) }
    }
  }
}
