import OrderedCollections

/// Pass 17: what is written and says no more than if it weren't is left out: `privileged: false`, `labels: {}`.
struct OmissionPass {
  func run(_ project: inout SourcedValue) {
    for kind in Self.resources.sorted() {
      project.change(kind) { resources in
        resources.changeEach { if $0.isNull { $0 = SourcedValue([:], like: $0) } }
      }
    }
    project.change("services") { services in
      services.changeEach { service in service.change("build") { $0.change("ssh", Self.shorten) } }
    }
    omit(from: &project, .object(Shape.project), "")
    project.setDefaultMapping("services")
  }

  /// Keys of SSH of which none has a path, as a list.
  private static func shorten(_ keys: inout SourcedValue) {
    guard !keys.pairs.isEmpty, keys.pairs.values.allSatisfy(\.isNull) else { return }
    keys.content = .sequence(keys.pairs.map { SourcedValue(.scalar(.string($0.key)), $0.value.key ?? $0.value.origin) })
  }

  private func omit(from value: inout SourcedValue, _ shape: Shape, _ name: String) {
    switch shape.fitting(value) {
    case .object(let shapes, _):
      for key in value.pairs.keys {
        guard let shape = shapes[key] else { continue }
        value.change(key) { omit(from: &$0, shape, key) }
        if let entry = value[key], Self.isRedundant(entry, shape, key, of: name) { value[key] = nil }
      }
    case .names(let shape), .list(let shape), .distinctList(let shape):
      value.changeEach { omit(from: &$0, shape, name) }
    default: break
    }
  }

  private static func isRedundant(_ value: SourcedValue, _ shape: Shape, _ key: String, of parent: String) -> Bool {
    switch value.content {
    case .scalar(.null): true
    case .scalar(.bool(let flag)):
      switch key {
      case "create_host_path": flag
      case "required": flag && parent == "env_file"
      default: !flag && !meaningful.contains(key)
      }
    case .scalar(.string("")) where key == "name" && resources.contains(parent): false
    // Left out, these would get a default when what is printed is loaded again.
    case .scalar(.string("")) where ["dockerfile", "dockerfile_inline", "network_mode"].contains(key): false
    case .scalar(.int(0)), .scalar(.float(0)), .scalar(.string("")):
      !meaningful.contains(key) && parent != "weight_device" && parent != "watch"
    case .scalar(.string("0")): shape.isAmountOfBytes && !parent.hasPrefix("device_")
    case .scalar(.string("0s")): parent == "update_config" || parent == "rollback_config"
    case .scalar: false
    case .sequence(let items): items.isEmpty && key != "command" && key != "entrypoint"
    case .mapping(let pairs):
      pairs.isEmpty && (!shape.isObject || ["exec", "ipam", "placement", "resources"].contains(key))
    }
  }

  private static let resources: Set<String> = ["networks", "volumes", "secrets", "configs"]

  /// What is false or zero where it is written, and something else where it isn't.
  private static let meaningful: Set<String> = [
    "attach", "enable_ipv4", "enable_ipv6", "hard", "init", "kind", "max_attempts", "parallelism", "replicas",
    "required", "retries", "scale", "soft", "value",
  ]
}

extension Shape {
  /// Whether it holds an amount of bytes.
  fileprivate var isAmountOfBytes: Bool {
    if case .value(_, .bytes) = self { true } else { false }
  }

  /// Whether a mapping that stands here has keys that Compose knows.
  fileprivate var isObject: Bool {
    switch self {
    case .object: true
    case .either(let shapes): shapes.contains(where: \.isObject)
    default: false
    }
  }
}
