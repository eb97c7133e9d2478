import ComposeModel
import OrderedCollections

/// A path of the host that a service is given.
struct HostPath: Hashable {
  /// The path, without `.` and `..`.
  let path: String
  /// Whether the service can only read it.
  let isReadOnly: Bool
  /// Where the service is given it.
  let place: YAMLPath
}

extension ComposeProject {
  /// Every path of the host that a service is given: by a mount, by a volume that stands for a directory, or as the file
  /// of a secret or config.
  func hostPaths(of service: Service) -> [HostPath] {
    let place = YAMLPath(keys: "services", service.name)
    let mounts = service.volumes.enumerated().compactMap { index, mount -> HostPath? in
      let source = mount.kind == .volume ? mount.source.flatMap(device) : mount.kind == .bind ? mount.source : nil
      let item = place.appending(key: "volumes").appending(index: index)
      return source.map { HostPath(path: $0.cleanedPath, isReadOnly: mount.isReadOnly, place: item) }
    }
    let files = [("secrets", secrets), ("configs", configs)].flatMap { kind, resources in
      (service.attributes.at(kind)?.items ?? []).enumerated().compactMap { index, item -> HostPath? in
        guard let file = item.at("source")?.word.flatMap({ resources[$0]?.file }) else { return nil }
        let item = place.appending(key: kind).appending(index: index)
        return HostPath(path: file.cleanedPath, isReadOnly: true, place: item)
      }
    }
    return mounts + files
  }

  /// The directory that a volume of the local driver stands for.
  private func device(of volume: String) -> String? {
    attributes.at("volumes")?.at(volume)?.at("driver_opts")?.at("device")?.word
  }
}
