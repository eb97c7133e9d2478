/// A file of known hosts as OpenSSH writes it.
struct KnownHosts {
  /// What the file says about a key.
  enum Judgement: Equatable {
    /// It has this key for this host.
    case known
    /// It has another key of the same kind for this host, in that line.
    case changed(line: Int)
    /// It says that nobody may trust this key, in that line.
    case revoked(line: Int)
    /// It doesn't have this host, or only keys of these other kinds.
    case unknown(otherKinds: [String])
  }

  private struct Entry {
    let line: Int
    let marker: Substring?
    let hosts: Substring
    let kind: Substring
    let key: [UInt8]
  }

  private let entries: [Entry]

  /// Reads a file; lines that OpenSSH wouldn't understand are passed over, as OpenSSH does.
  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline
    )
    entries = lines.enumerated().compactMap { index, line in
      var fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
      guard let first = fields.first, first.first != "#" else { return nil }
      let marker = first.first == "@" ? fields.removeFirst() : nil
      guard fields.count >= 3 else { return nil }
      let words = Array(fields)
      guard let key = Base64.decode(words[2]) else { return nil }
      return Entry(line: index + 1, marker: marker, hosts: words[0], kind: words[1], key: key)
    }
  }

  /// What the file says about `key` of the host `name`, which is `[host]:port` for a port other than 22.
  func judge(_ key: HostKey, of name: String) -> Judgement {
    let matching = entries.filter { Self.matches($0.hosts, name) }
    if let line = matching.first(where: { $0.marker == "@revoked" && $0.key == key.bytes })?.line {
      return .revoked(line: line)
    }
    let keys = matching.filter { $0.marker == nil }
    if keys.contains(where: { $0.key == key.bytes }) { return .known }
    if let other = keys.first(where: { $0.kind == key.kind }) { return .changed(line: other.line) }
    return .unknown(otherKinds: keys.map { String($0.kind) })
  }

  /// Whether a list of names and patterns, or one hashed name, stands for `name`.
  private static func matches(_ hosts: Substring, _ name: String) -> Bool {
    if hosts.hasPrefix("|1|") { return matchesHashed(hosts, name) }
    var found = false
    for pattern in hosts.split(separator: ",") {
      let refused = pattern.hasPrefix("!")
      let wanted = Array(pattern.drop { $0 == "!" }.lowercased().utf8)
      guard matches(wanted[...], Array(name.lowercased().utf8)[...]) else { continue }
      if refused { return false }
      found = true
    }
    return found
  }

  /// Whether the pattern, in which `*` and `?` stand for characters, fits the whole name.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (pattern, name) = (pattern, name)
    var retry: (pattern: ArraySlice<UInt8>, name: ArraySlice<UInt8>)?
    while true {
      if pattern.first == UInt8(ascii: "*") {
        pattern = pattern.dropFirst()
        retry = (pattern, name)
      } else if let next = name.first, pattern.first == next || pattern.first == UInt8(ascii: "?") {
        pattern = pattern.dropFirst()
        name = name.dropFirst()
      } else if pattern.isEmpty && name.isEmpty {
        return true
      } else if let last = retry, !last.name.isEmpty {
        retry = (last.pattern, last.name.dropFirst())
        (pattern, name) = (last.pattern, last.name.dropFirst())
      } else {
        return false
      }
    }
  }

  /// `|1|salt|hash`: the hash is HMAC-SHA1 of the name under the salt.
  private static func matchesHashed(_ hosts: Substring, _ name: String) -> Bool {
    let parts = hosts.split(separator: "|")
    guard parts.count == 3, let salt = Base64.decode(parts[1]), let hash = Base64.decode(parts[2]) else { return false }
    return SHA1.authenticate(Array(name.utf8), key: salt) == hash
  }
}
