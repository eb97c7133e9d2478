import ComposeModel
import OrderedCollections
import SourceDiagnostics

/// Something of a host that one service can have, as a service wants it.
protocol HostClaim {
  /// What only claims to the same of can collide.
  associatedtype Thing: Hashable

  /// The service's stack.
  var state: StackState { get }
  /// The service.
  var service: String { get }
  /// Where it is asked for.
  var place: YAMLPath { get }
  /// What is wanted.
  var thing: Thing { get }
  /// What is wanted, by a name that tells it from all else.
  var name: String { get }

  /// What the services of a stack want.
  static func all(in state: StackState) -> [Self]
  /// Whether a host that gives this can't give the other too.
  func excludes(_ other: Self) -> Bool
}

extension HostClaim {
  func excludes(_ other: Self) -> Bool { true }

  private func collides(with other: Self) -> Bool {
    excludes(other) && (state.stack == other.state.stack ? service != other.service : state.meets(other.state))
  }

  /// What the stacks in question want and another service has, each two services and thing once.
  ///
  /// - Parameters:
  ///   - tree: The stacks, beside the rest of their tree.
  ///   - words: What a claim does where it stands.
  ///   - help: What to do about it.
  ///   - message: What is wrong, given a claim and how its owner is called.
  /// - Returns: An observation for each.
  static func collisions(
    in tree: TreeState,
    marked words: String,
    help: String,
    message: (Self, _ owner: String) -> String
  ) -> [Observation] {
    let owners = Dictionary(grouping: (tree.neighbours + tree.stacks).flatMap(all)) { $0.thing }
    var seen: Set<[String]> = []
    return tree.stacks.flatMap(all).compactMap { claim in
      guard let other = owners[claim.thing]?.first(where: { $0.collides(with: claim) }) else { return nil }
      // The same whichever of the two asks.
      let subject = [claim, other].map { "\($0.state.stack.string) \($0.service)" }.sorted() + [claim.name]
      guard seen.insert(subject).inserted else { return nil }
      let stack = other.state.stack == claim.state.stack ? "" : " of \(other.state.stack.string.quoted)"
      return Observation(
        message(claim, other.service.quoted + stack),
        of: claim.state.stack,
        subject: subject.joined(separator: " "),
        labels: claim.state.project.labels(at: claim.place, words)
          + other.state.project.labels(at: other.place, "and here"),
        help: help
      )
    }
  }
}
