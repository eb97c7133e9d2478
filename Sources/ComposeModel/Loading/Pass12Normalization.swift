import OrderedCollections

/// Pass 12: what Docker Compose adds by itself: the default network, the names of resources, the dependencies that
/// links and shared namespaces imply.
struct NormalizationPass {
  let name: String
  let lookup: (String) -> String?

  func run(_ project: inout SourcedValue) {
    joinDefaultNetwork(&project)
    project.change("services") { $0.changeEach(service) }
    for kind in ["networks", "volumes", "secrets", "configs"] {
      guard let keys = project[kind]?.pairs.keys else { continue }
      project.change(kind) { resources in
        for key in keys { resources.change(key) { nameResource(&$0, key) } }
      }
    }
  }

  /// Services that name no network join `default`, which is there when one of them does.
  private func joinDefaultNetwork(_ project: inout SourcedValue) {
    var isUsed = false
    project.change("services") { services in
      services.changeEach { service in
        guard service["provider"] == nil, service["network_mode"] == nil else { return }
        if service["networks"]?.pairs.isEmpty ?? true {
          let nothing = SourcedValue.implied(.scalar(.null), by: service.origin)
          service["networks"] = .implied(.mapping(["default": nothing]), by: service.origin)
        }
        if service["networks"]?["default"] != nil { isUsed = true }
      }
    }
    guard isUsed, project["networks"]?["default"] == nil else { return }
    let network = SourcedValue.implied(.scalar(.null), by: project.origin)
    project.setDefaultMapping("networks")
    project.change("networks") { $0["default"] = network }
  }

  private func service(_ service: inout SourcedValue) {
    service.change("pull_policy") { policy in
      if policy.text == "if_not_present" { policy.content = .scalar(.string("missing")) }
    }
    service.change("build") { build in
      build.setDefault("context", .string("."))
      if build["dockerfile_inline"] == nil { build.setDefault("dockerfile", .string("Dockerfile")) }
      build.change("args") { InheritancePass(lookup: lookup).resolve(&$0, dropsUnset: true) }
    }
    service.change("environment") { InheritancePass(lookup: lookup).resolve(&$0) }
    service.change("volumes") { mounts in
      mounts.changeEach { mount in
        mount.change("target") { target in
          if let path = target.text { target.content = .scalar(.string(Mount.cleaned(path))) }
        }
      }
    }
    for need in Self.impliedNeeds(of: service) {
      service.setDefaultMapping("depends_on")
      service.change("depends_on") { needs in
        if needs[need.service] == nil { needs[need.service] = need.value }
      }
    }
    if let image = service["image"], image.text?.isEmpty == false {
      service.change("pre_start") { hooks in
        hooks.changeEach { hook in if hook["image"] == nil { hook["image"] = image } }
      }
    }
  }

  private func nameResource(_ resource: inout SourcedValue, _ key: String) {
    if resource.isNull { resource = SourcedValue([:], like: resource) }
    let isExternal = resource["external"]?.flag == true
    resource.setDefault("name", .string(isExternal ? key : "\(name)_\(key)"))
  }
}

extension NormalizationPass {
  /// A service that another one needs without saying so.
  struct ImpliedNeed {
    let service: String
    let value: SourcedValue
  }

  /// What links, shared namespaces and mounts of other services imply.
  static func impliedNeeds(of service: SourcedValue) -> [ImpliedNeed] {
    let links = (service["links"]?.items ?? []).compactMap { link in
      link.text.map { need(for: linked($0), at: link, restarts: true) }
    }
    let shared = ["network_mode", "ipc", "pid", "uts", "cgroup"].compactMap { key in
      service[key].flatMap { value in
        value.text.flatMap { $0.hasPrefix("service:") ? String($0.dropFirst("service:".count)) : nil }
          .map { need(for: $0, at: value, restarts: true) }
      }
    }
    let mounts = (service["volumes_from"]?.items ?? []).compactMap { source in
      source.text.flatMap { $0.hasPrefix("container:") ? nil : String($0.prefix { $0 != ":" }) }
        .map { need(for: $0, at: source, restarts: false) }
    }
    return links + shared + mounts
  }

  /// The service of `service:alias`.
  private static func linked(_ link: String) -> String {
    let parts = link.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[0]) : link
  }

  private static func need(for service: String, at place: SourcedValue, restarts: Bool) -> ImpliedNeed {
    let pairs: OrderedDictionary<String, SourcedValue> = [
      "condition": SourcedValue(.scalar(.string("service_started")), place.origin),
      "restart": SourcedValue(.scalar(.bool(restarts)), place.origin),
      "required": SourcedValue(.scalar(.bool(true)), place.origin),
    ]
    return ImpliedNeed(service: service, value: SourcedValue(.mapping(pairs), place.origin, key: place.origin))
  }
}

extension SourcedValue {
  /// An empty mapping under `key`, where there is nothing.
  mutating func setDefaultMapping(_ key: String) {
    if isMapping, self[key]?.isMapping != true { self[key] = SourcedValue(.mapping([:]), origin) }
  }
}
