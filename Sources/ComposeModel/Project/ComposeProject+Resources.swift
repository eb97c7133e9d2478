import OrderedCollections

extension ComposeProject {
  /// A kind of resource of the top level.
  public enum ResourceKind: String, Sendable, Hashable, CaseIterable {
    /// What services reach each other through.
    case networks
    /// What outlives containers.
    case volumes
    /// What services read and nobody else should.
    case secrets
    /// What services read.
    case configs
    /// What answers.
    case models
  }

  /// The keys of the resources of a kind that no service uses, in the order they are written.
  ///
  /// - Complexity: O(*n*) in the size of the services.
  public func unusedResources(_ kind: ResourceKind) -> [String] {
    let used = Set(services.values.flatMap { $0.uses(of: kind) })
    return (attributes.pairs[kind.rawValue]?.pairs ?? [:]).keys.filter { !used.contains($0) }
  }

  /// The project without the resources that no service uses.
  public func withoutUnusedResources() -> ComposeProject {
    guard case .mapping(var top) = attributes else { return self }
    for kind in ResourceKind.allCases {
      guard case .mapping(var resources)? = top[kind.rawValue] else { continue }
      for key in unusedResources(kind) { resources[key] = nil }
      top[kind.rawValue] = resources.isEmpty ? nil : .mapping(resources)
    }
    return with(attributes: .mapping(top))
  }

  /// The project without the names of the files whose labels, and whose variables, its services have by now; those of
  /// variables may stay where they weren't read.
  public func withoutMergedFiles(keepingEnvironmentFiles keepsEnvironmentFiles: Bool = false) -> ComposeProject {
    guard case .mapping(var top) = attributes, case .mapping(let services)? = top["services"] else { return self }
    top["services"] = .mapping(
      services.mapValues { service in
        guard case .mapping(var pairs) = service else { return service }
        pairs["label_file"] = nil
        if !keepsEnvironmentFiles { pairs["env_file"] = nil }
        return .mapping(pairs)
      }
    )
    return with(attributes: .mapping(top))
  }

  /// The images that the services run, in the order of the services; one that is built here has the name that the
  /// engine gives it.
  public var images: [String] { services.values.map { $0.image ?? "\(name)-\($0.name)" } }
}

extension Service {
  /// The keys of the resources of a kind that it uses.
  fileprivate func uses(of kind: ComposeProject.ResourceKind) -> [String] {
    switch kind {
    case .networks: networks
    case .volumes: volumes.filter { $0.kind == .volume }.compactMap(\.source)
    case .secrets: secrets + (build?.secrets ?? []).compactMap(\.source)
    case .configs: configs
    case .models: Array(models.keys)
    }
  }
}
