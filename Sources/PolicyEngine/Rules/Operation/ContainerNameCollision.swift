import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A container's name can be given once on a host.
struct ContainerNameCollision: Rule {
  let code: DiagnosticCode = .containerNameCollision
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = "The second container of a name isn't made: the engine refuses it, and its service doesn't start."

  func observations(of tree: TreeState) -> [Observation] {
    let owners = Dictionary(grouping: (tree.neighbours + tree.stacks).flatMap(NamedContainer.all), by: \.name)
    var seen: Set<[String]> = []
    return tree.stacks.flatMap(NamedContainer.all).compactMap { container in
      guard let other = owners[container.name]?.first(where: { $0.collides(with: container) }),
        seen.insert(container.subject(with: other)).inserted
      else { return nil }
      let owner = other.state.stack == container.state.stack ? "" : " of \(other.state.stack.string.quoted)"
      return Observation(
        "\(container.service.quoted) names its container \(container.name.quoted), as \(other.service.quoted)\(owner) does",
        of: container.state.stack,
        subject: container.subject(with: other).joined(separator: " "),
        labels: container.labels("named here") + other.labels("and here"),
        help: "leave `container_name` out: Docker Compose makes a name that is free"
      )
    }
  }
}

/// A container whose name is written in a file.
private struct NamedContainer {
  let state: StackState
  let service: String
  let name: String

  /// The two services and the name, whichever of them is looked at.
  func subject(with other: Self) -> [String] {
    [self, other].map { "\($0.state.stack.string) \($0.service)" }.sorted() + [name]
  }

  func collides(with other: Self) -> Bool {
    state.stack == other.state.stack ? service != other.service : state.meets(other.state)
  }

  func labels(_ text: String) -> [Diagnostic.Label] { state.project.labels(service, ["container_name"], text) }

  static func all(in state: StackState) -> [Self] {
    state.project.services.values.compactMap { service in
      service.containerName.map { Self(state: state, service: service.name, name: $0) }
    }
  }
}
