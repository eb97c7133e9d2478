/// How the items of a list are recognised in another version of it.
enum ListIdentity {
  /// By their places: the list is one value.
  case order
  /// By themselves, whatever their order.
  case value
  /// By the first of these keys that an item has.
  case key([String])
  /// By how a port is published, or else by the container's port alone.
  case port

  /// How items are recognised in the list at `attribute`, the keys below a service or resource.
  init(at attribute: [String]) {
    self =
      switch attribute.first {
      case "ports" where attribute.count == 1: .port
      case "volumes" where attribute.count == 1: .key(["target"])
      case "devices" where attribute.count == 1: .key(["target", "source"])
      case "secrets", "configs": attribute.count == 1 ? .key(["target", "source"]) : .order
      case "env_file": .key(["path"])
      case "build" where attribute.count == 2: Self.sets.contains(attribute[1]) ? .value : .order
      case "networks" where attribute.last == "aliases" || attribute.last == "link_local_ips": .value
      case let first? where attribute.count == 1 && Self.sets.contains(first): .value
      default: .order
      }
  }

  /// The lists whose order means nothing.
  private static let sets: Set<String> = [
    "cap_add", "cap_drop", "security_opt", "profiles", "expose", "extra_hosts", "group_add", "device_cgroup_rules",
    "tmpfs", "links", "external_links", "volumes_from", "dns_opt", "tags", "platforms",
  ]

  /// The mappings whose keys are compared one by one even where the whole mapping comes or goes.
  static let keyed: Set<String> = [
    "environment", "labels", "annotations", "sysctls", "args", "networks", "depends_on", "driver_opts",
  ]

  /// What an item is recognised by, the surest first; items that share nothing of it are different things.
  func identities(of item: YAMLValue) -> [[String?]] {
    switch self {
    case .order: []
    case .value: [[item.line]]
    case .key(let names): [[names.lazy.compactMap { item.at($0)?.word }.first ?? item.line]]
    case .port:
      [
        [item.at("host_ip")?.word, item.at("published")?.word, item.at("target")?.word, item.at("protocol")?.word],
        [item.at("target")?.word ?? item.line, item.at("protocol")?.word],
      ]
    }
  }
}
