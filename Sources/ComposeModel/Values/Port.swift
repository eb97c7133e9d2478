/// A port of a container that is reachable from elsewhere.
public struct Port: Sendable, Hashable, Codable {
  /// The address of the host it is bound to; nil for all.
  public var hostIP: String?
  /// The port of the host, or a range such as `8000-8010`; nil when the engine chooses.
  public var published: String?
  /// The port of the container.
  public var target: Int
  /// `tcp`, `udp` or `sctp`.
  public var `protocol`: String
  /// `ingress` or `host`.
  public var mode: String

  /// Describes a port.
  public init(
    hostIP: String? = nil,
    published: String? = nil,
    target: Int,
    protocol: String = "tcp",
    mode: String = "ingress"
  ) {
    self.hostIP = hostIP
    self.published = published
    self.target = target
    self.protocol = `protocol`
    self.mode = mode
  }
}

extension Port {
  /// Reads the short syntax: `[[ip:][published]:]target[/protocol]`, where ports may be ranges.
  ///
  /// Ranges of the same length are paired; a longer range of the host for one target stays a range.
  ///
  /// - Throws: ``ValueError`` when `text` isn't a port mapping.
  public static func ports(parsing text: String) throws(ValueError) -> [Port] {
    func refuse(_ reason: String) -> ValueError { ValueError("`\(text)` isn't a port mapping: \(reason)") }
    var rest = Substring(text)
    var transport = "tcp"
    if let slash = rest.lastIndex(of: "/") {
      transport = rest[rest.index(after: slash)...].lowercased()
      rest = rest[..<slash]
    }
    guard ["tcp", "udp", "sctp"].contains(transport) else { throw refuse("the protocol is tcp, udp or sctp") }
    let (address, host, container) = split(rest)
    if let address, !isAddress(address) { throw refuse("`\(address)` isn't an IP address") }
    guard let targets = range(container) else { throw refuse("`\(container)` isn't a port between 1 and 65535") }
    guard let host, !host.isEmpty else {
      return targets.map { Port(hostIP: address, target: $0, protocol: transport) }
    }
    guard let published = range(host) else { throw refuse("`\(host)` isn't a port between 1 and 65535") }
    if published.count == targets.count {
      return zip(published, targets).map { Port(hostIP: address, published: "\($0)", target: $1, protocol: transport) }
    }
    guard targets.count == 1 else { throw refuse("the two ranges have different lengths") }
    return [Port(hostIP: address, published: String(host), target: targets.lowerBound, protocol: transport)]
  }

  private static func split(_ text: Substring) -> (address: String?, host: Substring?, container: Substring) {
    guard let last = text.lastIndex(of: ":") else { return (nil, nil, text) }
    let container = text[text.index(after: last)...]
    let before = text[..<last]
    if let bracket = before.lastIndex(of: "]") {
      let address = before[..<bracket].dropFirst(before.hasPrefix("[") ? 1 : 0)
      let host = before[before.index(after: bracket)...]
      return (String(address), host.hasPrefix(":") ? host.dropFirst() : nil, container)
    }
    guard let middle = before.lastIndex(of: ":") else {
      return isAddress(String(before)) && before.contains(".")
        ? (String(before), nil, container) : (nil, before, container)
    }
    let address = String(before[..<middle])
    return (address.isEmpty ? nil : address, before[before.index(after: middle)...], container)
  }

  /// The ports of `8080` or `8000-8010`.
  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { port($0) }
    guard let first = ends.first.flatMap(\.self), let last = ends.last.flatMap(\.self), ends.count <= 2, first <= last
    else { return nil }
    return first...last
  }

  private static func port(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text).flatMap { $0 <= 65_535 ? $0 : nil }
  }

  private static func isAddress(_ text: String) -> Bool {
    if text.contains(":") {
      return text.utf8.count <= 64
        && text.split(separator: "%")[0].allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { !$0.isEmpty && $0.count <= 3 && Int($0).map { $0 <= 255 } ?? false }
  }
}

extension Port: CustomStringConvertible {
  /// The short syntax: `127.0.0.1:8080:80/tcp`.
  public var description: String {
    let address = hostIP.map { $0.contains(":") ? "[\($0)]:" : "\($0):" } ?? ""
    let host = published.map { "\($0):" } ?? (hostIP == nil ? "" : ":")
    return "\(address)\(host)\(target)/\(`protocol`)"
  }
}

/// A text that isn't a value of its kind, and why.
public struct ValueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, in one sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
