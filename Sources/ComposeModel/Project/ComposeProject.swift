public import OrderedCollections

/// What Docker Compose would run for a stack: files merged, variables resolved, short forms written out.
public struct ComposeProject: Sendable, Hashable {
  /// The project's name, which its containers and volumes carry.
  public let name: String
  /// The services by name, in the order they are written.
  public let services: OrderedDictionary<String, Service>
  /// The networks by key.
  public let networks: OrderedDictionary<String, Resource>
  /// The volumes by key.
  public let volumes: OrderedDictionary<String, Resource>
  /// The secrets by key.
  public let secrets: OrderedDictionary<String, Resource>
  /// The configs by key.
  public let configs: OrderedDictionary<String, Resource>
  /// The whole project in canonical form, in which every list and mapping has its long form.
  public let attributes: YAMLValue
  /// Every file that was read, in order.
  public let files: [String]
  let origins: [YAMLPath: Origin]

  /// Where the value at a canonical path came from, or else its nearest ancestor.
  ///
  /// Items of mappings that may be written as lists are named by their keys: `services.web.environment.TZ`.
  ///
  /// - Complexity: O(*d*) in the depth of the path.
  public func origin(of path: YAMLPath) -> Origin? {
    var next: YAMLPath? = path
    while let path = next {
      if let origin = origins[path] { return origin }
      next = path.parent
    }
    return nil
  }

  /// The extensions, `x-…`, of the top level.
  public var extensions: OrderedDictionary<String, YAMLValue> {
    guard case .mapping(let pairs) = attributes else { return [:] }
    return pairs.filter { $0.key.hasPrefix("x-") }
  }
}

/// A network, volume, secret or config of the top level.
public struct Resource: Sendable, Hashable {
  /// The key that services use.
  public let key: String
  /// The name that is written for the engine, if one is.
  public let name: String?
  /// Whether something else makes it.
  public let isExternal: Bool
  /// The driver that is written.
  public let driver: String?
  /// The file that holds it, for secrets and configs.
  public let file: String?
}
