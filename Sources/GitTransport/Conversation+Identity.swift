import CLibGit2
import GitKit
import SourceDiagnostics

extension Conversation {
  /// Answers the server's question who we are: once for the name and once for the proof, because a server that
  /// refuses asks again for ever.
  func credential(
    _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>?,
    _ named: String?,
    _ allowed: UInt32
  ) -> Int32 {
    signs.beat()
    let user = named ?? remote.address.user ?? "git"
    if allowed & GIT_CREDENTIAL_USERNAME.rawValue != 0, !isNamed {
      isNamed = true
      return unsafe git_credential_username_new(out, user)
    }
    if hasProved { return refused(user) }
    hasProved = true
    switch remote.credentials {
    case .none:
      return stop(.authentication, "the server wants to know who we are", "give a key or a token")
    case .sshKey(let path, let passphrase, _):
      guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else { return wrongKind("an SSH key") }
      guard SmallFile.bytes(at: path) != nil else {
        return stop(
          .authentication,
          "there is no readable key at \(path)",
          "name a private key that this user can read"
        )
      }
      guard let passphrase else { return unsafe git_credential_ssh_key_new(out, user, nil, path, nil) }
      // libgit2 keeps a copy of its own, which it clears.
      return passphrase.reveal { unsafe git_credential_ssh_key_new(out, user, nil, path, $0) }
    case .sshAgent:
      guard allowed & GIT_CREDENTIAL_SSH_KEY.rawValue != 0 else { return wrongKind("an SSH key") }
      return unsafe git_credential_ssh_key_from_agent(out, user)
    case .token(let username, let token):
      guard allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue != 0 else { return wrongKind("a token") }
      return token.reveal { unsafe git_credential_userpass_plaintext_new(out, username, $0) }
    }
  }

  private func wrongKind(_ ours: String) -> Int32 {
    stop(.authentication, "the server doesn't take \(ours)", "give the kind of credentials that the server takes")
  }

  private func refused(_ user: String) -> Int32 {
    switch remote.credentials {
    case .none, .sshAgent:
      return stop(.authentication, "the server knows none of the agent's keys for \(user)", "add one with ssh-add")
    case .token(let username, _):
      return stop(.authentication, "the server refused the token of \(username)", "check that it hasn't expired")
    case .sshKey(let path, _, _) where SSHKeyFile.isRSA(path):
      return stop(
        .authentication,
        "the server refused the RSA key \(path) for \(user): many servers no longer take the kind of signature we make",
        "make another key with ssh-keygen -t ed25519 and let the server know it"
      )
    case .sshKey(let path, _, _):
      return stop(
        .authentication,
        "the server refused the key \(path) for \(user)",
        "add \(path).pub to the keys that the server knows"
      )
    }
  }
}
