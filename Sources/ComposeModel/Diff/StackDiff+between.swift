import OrderedCollections

extension StackDiff {
  /// Compares two versions of a stack, either of which may not exist.
  ///
  /// - Complexity: O(*n*) in the size of both.
  public static func between(
    _ old: ComposeProject?,
    _ new: ComposeProject?,
    of stack: RepositoryPath
  ) -> StackDiff {
    let sides = Sides(old: old, new: new)
    let services = sides.serviceDiffs()
    let resources = ResourceDiff.Resource.allCases.flatMap { sides.resourceDiffs(of: $0) }
    let settings = sides.settingChanges()
    let kind: DiffKind =
      switch (old, new) {
      case (nil, nil): .unchanged
      case (nil, _): .added
      case (_, nil): .removed
      default: services.isEmpty && resources.isEmpty && settings.isEmpty ? .unchanged : .changed
      }
    return StackDiff(stack: stack, kind: kind, services: services, resources: resources, settings: settings)
  }
}

extension Sides {
  fileprivate func serviceDiffs() -> [ServiceDiff] {
    pairs(in: "services").compactMap { pair in
      let changes = changes(of: pair, in: "services")
      // Only the order of a list that has none differs.
      if pair.kind == .changed, changes.isEmpty { return nil }
      return ServiceDiff(pair.name, pair.kind, oldName: pair.renamedFrom, changes: changes)
    }
  }

  fileprivate func resourceDiffs(of resource: ResourceDiff.Resource) -> [ResourceDiff] {
    pairs(in: resource.section).map { pair in
      let changes = changes(of: pair, in: resource.section)
      return ResourceDiff(resource, pair.name, pair.kind, oldName: pair.renamedFrom, changes: changes)
    }
  }

  /// What differs outside services and resources.
  fileprivate func settingChanges() -> [AttributeChange] {
    let known = Set(["services"] + ResourceDiff.Resource.allCases.map(\.section))
    let keys = [new, old].flatMap { $0?.attributes.pairs.keys.filter { !known.contains($0) } ?? [] }
    return OrderedSet(keys).flatMap { key in
      let path = YAMLPath(keys: key)
      return changes(old?.attributes.at(key), at: path, new?.attributes.at(key), at: path, attribute: [key])
    }
  }

  private func changes(of pair: NamePair, in section: String) -> [AttributeChange] {
    if pair.kind == .renamed { return [] }
    let (olds, news) = self.section(section)
    let oldPath = YAMLPath(keys: section, pair.oldName ?? pair.name)
    let newPath = YAMLPath(keys: section, pair.name)
    return changes(pair.oldName.flatMap { olds[$0] }, at: oldPath, pair.newName.flatMap { news[$0] }, at: newPath)
  }

  private func changes(
    _ old: YAMLValue?,
    at oldPath: YAMLPath,
    _ new: YAMLValue?,
    at newPath: YAMLPath,
    attribute: [String] = []
  ) -> [AttributeChange] {
    var comparison = Comparison()
    comparison.compare(
      old.map { Comparison.Side(value: $0, path: oldPath) },
      new.map { Comparison.Side(value: $0, path: newPath) },
      at: attribute
    )
    return comparison.differences.map { old, new in
      AttributeChange(
        new?.path ?? old?.path ?? newPath,
        old: old?.value,
        new: new?.value,
        oldOrigin: old.flatMap { self.old?.origin(of: $0.path) },
        newOrigin: new.flatMap { self.new?.origin(of: $0.path) }
      )
    }
  }
}
