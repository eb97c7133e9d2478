/// What a file with a private key of SSH tells without being decrypted.
enum SSHKeyFile {
  /// Whether the key at `path` is an RSA key: the OpenSSH form names its kind in clear, the older form in its first line.
  static func isRSA(_ path: String) -> Bool {
    guard let bytes = SmallFile.bytes(at: path) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains("-----BEGIN RSA PRIVATE KEY-----") { return true }
    let body = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }.joined()
    guard let key = Base64.decode(body) else { return false }
    return key.prefix(256).firstRange(of: Array("ssh-rsa".utf8)) != nil
  }
}
