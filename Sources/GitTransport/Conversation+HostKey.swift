import CLibGit2
import GitKit

extension Conversation {
  /// Decides whether the server is who we know it to be: 0, or a status that ends the conversation.
  ///
  /// A certificate of HTTPS stays with libgit2, which checks it against those the system trusts. An SSH host key is
  /// looked up here, because libgit2 alone doesn't know the file of known hosts that we were given.
  func judge(_ certificate: UnsafeMutablePointer<git_cert>?) -> Int32 {
    signs.beat()
    guard let certificate = unsafe certificate else { return stop(.untrustedServer, "the server showed no key") }
    guard unsafe certificate.pointee.cert_type == GIT_CERT_HOSTKEY_LIBSSH2 else { return GIT_PASSTHROUGH.rawValue }
    // Of this type, the certificate is the first member of the larger structure; it's lent for this call.
    let shown = unsafe UnsafeRawPointer(certificate).assumingMemoryBound(to: git_cert_hostkey.self)
    guard let key = unsafe HostKey(borrowing: shown) else {
      return stop(.untrustedServer, "the server's key is of a kind that we can't read")
    }
    return judge(key)
  }

  private func judge(_ key: HostKey) -> Int32 {
    let host = remote.address.knownHostName
    guard let file = remote.credentials.knownHosts else {
      return stop(.untrustedServer, "no file of known hosts was given", "give credentials for SSH")
    }
    switch KnownHosts(SmallFile.bytes(at: file, limit: 4 << 20) ?? []).judge(key, of: host) {
    case .known: return 0
    case .revoked(let line):
      return stop(.untrustedServer, "line \(line) of \(file) revokes the host key of \(host), \(key)", "ask its keeper")
    case .changed(let line):
      return stop(
        .untrustedServer,
        "the host key of \(host) is now \(key), and line \(line) of \(file) has another",
        "ask its keeper for the fingerprint; only if it's this one, replace that line"
      )
    case .unknown(let others):
      let kinds = others.isEmpty ? "" : " (known of it: \(others.joined(separator: ", ")))"
      return stop(
        .untrustedServer,
        "the host key of \(host) isn't in \(file): it's \(key)\(kinds)",
        "ask its keeper for the fingerprint; if it's this one, add the line that \(scan(key)) prints"
      )
    }
  }

  private func scan(_ key: HostKey) -> String {
    let port = remote.address.port.map { "-p \($0) " } ?? ""
    let kind = key.kind.hasPrefix("ecdsa") ? "ecdsa" : key.kind.replacing("ssh-", with: "")
    return "`ssh-keyscan -t \(kind) \(port)\(remote.address.host)`"
  }
}
