import OrderedCollections

extension Sides {
  /// What Docker Compose would do to each service, in the order of the new version, then to those that are gone.
  func serviceImpacts(of diff: StackDiff) -> [ServiceImpact] {
    let (olds, news) = section("services")
    let changed = Dictionary(diff.services.map { ($0.name, $0) }) { first, _ in first }
    var impacts = news.map { name, service in
      guard let old = olds[name] else {
        let reason = changed[name]?.oldName.map { "it was called \($0.quoted)" } ?? "it is new"
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
      ServiceImpact(name, .remove, because: [heirs[name].map { "it is called \($0.quoted) now" } ?? "it is gone"])
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
    var reasons: [String] = []
    if !old.settingsOfContainer.isSame(as: new.settingsOfContainer) {
      let names = changes.map(\.attribute).map { String($0.prefix { $0 != "." }) }
      let telling = names.filter { !YAMLValue.notOfContainer.contains($0) }
      reasons.append(telling.isEmpty ? "the order of a list changes" : Self.sentence(telling))
    }
    if self.old?.name != self.new?.name, self.old != nil, self.new != nil {
      reasons.append("the project has another name")
    }
    reasons += volumes(of: new).filter { volumeNames.old[$0] != nil && volumeNames.old[$0] != volumeNames.new[$0] }
      .map { "\($0.quoted) is another volume now" }
    if !reasons.isEmpty { return ServiceImpact(name, .recreate, because: reasons) }
    let networks = new.at("networks")?.pairs.keys.filter { isRemade(network: $0) } ?? []
    if !networks.isEmpty {
      return ServiceImpact(name, .restart, because: networks.map { "the network \($0.quoted) is made anew" })
    }
    if let scale = new.scale, let before = old.scale, scale != before {
      return ServiceImpact(name, .scale, because: ["it runs \(scale) times instead of \(before)"])
    }
    let later =
      old.at("build").map { build in new.at("build").map { !$0.isSame(as: build) } ?? true } ?? (new.at("build") != nil)
    return ServiceImpact(name, .unchanged, because: later ? ["its build settings apply when it is built again"] : [])
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
    var waiting = impacts.filter { $0.action == .recreate || $0.action == .create }.map(\.name)
    while let leader = waiting.popLast() {
      for (name, shares) in followers[leader] ?? [] {
        guard let place = places[name], impacts[place].action != .recreate, impacts[place].action != .create else {
          continue
        }
        if shares {
          impacts[place].action = .recreate
          impacts[place].reasons.append("it shares a namespace or volumes with \(leader.quoted), which is made anew")
          waiting.append(name)
        } else if impacts[place].action == .unchanged {
          impacts[place].action = .restart
          impacts[place].reasons.append("it asks to be restarted with \(leader.quoted)")
        }
      }
    }
  }

  /// Whether Docker Compose would remove the network and make it again.
  private func isRemade(network name: String) -> Bool {
    let (olds, news) = section("networks")
    guard let old = olds[name], let new = news[name] else { return false }
    return new.at("external") != .bool(true) && !isSame(old, new, named: name)
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
  /// The attributes of a service that its running containers don't depend on.
  static let notOfContainer: Set<String> = [
    "build", "pull_policy", "pull_refresh_after", "scale", "depends_on", "profiles", "extends", "env_file",
    "label_file",
  ]

  /// The part of a service's attributes that Docker Compose compares to decide whether a container is up to date.
  var settingsOfContainer: YAMLValue {
    var kept: OrderedDictionary<String, YAMLValue> = pairs.filter {
      !Self.notOfContainer.contains($0.key) && !$0.key.hasPrefix("x-")
    }
    if let deploy = kept["deploy"] { kept["deploy"] = .mapping(deploy.pairs.filter { $0.key != "replicas" }) }
    return .mapping(kept)
  }

  /// Why nothing may happen to a service after all.
  fileprivate var profileReason: [String] {
    let profiles = (at("profiles")?.items ?? []).compactMap(\.word)
    if profiles.isEmpty { return [] }
    let words = profiles.count == 1 ? "the profile" : "one of the profiles"
    return ["only with \(words) \(profiles.map(\.quoted).joined(separator: ", "))"]
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
