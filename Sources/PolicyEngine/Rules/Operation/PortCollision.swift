import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// A port of a host can have one owner.
struct PortCollision: Rule {
  let code: DiagnosticCode = .portCollision
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = "The second service that asks for a port of the host doesn't start."

  func observations(of tree: TreeState) -> [Observation] {
    let claims = (tree.neighbours + tree.stacks).flatMap(Claim.all)
    let owners = Dictionary(grouping: claims) { $0.port }
    var seen: Set<[String]> = []
    return tree.stacks.flatMap(Claim.all).compactMap { claim in
      guard let other = owners[claim.port]?.first(where: { $0.collides(with: claim) }) else { return nil }
      return seen.insert(claim.subject(with: other)).inserted ? observation(claim, other) : nil
    }
  }

  private func observation(_ claim: Claim, _ other: Claim) -> Observation {
    let owner = other.state.stack == claim.state.stack ? "" : " of \(other.state.stack.string.quoted)"
    return Observation(
      "\(claim.service.quoted) wants port \(claim.port) of the host, which \(other.service.quoted)\(owner) has",
      of: claim.state.stack,
      subject: claim.subject(with: other).joined(separator: " "),
      labels: claim.state.project.labels(at: claim.path, "wanted here")
        + other.state.project.labels(at: other.path, "and here"),
      help: "publish one of them at another port"
    )
  }
}

/// A port that a service wants from its host.
private struct Claim {
  let state: StackState
  let service: String
  let path: YAMLPath
  let port: Int
  let address: String?
  let transport: String

  /// The two services and what they both want, whichever of them asks.
  func subject(with other: Claim) -> [String] {
    [self, other].map { "\($0.state.stack.string) \($0.service)" }.sorted() + ["\(port)/\(transport)"]
  }

  func collides(with other: Claim) -> Bool {
    guard service != other.service || state.stack != other.state.stack else { return false }
    guard transport == other.transport, state.stack == other.state.stack || state.meets(other.state) else {
      return false
    }
    return address == nil || other.address == nil || address == other.address
  }

  static func all(in state: StackState) -> [Claim] {
    state.project.services.values.flatMap { service in
      service.ports.indices.compactMap { index in
        let port = service.ports[index]
        // Of `8000-8010` Docker takes any that is free, so nothing in it is wanted for sure.
        guard let number = port.published.flatMap({ Int($0) }), (1...65_535).contains(number) else { return nil }
        let path = YAMLPath(keys: "services", service.name, "ports").appending(index: index)
        let address = port.hostIP.flatMap { ["", "0.0.0.0", "::"].contains($0) ? nil : $0 }
        return Claim(
          state: state,
          service: service.name,
          path: path,
          port: number,
          address: address,
          transport: port.protocol
        )
      }
    }
  }
}
