import OrderedCollections
import SourceDiagnostics

/// Pass 4: a later file over an earlier one, by the rules of the specification's chapter Merge.
struct MergingPass {
  /// `base` with `overlay` over it.
  func run(_ base: SourcedValue, _ overlay: SourcedValue, at path: [String] = []) -> SourcedValue {
    if overlay.directive == .override || base.isNull { return overlay }
    if overlay.isNull, overlay.directive == nil { return base }
    if Self.replaces(path) { return overlay }
    let (base, overlay) = Self.aligned(base, overlay, at: path)
    switch (base.content, overlay.content) {
    case (.mapping(var pairs), .mapping(let more)):
      if path.last == "logging", let old = base["driver"]?.text, let new = overlay["driver"]?.text, old != new {
        return overlay
      }
      for (key, value) in more {
        if value.directive == .reset {
          pairs[key] = nil
        } else {
          pairs[key] = pairs[key].map { run($0, value, at: path + [key]) } ?? value
        }
      }
      return SourcedValue(.mapping(pairs), overlay.origin, key: overlay.key ?? base.key)
    case (.sequence(let items), .sequence(let more)):
      let kept = more.filter { $0.directive != .reset }
      return SourcedValue(.sequence(items + kept), overlay.origin, key: overlay.key ?? base.key)
    default:
      return overlay
    }
  }

  /// `value` without what `!reset` takes away, where there is nothing below it any more.
  static func withoutResets(_ value: SourcedValue) -> SourcedValue {
    var out = value
    switch value.content {
    case .mapping(let pairs):
      out.content = .mapping(pairs.filter { $0.value.directive != .reset }.mapValues(withoutResets))
    case .sequence(let items):
      out.content = .sequence(items.filter { $0.directive != .reset }.map(withoutResets))
    case .scalar: break
    }
    return out
  }

  /// Lists that are one value and not a collection of many.
  private static func replaces(_ path: [String]) -> Bool {
    guard path.first == "services", path.count >= 3 else { return false }
    return switch path.count {
    case 3: path[2] == "command" || path[2] == "entrypoint"
    default: path[2...] == ["healthcheck", "test"]
    }
  }

  /// Both sides in the same form where one may be written in several.
  private static func aligned(
    _ base: SourcedValue,
    _ overlay: SourcedValue,
    at path: [String]
  ) -> (SourcedValue, SourcedValue) {
    guard let name = path.last, path.first == "services" || CanonicalForm.keyed.contains(name) else {
      return (base, overlay)
    }
    if CanonicalForm.keyed.contains(name) { return (CanonicalForm.byKey(base), CanonicalForm.byKey(overlay)) }
    if path.count == 3 {
      switch name {
      case "depends_on", "networks", "models":
        return (CanonicalForm.byName(base), CanonicalForm.byName(overlay))
      case "build": return (CanonicalForm.build(base), CanonicalForm.build(overlay))
      case "env_file", "label_file", "dns", "dns_search", "dns_opt", "tmpfs":
        return (CanonicalForm.list(base), CanonicalForm.list(overlay))
      default: break
      }
    }
    return (base, overlay)
  }
}
