import OrderedCollections
import SourceDiagnostics

/// Pass 5: a later file over an earlier one, by the rules of the specification's chapter Merge.
struct MergingPass {
  /// `base` with `overlay` over it, both at `path`.
  func run(
    _ base: SourcedValue,
    _ overlay: SourcedValue,
    at path: [String] = [],
    _ context: inout LoadingContext
  ) -> SourcedValue {
    if base.isNull { return overlay }
    if overlay.directive == .override { return overlay.over(base) }
    let rule = Rule(at: path)
    if rule == .replace { return overlay.over(base) }
    if overlay.isNull, overlay.directive == nil { return base }
    let (base, overlay) = (rule.aligned(base), rule.aligned(overlay))
    switch (base.content, overlay.content) {
    case (.mapping, .mapping) where rule == .sameDriver && Self.haveTwoDrivers(base, overlay):
      return overlay.over(base)
    case (.mapping(var pairs), .mapping(let more)):
      for (key, value) in more {
        if value.directive == .reset {
          pairs[key] = nil
        } else {
          pairs[key] = pairs[key].map { run($0, value, at: path + [key], &context) } ?? value
        }
      }
      return SourcedValue(.mapping(pairs), overlay.origin, key: overlay.key ?? base.key)
    case (.sequence(let items), .sequence(let more)):
      let kept = more.filter { $0.directive != .reset }
      let all =
        switch rule {
        case .hosts: items + kept.filter { new in !items.contains { $0.text == new.text } }
        case .subnets: merged(items, kept, at: path, &context)
        default: items + kept
        }
      return SourcedValue(.sequence(all), overlay.origin, key: overlay.key ?? base.key)
    case (.scalar, _):
      return overlay.over(base)
    default:
      context.error(
        .unfitValue,
        "`\(YAMLPath(path.map { .key($0) }))` is \(overlay.kindName) over \(base.kindName)",
        [overlay.label(), base.label("what it would override")],
        help: "write both the same way, or `!override` before the later one"
      )
      return base
    }
  }

  private static func haveTwoDrivers(_ base: SourcedValue, _ overlay: SourcedValue) -> Bool {
    guard let old = base["driver"]?.text, let new = overlay["driver"]?.text else { return false }
    return old != new
  }

  /// Ranges of addresses, of which those with one subnet are one.
  private func merged(
    _ items: [SourcedValue],
    _ more: [SourcedValue],
    at path: [String],
    _ context: inout LoadingContext
  ) -> [SourcedValue] {
    var pools = items
    for pool in more {
      if let known = pools.firstIndex(where: { $0["subnet"]?.text == pool["subnet"]?.text }) {
        pools[known] = run(pools[known], pool, at: path + ["*"], &context)
      } else {
        pools.append(pool)
      }
    }
    return pools
  }
}

extension SourcedValue {
  /// Whether `!reset` stands anywhere in it.
  fileprivate var holdsReset: Bool {
    switch content {
    case .mapping(let pairs): pairs.values.contains { $0.directive == .reset || $0.holdsReset }
    case .sequence(let items): items.contains { $0.directive == .reset || $0.holdsReset }
    case .scalar: false
    }
  }

  /// Itself, with what it takes the place of in its trail.
  fileprivate func over(_ base: SourcedValue) -> SourcedValue {
    var out = self
    out.trail += [.init(kind: .overridden, place: base.origin)] + base.trail
    return out
  }
}

extension MergingPass {
  /// How two values of an attribute become one.
  private enum Rule {
    /// Mappings by their keys, lists one after the other, scalars the later one.
    case combine
    /// The later one, whatever it is.
    case replace
    /// As mappings, which may be written as lists of `KEY=value`.
    case keyed
    /// As mappings, which may be written as lists of names.
    case named
    /// As lists, of which one text is a list of one.
    case listed
    /// As a build, whose context alone is a text.
    case build
    /// Hosts with their addresses, each of them once.
    case hosts
    /// A logging driver's options, which mean nothing to another driver.
    case sameDriver
    /// Ranges of addresses, by their subnets.
    case subnets

    /// The rule for the attribute at `path`.
    init(at path: [String]) {
      switch (path.first, path.count) {
      case ("services", 3...): self = Self.rule(in: path[2...])
      case ("networks", 3), ("volumes", 3): self = path[2] == "labels" ? .keyed : .combine
      case ("networks", 4): self = path[2...] == ["ipam", "config"] ? .subnets : .combine
      default: self = .combine
      }
    }

    private static let ofService: [String: Rule] = [
      "annotations": .keyed, "build": .build, "command": .replace, "depends_on": .named, "dns": .listed,
      "dns_opt": .listed, "dns_search": .listed, "entrypoint": .replace, "env_file": .listed, "environment": .keyed,
      "extra_hosts": .hosts, "label_file": .listed, "labels": .keyed, "logging": .sameDriver, "models": .named,
      "networks": .named, "sysctls": .keyed, "tmpfs": .listed,
    ]
    private static let ofBuild: [String: Rule] = [
      "additional_contexts": .keyed, "args": .keyed, "extra_hosts": .hosts, "labels": .keyed,
    ]

    private static func rule(in path: ArraySlice<String>) -> Rule {
      let names = Array(path)
      switch names.count {
      case 1: return ofService[names[0]] ?? .combine
      case 2:
        return switch names[0] {
        case "build": ofBuild[names[1]] ?? .combine
        case "deploy": names[1] == "labels" ? .keyed : .combine
        case "healthcheck": names[1] == "test" ? .replace : .combine
        // The reference replaces a limit as a whole, also where both are mappings.
        case "ulimits": .replace
        default: .combine
        }
      default: return .combine
      }
    }

    /// `value` in the one form that the rule merges.
    func aligned(_ value: SourcedValue) -> SourcedValue {
      switch self {
      case .keyed: CanonicalForm.byKey(value)
      case .named: CanonicalForm.byName(value)
      case .listed: CanonicalForm.list(value)
      case .build: CanonicalForm.build(value)
      case .hosts: CanonicalForm.pairs(value)
      case .combine, .replace, .sameDriver, .subnets: value
      }
    }
  }
}

extension MergingPass {
  /// Takes from `model` what `overlay` resets or overrides.
  static func reset(_ model: inout SourcedValue, by overlay: SourcedValue) {
    for (key, value) in overlay.pairs {
      if value.directive != nil {
        if model[key] != nil { model[key] = nil }
      } else if value.isMapping {
        model.change(key) { reset(&$0, by: value) }
      }
    }
  }

  /// Drops what `!reset` takes away, where there is nothing below it any more.
  static func dropResets(in value: inout SourcedValue) {
    guard value.holdsReset else { return }
    switch value.content {
    case .mapping(let pairs): value.pairs = pairs.filter { $0.value.directive != .reset }
    case .sequence(let items): value.items = items.filter { $0.directive != .reset }
    case .scalar: break
    }
    value.changeEach(dropResets)
  }
}
