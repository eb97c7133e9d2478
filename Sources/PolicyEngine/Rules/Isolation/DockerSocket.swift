import ComposeModel
import SourceDiagnostics

/// Whoever can talk to the Docker engine is root on the host.
struct DockerSocket: ServiceRule {
  let code: DiagnosticCode = .dockerSocket
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = """
    The engine starts any container with any rights for whoever reaches its socket. Mounting it read-only changes \
    nothing: that protects the file, not what is said through it.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    let name = service.name.quoted
    let mounted = state.project.hostPaths(of: service).compactMap { path -> Observation? in
      guard let socket = Self.socket(in: path.path) else { return nil }
      let way =
        socket == path.path ? "the socket of the Docker engine" : "\(path.path.quoted), and with it \(socket.quoted)"
      return observation("\(name) is given \(way), and so is root on the host", service, path.path, path.place, state)
    }
    guard service.attributes.at("use_api_socket") == .bool(true) else { return mounted }
    let place = YAMLPath(keys: "services", service.name, "use_api_socket")
    let message = "\(name) is given the socket of the Docker engine, and so is root on the host"
    return mounted + [observation(message, service, "use_api_socket", place, state)]
  }

  private func observation(
    _ message: String,
    _ service: Service,
    _ subject: String,
    _ place: YAMLPath,
    _ state: StackState
  ) -> Observation {
    Observation(
      message,
      of: state.stack,
      subject: "\(service.name) \(subject)",
      labels: state.project.labels(at: place),
      help: "put a socket proxy between that allows only what is needed"
    )
  }

  private static let sockets = ["docker.sock", "podman/podman.sock", "containerd/containerd.sock"].flatMap {
    ["/var/run/\($0)", "/run/\($0)"]
  }

  /// The socket that `path` is, or holds as a directory.
  static func socket(in path: String) -> String? {
    if path.hasSuffix("/docker.sock") { return path }
    return sockets.first { $0 == path || $0.hasPrefix(path == "/" ? path : path + "/") }
  }
}
