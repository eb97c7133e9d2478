import OrderedCollections

/// What stands behind a mount.
enum Storage: Hashable {
  /// A volume, by the name that the Docker engine knows it by.
  case volume(String)
  /// A directory or file of the host.
  case directory(String)
  /// Nothing that another container would find again.
  case passing

  /// How messages name it.
  var words: String {
    switch self {
    case .volume(let name): "the volume \(name.quoted)"
    case .directory(let path): path.quoted
    case .passing: "storage that is lost with the container"
    }
  }
}

/// A mount of one service.
struct StorageMount {
  let service: String
  let storage: Storage
  let target: String
  let isReadOnly: Bool
  let path: YAMLPath

  /// Whether losing sight of what is mounted could mean losing data.
  var holdsData: Bool {
    guard !isReadOnly else { return false }
    guard case .directory(let path) = storage else { return storage != .passing }
    return !Self.systemDirectories.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  private static let systemDirectories = [
    "/dev", "/proc", "/sys", "/run", "/var/run", "/tmp", "/etc", "/lib/modules", "/usr",
  ]
}

extension ComposeProject {
  /// The engine's names of the volumes, by their keys.
  var volumeNames: [String: String] {
    let volumes = attributes.at("volumes")?.pairs ?? [:]
    return Dictionary(
      uniqueKeysWithValues: volumes.map { key, volume in
        let isExternal = volume.at("external") == .bool(true)
        return (key, volume.at("name")?.word ?? (isExternal ? key : "\(name)_\(key)"))
      }
    )
  }

  /// All that the services mount, in the order of the file.
  func mounts() -> [StorageMount] {
    let names = volumeNames
    return (attributes.at("services")?.pairs ?? [:]).flatMap { service, attributes in
      let list = YAMLPath(keys: "services", service, "volumes")
      return (attributes.at("volumes")?.items ?? []).enumerated().compactMap { index, mount -> StorageMount? in
        guard let target = mount.at("target")?.word else { return nil }
        let source = mount.at("source")?.word
        let storage: Storage =
          switch (mount.at("type")?.word, source) {
          case ("volume", let source?): .volume(names[source] ?? source)
          case ("bind", let source?): .directory(source.cleanedPath)
          default: .passing
          }
        let isReadOnly = mount.at("read_only") == .bool(true)
        return StorageMount(
          service: service,
          storage: storage,
          target: target,
          isReadOnly: isReadOnly,
          path: list.appending(index: index)
        )
      }
    }
  }
}
