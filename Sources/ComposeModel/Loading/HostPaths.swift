import OrderedCollections

/// The places of a canonical project that hold paths of the host, and what becomes of them.
struct HostPaths {
  /// What stands at a place.
  enum Kind {
    /// Where an image is built from, which may also be an address or another service.
    case context
    /// A file or directory.
    case file
    /// A file or directory, which may be on Windows.
    case mounted
  }

  /// What a path becomes; nil when it stays as it is.
  let rewritten: (String, Kind) -> String?

  /// Rewrites the paths of a whole project.
  func rewrite(_ project: inout SourcedValue) {
    project.change("services") { $0.changeEach(rewrite(service:)) }
    for kind in ["secrets", "configs"] {
      project.change(kind) { resources in resources.changeEach { $0.change("file") { path(&$0, .mounted) } } }
    }
    project.change("volumes") { $0.changeEach(volume) }
  }

  /// Rewrites the paths of one service.
  func rewrite(service: inout SourcedValue) {
    service.change("build") { build in
      build.change("context") { path(&$0, .context) }
      build.change("additional_contexts") { contexts in contexts.changeEach { path(&$0, .context) } }
      build.change("ssh") { keys in keys.changeEach { path(&$0, .mounted) } }
    }
    service.change("env_file") { files in files.changeEach { $0.change("path") { path(&$0, .file) } } }
    service.change("label_file") { files in files.changeEach { path(&$0, .file) } }
    service.change("extends") { $0.change("file") { path(&$0, .file) } }
    service.change("volumes") { mounts in
      mounts.changeEach { mount in
        if mount["type"]?.text == "bind" { mount.change("source") { path(&$0, .mounted) } }
      }
    }
    service.change("develop") { development in
      development.change("watch") { watches in watches.changeEach { $0.change("path") { path(&$0, .file) } } }
    }
  }

  /// A volume that is a directory of the host.
  private func volume(_ volume: inout SourcedValue) {
    guard volume["driver"]?.text == "local", volume["driver_opts"]?["o"]?.text == "bind" else { return }
    volume.change("driver_opts") { $0.change("device") { path(&$0, .mounted) } }
  }

  private func path(_ value: inout SourcedValue, _ kind: Kind) {
    guard case .scalar(.string(let text)) = value.content, let path = rewritten(text, kind) else { return }
    value.content = .scalar(.string(path))
  }
}

extension HostPaths {
  /// Paths that are relative to `source`, as they are seen from `target`; nil when that is the same.
  static func rebasing(from source: RepositoryPath, to target: RepositoryPath) -> HostPaths? {
    guard source != target else { return nil }
    let (old, new) = (source.components, target.components)
    let shared = zip(old, new).prefix { $0 == $1 }.count
    let prefix = (Array(repeating: "..", count: new.count - shared) + old[shared...]).joined(separator: "/")
    return HostPaths { path, kind in
      guard isRelative(path, kind), !path.hasPrefix("~") else { return nil }
      let cleaned = Mount.cleaned("\(prefix)/\(path)")
      let isMarked = cleaned == "." || cleaned == ".." || cleaned.hasPrefix("../")
      return isMarked ? cleaned : "./\(cleaned)"
    }
  }

  /// Paths from the root of the file system, for a project in `directory`; `~` stands for `home`, nil leaves it.
  static func absolute(directory: String, home: String?) -> HostPaths {
    HostPaths { path, kind in
      if path.hasPrefix("~") { return home.map { Mount.cleaned("\($0)/\(path.dropFirst())") } }
      return isRelative(path, kind) ? Mount.cleaned("\(directory)/\(path)") : nil
    }
  }

  private static func isRelative(_ path: String, _ kind: Kind) -> Bool {
    if path.isEmpty { return kind == .mounted }
    guard !path.hasPrefix("/") else { return false }
    return switch kind {
    case .context: !isElsewhere(path)
    case .file: true
    case .mounted: !isOfWindows(path)
    }
  }

  /// Whether it is an address, a service or an image.
  static func isElsewhere(_ path: String) -> Bool {
    path.contains("://") || path.hasPrefix("git@") || path.hasPrefix("github.com/") || path.hasPrefix("service:")
  }

  /// Whether it is an absolute path of Windows: `C:\data`, `\\server\share`.
  private static func isOfWindows(_ path: String) -> Bool {
    let start = Array(path.utf8.prefix(3))
    guard start.count > 1 else { return false }
    let isSeparator = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    return isSeparator(start[0]) && isSeparator(start[1])
      || start.count == 3 && start[1] == UInt8(ascii: ":") && isSeparator(start[2])
  }
}
