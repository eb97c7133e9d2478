public import ComposeModel
import OrderedCollections

/// A service that a stack wants to run, and how many containers of it.
public struct ExpectedService: Sendable, Hashable {
  /// The service.
  public var name: String
  /// How many containers it wants.
  public var containers: Int

  /// Expects `containers` of the service `name`.
  public init(_ name: String, containers: Int = 1) {
    self.name = name
    self.containers = containers
  }

  /// Expects what `service` says in `deploy.replicas` or `scale`, or one.
  public init(_ service: Service) {
    let scale = service.attributes["deploy"]?["replicas"]?.number ?? service.attributes["scale"]?.number
    self.init(service.name, containers: max(0, scale ?? 1))
  }
}

extension YAMLValue {
  fileprivate subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = self else { return nil }
    return pairs[key]
  }

  fileprivate var number: Int? {
    switch self {
    case .int(let number): number
    case .string(let text): Int(text)
    default: nil
    }
  }
}
