import CLibGit2

/// The public key by which an SSH server identifies itself.
struct HostKey: Sendable, Hashable, CustomStringConvertible {
  /// The key as SSH sends it, its kind first.
  let bytes: [UInt8]
  /// OpenSSH's notation: `SHA256:` and base64.
  let fingerprint: String

  init(bytes: [UInt8], sha256: [UInt8]) {
    self.bytes = bytes
    fingerprint = "SHA256:" + Base64.encode(sha256).filter { $0 != "=" }
  }

  /// Copies what libgit2 lends; nil unless it lends both the whole key and its hash.
  init?(borrowing raw: UnsafePointer<git_cert_hostkey>) {
    let key = unsafe raw.pointee
    let needed = GIT_CERT_SSH_RAW.rawValue | GIT_CERT_SSH_SHA256.rawValue
    guard unsafe key.type.rawValue & needed == needed, let start = unsafe key.hostkey else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: min(key.hostkey_len, 64 << 10))
    var sha256 = unsafe key.hash_sha256
    unsafe self.init(bytes: Array(bytes), sha256: withUnsafeBytes(of: &sha256) { unsafe Array($0) })
  }

  /// The kind that the key itself names, such as `ssh-ed25519`.
  var kind: String {
    guard bytes.count >= 4 else { return "" }
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - 4 else { return "" }
    return String(decoding: bytes[4..<4 + length], as: UTF8.self)
  }

  var description: String { "\(kind) \(fingerprint)" }
}
