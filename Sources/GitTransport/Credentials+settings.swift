import SourceDiagnostics

extension Credentials {
  /// The credentials that a program was told: a key's path, a token, an SSH agent, or none.
  ///
  /// - Parameter setting: Answers `git.ssh-key`, `git.ssh-agent`, `git.known-hosts`, `git.user` and `git.token`.
  public init(_ setting: (String) -> String?) {
    let knownHosts = setting("git.known-hosts") ?? "/etc/ssh/ssh_known_hosts"
    if let key = setting("git.ssh-key") {
      self = .sshKey(path: key, knownHosts: knownHosts)
    } else if let token = setting("git.token") {
      self = .token(username: setting("git.user") ?? "longshore", Secret(token))
    } else if setting("git.ssh-agent") != nil {
      self = .sshAgent(knownHosts: knownHosts)
    } else {
      self = .none
    }
  }
}
