import ComposeModel
import SourceDiagnostics

/// A directory of the host that belongs to the system, not to a service.
///
/// A directory that holds the engine's socket is told by ``DockerSocket`` and not here again.
struct SensitiveHostPath: ServiceRule {
  let code: DiagnosticCode = .sensitiveHostPath
  let levels = LevelByRole(agent: .deny, person: .warn)
  let rationale = """
    Whoever writes to the system's directories becomes root on the host with the next job, login or start. Reading them \
    gives away keys and passwords.
    """

  func observations(of service: Service, in state: StackState) -> [Observation] {
    state.project.hostPaths(of: service).filter { Self.isSensitive($0.path) }.map { path in
      let way = path.isReadOnly ? "may read" : "may write to"
      return Observation(
        "\(service.name.quoted) \(way) \(path.path.quoted) of the host",
        of: state.stack,
        subject: "\(service.name) \(path.path) \(way)",
        labels: state.project.labels(at: path.place),
        help: "mount only the file or directory that is needed" + (path.isReadOnly ? "" : ", read-only if it can be"),
        ceiling: path.isReadOnly ? .approval : .deny
      )
    }
  }

  /// Whether a path is one of the system's: a whole directory of it, or something in it that decides who is root; what
  /// holds the engine's socket isn't meant.
  static func isSensitive(_ path: String) -> Bool {
    DockerSocket.socket(in: path) == nil
      && (whole.contains(path) || parts.contains { path == $0 || path.hasPrefix($0 + "/") })
  }

  /// What must not be given as a whole, while parts of it often may.
  private static let whole: Set<String> = [
    "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/proc", "/root", "/sbin", "/sys", "/usr", "/usr/bin",
    "/usr/lib", "/usr/local/bin", "/usr/sbin", "/var/lib", "/var/log",
  ]

  /// What must not be given even in part.
  private static let parts = [
    "/boot", "/etc/cron.d", "/etc/cron.daily", "/etc/crontab", "/etc/docker", "/etc/kubernetes", "/etc/ld.so.preload",
    "/etc/pam.d", "/etc/passwd", "/etc/shadow", "/etc/ssh", "/etc/sudoers", "/etc/sudoers.d", "/etc/systemd",
    "/proc/sys", "/root/.ssh", "/sys/fs/cgroup", "/sys/kernel", "/var/lib/docker", "/var/spool/cron",
  ]
}
