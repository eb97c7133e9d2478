import OrderedCollections

/// Relative paths of a file in another directory, written as they are seen from the project's directory.
struct Rebasing {
  private let prefix: String

  /// From paths relative to `source` to paths relative to `target`; nil when they are the same.
  init?(from source: RepositoryPath, to target: RepositoryPath) {
    guard source != target else { return nil }
    let (old, new) = (source.components, target.components)
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: new.count - shared) + old[shared...]
    prefix = steps.joined(separator: "/")
  }

  /// A whole project with its paths rewritten.
  func run(_ project: SourcedValue) -> SourcedValue {
    var out = project
    if let services = project["services"], services.isMapping {
      out["services"]?.pairs = services.pairs.mapValues(service)
    }
    for kind in ["secrets", "configs"] {
      guard let resources = project[kind], resources.isMapping else { continue }
      out[kind]?.pairs = resources.pairs.mapValues { changing($0, "file", path) }
    }
    if let volumes = project["volumes"], volumes.isMapping { out["volumes"]?.pairs = volumes.pairs.mapValues(volume) }
    return out
  }

  /// One service with its paths rewritten.
  func service(_ service: SourcedValue) -> SourcedValue {
    var out = changing(service, "build", build)
    out = changing(out, "env_file") { each($0) { $0.isMapping ? changing($0, "path", path) : path($0) } }
    out = changing(out, "label_file") { each($0, path) }
    out = changing(out, "volumes") { each($0, mount) }
    out = changing(out, "credential_spec") { changing($0, "file", path) }
    return changing(out, "develop") { changing($0, "watch") { each($0) { changing($0, "path", path) } } }
  }

  private func build(_ build: SourcedValue) -> SourcedValue {
    guard build.isMapping else { return path(build) }
    var out = build
    if build["context"] == nil { out["context"] = SourcedValue(.scalar(.string(".")), build.origin) }
    out = changing(out, "context", path)
    return changing(out, "additional_contexts") { contexts in
      changing(CanonicalForm.byKey(contexts)) { $0.mapValues(path) }
    }
  }

  private func mount(_ mount: SourcedValue) -> SourcedValue {
    if let text = mount.text {
      return text.hasPrefix(".") && text.contains(":") ? SourcedValue(rewritten(text), like: mount) : mount
    }
    return mount["type"]?.text == "bind" ? changing(mount, "source", path) : mount
  }

  /// A volume that is bound to a directory.
  private func volume(_ volume: SourcedValue) -> SourcedValue {
    changing(volume, "driver_opts") { options in
      options["o"]?.text?.contains("bind") == true ? changing(options, "device", path) : options
    }
  }

  private func path(_ value: SourcedValue) -> SourcedValue {
    guard let text = value.text, !text.isEmpty, !text.hasPrefix("/"), !text.hasPrefix("~"), !Self.isElsewhere(text)
    else { return value }
    var out = value
    out.content = .scalar(.string(rewritten(text)))
    return out
  }

  /// `./conf` as `./sub/conf`, `../x` as `./x`.
  private func rewritten(_ path: String) -> String {
    let split = path.firstIndex(of: ":") ?? path.endIndex
    let cleaned = Mount.cleaned("\(prefix)/\(path[..<split])")
    let isMarked = cleaned == "." || cleaned == ".." || cleaned.hasPrefix("../")
    return (isMarked ? cleaned : "./\(cleaned)") + path[split...]
  }

  /// Whether it is an address, a service or an image.
  static func isElsewhere(_ path: String) -> Bool {
    path.contains("://") || path.hasPrefix("git@") || path.hasPrefix("github.com/") || path.hasPrefix("service:")
  }

  private func changing(
    _ mapping: SourcedValue,
    _ key: String,
    _ change: (SourcedValue) -> SourcedValue
  ) -> SourcedValue {
    guard mapping.isMapping, let value = mapping[key] else { return mapping }
    var out = mapping
    out[key] = change(value)
    return out
  }

  private func changing(
    _ mapping: SourcedValue,
    _ change: (OrderedDictionary<String, SourcedValue>) -> OrderedDictionary<String, SourcedValue>
  ) -> SourcedValue {
    guard mapping.isMapping else { return mapping }
    var out = mapping
    out.pairs = change(mapping.pairs)
    return out
  }

  private func each(_ value: SourcedValue, _ change: (SourcedValue) -> SourcedValue) -> SourcedValue {
    guard value.isSequence else { return value.isNull || value.isMapping ? value : change(value) }
    var out = value
    out.items = value.items.map(change)
    return out
  }
}
