import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A port of a host can have one owner.
struct PortCollision: Rule {
  let code: DiagnosticCode = .portCollision
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = "The second service that asks for a port of the host doesn't start."

  func observations(of tree: TreeState) -> [Observation] {
    WantedPort.collisions(
      in: tree,
      marked: "wanted here",
      help: "publish one of them at another port"
    ) { claim, owner in
      "\(claim.service.quoted) wants port \(claim.thing.number) of the host, which \(owner) has"
    }
  }
}

/// A port that a service wants from its host.
private struct WantedPort: HostClaim {
  struct Number: Hashable {
    let number: Int
    let transport: String
  }

  let state: StackState
  let service: String
  let place: YAMLPath
  let thing: Number
  let address: String?

  var name: String { "\(thing.number)/\(thing.transport)" }

  func excludes(_ other: Self) -> Bool { address == nil || other.address == nil || address == other.address }

  static func all(in state: StackState) -> [Self] {
    state.project.services.values.flatMap { service in
      service.ports.enumerated().compactMap { index, port in
        // Of `8000-8010` Docker takes any that is free, so nothing in it is wanted for sure.
        guard let number = port.published.flatMap({ Int($0) }), (1...65_535).contains(number) else { return nil }
        return Self(
          state: state,
          service: service.name,
          place: YAMLPath(keys: "services", service.name, "ports").appending(index: index),
          thing: Number(number: number, transport: port.protocol),
          address: port.address
        )
      }
    }
  }
}

extension Port {
  /// The one address of the host it is bound to; nil when it is every address.
  var address: String? { hostIP.flatMap { ["", "0.0.0.0", "::"].contains($0) ? nil : $0 } }
}
