import ComposeModel
import OrderedCollections

extension ComposeProject {
  /// The paths of the repository that services of the stack at `directory` mount or are given as secrets and configs.
  func mountedPaths(from directory: RepositoryPath) -> Set<RepositoryPath> {
    Set(services.values.flatMap { mountedPaths(of: $0, from: directory) })
  }

  /// The services that are given one of the files in `changed`.
  ///
  /// A file is replaced, not written to, so a container that mounts it keeps seeing the old one until it's made anew.
  func services(using changed: Set<RepositoryPath>, from directory: RepositoryPath) -> [String] {
    services.values.filter { service in
      mountedPaths(of: service, from: directory).contains { mounted in changed.contains { $0.isInside(mounted) } }
    }
    .map(\.name)
  }

  private func mountedPaths(of service: Service, from directory: RepositoryPath) -> [RepositoryPath] {
    let mounts = service.volumes.filter { $0.kind == .bind }.compactMap(\.source)
    let files = service.secrets.map { secrets[$0]?.file } + service.configs.map { configs[$0]?.file }
    return (mounts + files.compactMap { $0 })
      .filter { !$0.hasPrefix("/") && !$0.hasPrefix("~") }
      .compactMap { try? directory.joining(relative: $0) }
  }
}
