import OrderedCollections

extension Sides {
  /// What could happen to data, the gravest first.
  func dataRisks() -> [DataRisk] {
    let olds = old?.mounts() ?? []
    let news = new?.mounts() ?? []
    let risks = mountRisks(olds, news) + volumeRisks(olds, news) + databaseRisks(olds, news)
    return risks.filter { $0.severity == .danger } + risks.filter { $0.severity == .caution }
  }

  /// Services that go on without something they kept data in.
  private func mountRisks(_ olds: [StorageMount], _ news: [StorageMount]) -> [DataRisk] {
    let heirs = Dictionary(renamedServices.map { ($0.value, $0.key) }) { first, _ in first }
    let mounts = Dictionary(grouping: news, by: \.service)
    return olds.filter(\.holdsData).compactMap { mount in
      let service = heirs[mount.service] ?? mount.service
      guard new?.attributes.at("services")?.at(service) != nil else { return nil }
      let own = mounts[service] ?? []
      let elsewhere = own.first { $0.storage == mount.storage && $0.target != mount.target }
      guard let now = own.first(where: { $0.target == mount.target }) else {
        return elsewhere.map { moved(mount, to: $0) } ?? dropped(mount, by: service)
      }
      return now.storage == mount.storage ? nil : replaced(mount, by: now)
    }
  }

  private func dropped(_ mount: StorageMount, by service: String) -> DataRisk {
    DataRisk(
      .mountDropped,
      .danger,
      of: service,
      "\(service.quoted) goes on without \(mount.storage.words), where it keeps \(mount.target.quoted)",
      help: "keep the mount, or make sure that nothing in it is needed",
      oldPlaces: places(mount, "mounted here until now", in: old),
      newPlaces: places(YAMLPath(keys: "services", service), "not mounted any more", in: new)
    )
  }

  private func moved(_ mount: StorageMount, to now: StorageMount) -> DataRisk {
    DataRisk(
      .mountMoved,
      .caution,
      of: now.service,
      "\(now.service.quoted) finds \(mount.storage.words) at \(now.target.quoted) instead of \(mount.target.quoted)",
      help: "make sure that it looks for its data there",
      oldPlaces: places(mount, "mounted here until now", in: old),
      newPlaces: places(now, "mounted here from now on", in: new)
    )
  }

  private func replaced(_ mount: StorageMount, by now: StorageMount) -> DataRisk {
    let kind: DataRisk.Kind =
      switch (mount.storage, now.storage) {
      case (.volume, .volume): .volumeRenamed
      case (.directory, .directory): .bindMoved
      default: .storageReplaced
      }
    return DataRisk(
      kind,
      .danger,
      of: now.service,
      "\(now.service.quoted) gets \(now.storage.words) instead of \(mount.storage.words) at \(mount.target.quoted)",
      help: "copy the data over before the change, or keep \(mount.storage.words)",
      oldPlaces: places(mount, "the data is here", in: old),
      newPlaces: places(now, "the service will look here", in: new)
    )
  }

  /// Volumes that nothing uses any more, and those that would be made anew.
  private func volumeRisks(_ olds: [StorageMount], _ news: [StorageMount]) -> [DataRisk] {
    let used = Set(news.map(\.storage))
    let renamed = Set(renamedServices.values)
    var seen: Set<Storage> = []
    let dropped = olds.compactMap { mount -> DataRisk? in
      guard case .volume(let name) = mount.storage, !used.contains(mount.storage) else { return nil }
      guard new?.attributes.at("services")?.at(mount.service) == nil, !renamed.contains(mount.service) else {
        return nil
      }
      guard seen.insert(mount.storage).inserted else { return nil }
      return DataRisk(
        .volumeDropped,
        .caution,
        of: mount.service,
        "nothing uses the volume \(name.quoted) of \(mount.service.quoted) any more",
        help: "keep a backup; the volume stays on the host until somebody removes it",
        oldPlaces: places(mount, "used here until now", in: old)
      )
    }
    return dropped + redefinedVolumes(olds)
  }

  private func redefinedVolumes(_ mounts: [StorageMount]) -> [DataRisk] {
    let (olds, news) = section("volumes")
    return news.compactMap { key, volume in
      guard let before = olds[key], let name = volumeNames.new[key], volumeNames.old[key] == name else { return nil }
      guard volume.at("external") != .bool(true), !isSame(before, volume, named: key) else { return nil }
      guard let user = mounts.first(where: { $0.storage == .volume(name) }) else { return nil }
      let path = YAMLPath(keys: "volumes", key)
      return DataRisk(
        .volumeRedefined,
        .danger,
        of: user.service,
        "the volume \(name.quoted) gets other settings, which means emptying it",
        help: "leave its settings, or make a volume of another name and copy the data over",
        oldPlaces: places(path, "its settings until now", in: old),
        newPlaces: places(path, "its settings from now on", in: new)
      )
    }
  }

  func places(_ mount: StorageMount, _ text: String, in project: ComposeProject?) -> [DataRisk.Place] {
    places(mount.path, text, in: project)
  }

  func places(_ path: YAMLPath, _ text: String, in project: ComposeProject?) -> [DataRisk.Place] {
    (project?.origin(of: path)).map { [DataRisk.Place($0, text)] } ?? []
  }
}
