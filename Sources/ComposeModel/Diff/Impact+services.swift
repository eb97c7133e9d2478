import OrderedCollections

private typealias Reason = ServiceImpact.Reason

extension Sides {
  /// What Docker Compose would do to each service, in the order of the new version, then to those that are gone.
  func serviceImpacts(of diff: StackDiff) -> [ServiceImpact] {
    let (olds, news) = section("services")
    let changed = Dictionary(diff.services.map { ($0.name, $0) }) { first, _ in first }
    var impacts = news.map { name, service in
      guard let old = olds[name] else {
        let oldName = changed[name]?.oldName
        let reason = oldName.map { Reason(.renamed, "it was called \($0.quoted)") } ?? Reason(.added, "it is new")
        return ServiceImpact(name, .create, because: [reason])
      }
      return impact(on: name, from: old, to: service, changes: changed[name]?.changes ?? [])
    }
    spread(through: news, &impacts)
    for index in impacts.indices where impacts[index].action != .unchanged {
      impacts[index].reasons += news[impacts[index].name]?.profileReason ?? []
    }
    let heirs = Dictionary(renamedServices.map { ($0.value, $0.key) }) { first, _ in first }
    let removed = olds.keys.filter { news[$0] == nil }.map { name in
      let reason =
        heirs[name].map { Reason(.renamed, "it is called \($0.quoted) now") } ?? Reason(.removed, "it is gone")
      return ServiceImpact(name, .remove, because: [reason])
    }
    return impacts + removed
  }

  /// What a service's own settings, and those of what it uses, do to it.
  private func impact(
    on name: String,
    from old: YAMLValue,
    to new: YAMLValue,
    changes: [AttributeChange]
  ) -> ServiceImpact {
    let networks = self.networks(of: new)
    let renewal =
      settingsReason(of: name, from: old, to: new, changes)
      + (self.old?.name == self.new?.name ? [] : [Reason(.project, "the project has another name")])
      + volumes(of: new).filter { volumeNames.old[$0] != nil && volumeNames.old[$0] != volumeNames.new[$0] }
      .map { Reason(.volume, "\($0.quoted) is another volume now") }
      + networks.filter { $0.action == .recreate }.map { Reason(.network, "\($0.name.quoted) is another network now") }
    if !renewal.isEmpty { return ServiceImpact(name, .recreate, because: renewal) }
    let made = networks.filter { $0.action == .restart }.map(\.name)
    if !made.isEmpty {
      let reasons = made.map { Reason(.network, "the network \($0.quoted) is made anew") }
      return ServiceImpact(name, .restart, because: reasons)
    }
    if let scale = new.scale, let before = old.scale, scale != before {
      return ServiceImpact(name, .scale, because: [Reason(.scale, "it runs \(scale) times instead of \(before)")])
    }
    let later =
      old.at("build").map { build in new.at("build").map { !$0.isSame(as: build) } ?? true } ?? (new.at("build") != nil)
    let reasons = later ? [Reason(.build, "its build settings apply when it is built again")] : []
    return ServiceImpact(name, .unchanged, because: reasons)
  }

  /// Whether a service's hash is another, and what makes it so.
  private func settingsReason(
    of name: String,
    from old: YAMLValue,
    to new: YAMLValue,
    _ changes: [AttributeChange]
  ) -> [Reason] {
    guard old != new,
      self.old?.settingsOfContainer(of: name, for: release)
        != self.new?.settingsOfContainer(of: name, for: release)
    else {
      return []
    }
    let names = changes.map(\.attribute).map { String($0.prefix { $0 != "." }) }
    let telling = names.filter { !ComposeProject.attributesOutsideContainer.contains($0) && !$0.hasPrefix("x-") }
    return [Reason(.settings, telling.isEmpty ? "the order of a list changes" : Self.sentence(telling))]
  }

