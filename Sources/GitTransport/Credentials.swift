public import SourceDiagnostics

/// How this program proves who it is, and how it knows the server.
///
/// A server's host key is looked up in an OpenSSH `known_hosts` file; an unknown or a changed key ends the conversation
/// before anything is sent.
public enum Credentials: Sendable {
  /// Nothing is shown: local paths, `git://`, public `https://`.
  case none
  /// A private key on disk.
  case sshKey(path: String, passphrase: Secret<String>? = nil, knownHosts: String)
  /// The keys of a running SSH agent.
  case sshAgent(knownHosts: String)
  /// A token or password for `https://`.
  case token(username: String, Secret<String>)

  /// The file of known host keys, where the kind of credentials has one.
  var knownHosts: String? {
    switch self {
    case .none, .token: nil
    case .sshKey(_, _, let knownHosts), .sshAgent(let knownHosts): knownHosts
    }
  }
}
