public import OrderedCollections

extension ComposeProject {
  /// The services that go with those that are selected.
  public enum Companions: Sendable, Hashable {
    /// What they wait for, and what that waits for.
    case dependencies
    /// What waits for them, and what waits for that.
    case dependents
    /// No others.
    case none
  }

  /// Whether a service has no profile, or one that is switched on.
  public func isEnabled(_ service: Service) -> Bool {
    let profiles = service.profiles
    return profiles.isEmpty || activeProfiles.contains("*") || !activeProfiles.isDisjoint(with: profiles)
  }

  /// The services whose profiles are switched on.
  public var enabledServices: OrderedDictionary<String, Service> { services.filter { isEnabled($0.value) } }

  /// The project with no other services than those whose profiles are switched on, and without dependencies on others
  /// that a service can do without.
  public func withoutDisabledServices() -> ComposeProject {
    keeping(Set(enabledServices.keys), dropsRequired: false)
  }

  /// The project with no other services than `names` and their companions.
  ///
  /// A service that is named is switched on, and its profiles with it. Dependencies on services that aren't kept are
  /// dropped.
  ///
  /// - Throws: ``UnknownService`` when there is no service of a name.
  /// - Complexity: O(*n*) in the number of services and dependencies.
  public func selecting(
    _ names: some Sequence<String>,
    with companions: Companions = .dependencies
  ) throws(UnknownService) -> ComposeProject {
    var profiles = activeProfiles
    for name in names {
      guard let service = services[name] else { throw UnknownService(name: name, known: Array(services.keys)) }
      if !isEnabled(service) { profiles.formUnion(service.profiles) }
    }
    let enabled = with(activeProfiles: profiles).withoutDisabledServices()
    let edges: (String) -> [String] =
      switch companions {
      case .dependencies: { Array(enabled.services[$0]?.dependsOn.keys ?? []) }
      case .dependents: { enabled.dependents(of: $0) }
      case .none: { _ in [] }
      }
    var kept: Set<String> = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      if enabled.services[name] != nil, kept.insert(name).inserted { waiting += edges(name) }
    }
    return enabled.keeping(kept, dropsRequired: true)
  }

  /// The services that wait for `name`.
  public func dependents(of name: String) -> [String] {
    services.values.filter { $0.dependsOn[name] != nil }.map(\.name)
  }

  /// The service whose container has the fixed name `name`.
  public func service(withContainerName name: String) -> Service? {
    services.values.first { $0.containerName == name }
  }

  /// The project with no other services than `names`; dependencies on others are dropped, or only those that a service
  /// can do without.
  private func keeping(_ names: Set<String>, dropsRequired: Bool) -> ComposeProject {
    guard case .mapping(var top) = attributes, case .mapping(var services)? = top["services"] else { return self }
    services.removeAll { !names.contains($0.key) }
    services = services.mapValues { service in
      guard case .mapping(var pairs) = service, case .mapping(var needs)? = pairs["depends_on"] else { return service }
      needs.removeAll { name, need in
        !names.contains(name) && (dropsRequired || !Dependency(attributes: need).isRequired)
      }
      pairs["depends_on"] = needs.isEmpty ? nil : .mapping(needs)
      return .mapping(pairs)
    }
    top["services"] = .mapping(services)
    return with(attributes: .mapping(top))
  }
}

/// A name that no service of a project has.
public struct UnknownService: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// The names there are.
  public let known: [String]

  /// Says that none of `known` is `name`.
  public init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  /// What is wrong, in one sentence.
  public var description: String { "there is no service `\(name)`" }
}