  /// Carries what happens to a service on to those that share its namespaces or ask to be restarted with it.
  private func spread(
    through services: some Sequence<(key: String, value: YAMLValue)>,
    _ impacts: inout [ServiceImpact]
  ) {
    let places = Dictionary(impacts.indices.map { (impacts[$0].name, $0) }) { first, _ in first }
    var followers: [String: [(name: String, shares: Bool)]] = [:]
    for (name, service) in services {
      for leader in service.sharedServices { followers[leader, default: []].append((name, true)) }
      for (leader, link) in service.at("depends_on")?.pairs ?? [:] where link.at("restart") == .bool(true) {
        followers[leader, default: []].append((name, false))
      }
    }
    var waiting = impacts.filter { $0.action == .recreate }.map(\.name)
    while let leader = waiting.popLast() {
      for (name, shares) in followers[leader] ?? [] {
        guard let place = places[name], impacts[place].action != .recreate, impacts[place].action != .create else {
          continue
        }
        if shares {
          impacts[place].action = .recreate
          let words = "it shares a namespace or volumes with \(leader.quoted), which is made anew"
          impacts[place].reasons.append(Reason(.namespace, words))
          waiting.append(name)
        } else if impacts[place].action != .restart {
          impacts[place].action = .restart
          impacts[place].reasons.append(Reason(.dependency, "it asks to be restarted with \(leader.quoted)"))
        }
      }
    }
  }

  /// The networks that a service uses, each with what becomes of the service's containers through it alone.
  private func networks(of service: YAMLValue) -> [(name: String, action: ServiceImpact.Action)] {
    let (olds, news) = section("networks")
    return (service.at("networks")?.pairs.keys.elements ?? []).compactMap { key in
      guard let old = olds[key], let new = news[key] else { return nil }
      let isExternal = [old, new].contains { $0.at("external") == .bool(true) }
      let isRenamed = old.at("name")?.word != new.at("name")?.word
      if isRenamed { return (key, isExternal || release == .two ? .recreate : .restart) }
      let isSame = Self.settings(ofNetwork: old).isSame(as: Self.settings(ofNetwork: new))
      return (key, isExternal || isSame ? .unchanged : .restart)
    }
  }

  private static func settings(ofNetwork network: YAMLValue) -> YAMLValue {
    .mapping(network.pairs.filter { !$0.key.hasPrefix("x-") })
  }

  private func volumes(of service: YAMLValue) -> [String] {
    (service.at("volumes")?.items ?? []).filter { $0.at("type")?.word == "volume" }.compactMap { $0.at("source")?.word }
  }

  private static func sentence(_ attributes: [String]) -> String {
    var names: [String] = []
    for name in attributes where !names.contains(name) { names.append(name) }
    let shown = names.prefix(3).map(\.quoted)
    let more = names.count > 3 ? ["\(names.count - 3) more"] : []
    let parts = shown + more
    let list =
      parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "") : parts.joined()
    return "\(list) \(parts.count > 1 ? "change" : "changes")"
  }
}

extension YAMLValue {
  /// Why nothing may happen to a service after all.
  fileprivate var profileReason: [ServiceImpact.Reason] {
    let profiles = (at("profiles")?.items ?? []).compactMap(\.word)
    if profiles.isEmpty { return [] }
    let words = profiles.count == 1 ? "the profile" : "one of the profiles"
    return [ServiceImpact.Reason(.profile, "only with \(words) \(profiles.map(\.quoted).joined(separator: ", "))")]
  }

  /// How many containers a service runs.
  fileprivate var scale: Int? {
    for value in [at("scale"), at("deploy")?.at("replicas")] {
      if case .int(let number)? = value { return number }
    }
    return 1
  }

  /// The services whose network, processes or volumes a service uses.
  fileprivate var sharedServices: [String] {
    let modes = ["network_mode", "ipc", "pid"].compactMap { at($0)?.word }
    let spaces = modes.filter { $0.hasPrefix("service:") }.map { String($0.dropFirst("service:".count)) }
    let sources = (at("volumes_from")?.items ?? []).compactMap(\.word).filter { !$0.hasPrefix("container:") }
    return spaces + sources.map { String($0.prefix { $0 != ":" }) }
  }
}
