import GitKit

/// An address of a repository, taken apart far enough to know what kind it is.
struct RemoteAddress: Sendable, Hashable {
  /// How the repository is reached.
  enum Kind: Sendable, Hashable {
    case local
    case git
    case ssh
    case http
    case https
  }

  let text: String
  let kind: Kind
  let user: String?
  let host: String
  let port: Int?

  /// Takes apart an address that `git` would take: a path, `file://`, `git://`, `ssh://`, `host:path`, `https://`.
  init(_ text: String) throws(GitError) {
    let operation = "use an address of a repository"
    guard !text.isEmpty, text.utf8.count <= 4_096, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else {
      throw GitError(code: .malformed, operation: operation, reason: "it's empty, too long or holds control characters")
    }
    self.text = text
    guard let separator = text.firstRange(of: "://") else {
      (kind, user, host) = Self.withoutScheme(text)
      port = nil
      return
    }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard let kind = Self.kinds[scheme] else {
      throw GitError(
        code: .malformed,
        operation: operation,
        reason: "`\(GitError.oneLine(scheme, limit: 20))://` isn't a way to reach a repository",
        help: "use ssh://, https://, git:// or a path"
      )
    }
    self.kind = kind
    let authority = text[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let parts = Self.parts(authority)
    if parts.hasPassword {
      throw GitError(
        code: .malformed,
        operation: operation,
        reason: "the address to \(parts.host) holds a password, which would show up in logs",
        help: "take it out of the address and give it as a token"
      )
    }
    (user, host, port) = (parts.user, parts.host, parts.port)
  }

  /// The name under which OpenSSH knows the host: `[host]:port` when the port isn't 22.
  var knownHostName: String {
    guard let port, port != 22 else { return host }
    return "[\(host)]:\(port)"
  }

  /// Whether the server is this machine itself.
  var isLoopback: Bool { ["localhost", "127.0.0.1", "::1"].contains(host) }

  private static let kinds: [String: Kind] = [
    "file": .local, "git": .git, "ssh": .ssh, "git+ssh": .ssh, "ssh+git": .ssh, "http": .http, "https": .https,
  ]

  /// `user@host:path` when a colon stands before the first slash, else a path.
  private static func withoutScheme(_ text: String) -> (Kind, String?, String) {
    let head = text.prefix { $0 != "/" }
    guard let colon = head.firstIndex(of: ":") else { return (.local, nil, "") }
    let parts = parts(head[..<colon])
    return (.ssh, parts.user, parts.host)
  }

  private static func parts(_ authority: Substring) -> (user: String?, hasPassword: Bool, host: String, port: Int?) {
    let at = authority.lastIndex(of: "@")
    let login = at.map { authority[..<$0] }
    let place = at.map { authority[authority.index(after: $0)...] } ?? authority
    let user = login.map { String($0.prefix { $0 != ":" }) }
    var host = place
    var port: Int?
    if place.first == "[", let end = place.firstIndex(of: "]") {
      host = place[place.index(after: place.startIndex)..<end]
      port = Int(place[end...].drop { $0 == "]" || $0 == ":" })
    } else if let colon = place.lastIndex(of: ":") {
      host = place[..<colon]
      port = Int(place[place.index(after: colon)...])
    }
    return (user, login?.contains(":") == true, host.lowercased(), port)
  }
}
