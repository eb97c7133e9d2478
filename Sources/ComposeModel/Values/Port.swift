/// A port of a container that is reachable from elsewhere.
///
/// As the Compose specification's section on a service's `ports` has it.
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
  /// Reads the short syntax of one port: `[[ip:][published]:]target[/protocol]`.
  ///
  /// - Throws: ``ValueError`` when `text` isn't a port mapping, or is one of several ports: ``ports(parsing:)``.
  public init(parsing text: String) throws(ValueError) {
    let ports = try Self.ports(parsing: text)
    guard let port = ports.first, ports.count == 1 else { throw ValueError("`\(text)` names \(ports.count) ports") }
    self = port
  }

  /// Reads the short syntax: `[[ip:][published]:]target[/protocol]`, where ports may be ranges.
  ///
  /// Ranges of the same length are paired; a longer range of the host for one target stays a range. The ports stand in
  /// the reference's order, that of their texts: `10` before `9`.
  ///
  /// - Throws: ``ValueError`` when `text` isn't a port mapping.
  /// - Complexity: O(*n* log *n*) in the number of ports, which is 65,536 at most.
  public static func ports(parsing text: String) throws(ValueError) -> [Port] {
    func refuse(_ reason: String) -> ValueError { ValueError("`\(text)` isn't a port mapping: \(reason)") }
    let (address, host, rest) = split(text)
    let slash = rest.firstIndex(of: "/")
    let container = rest[..<(slash ?? rest.endIndex)]
    let name = slash.map { rest[rest.index(after: $0)...].lowercased() } ?? ""
    let transport = name.isEmpty ? "tcp" : name
    guard ["tcp", "udp", "sctp"].contains(transport) else { throw refuse("the protocol is tcp, udp or sctp") }
    if let address, !IPAddress.isValid(address) { throw refuse("`\(address)` isn't an IP address") }
    guard let targets = range(container) else { throw refuse("`\(container)` isn't a port between 0 and 65535") }
    guard !host.isEmpty else { return ordered(targets.map { Port(hostIP: address, target: $0, protocol: transport) }) }
    guard let published = range(host) else { throw refuse("`\(host)` isn't a port between 0 and 65535") }
    if published.count == targets.count {
      return ordered(
        zip(published, targets).map { Port(hostIP: address, published: "\($0)", target: $1, protocol: transport) }
      )
    }
    guard targets.count == 1 else { throw refuse("the two ranges have different lengths") }
    let ends = "\(published.lowerBound)-\(published.upperBound)"
    return [Port(hostIP: address, published: ends, target: targets.lowerBound, protocol: transport)]
  }

  private static func ordered(_ ports: [Port]) -> [Port] {
    guard let first = ports.first, let last = ports.last, "\(first.target)".count != "\(last.target)".count else {
      return ports
    }
    return ports.map { (text: "\($0.target)/", port: $0) }
      .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
      .map(\.port)
  }

  /// What stands before the last two colons, between them, and after the last.
  private static func split(_ text: String) -> (address: String?, host: Substring, container: Substring) {
    guard let last = text.lastIndex(of: ":") else { return (nil, "", text[...]) }
    let container = text[text.index(after: last)...]
    let before = text[..<last]
    guard let middle = before.lastIndex(of: ":") else { return (nil, before, container) }
    var address = before[..<middle]
    if address.hasPrefix("["), address.hasSuffix("]") { address = address.dropFirst().dropLast() }
    return (address.isEmpty ? nil : String(address), before[before.index(after: middle)...], container)
  }

  /// The ports of `8080` or `8000-8010`.
  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    guard let dash = text.firstIndex(of: "-") else { return port(text).map { $0...$0 } }
    guard let first = port(text[..<dash]), let last = port(text[text.index(after: dash)...]), first <= last else {
      return nil
    }
    return first...last
  }

  /// A number as Go reads it, which may have a sign.
  private static func port(_ text: Substring) -> Int? {
    Int(text).flatMap { (0...65_535).contains($0) ? $0 : nil }
  }
}

extension Port: CustomStringConvertible {
  /// The short syntax, which has no ``mode``: `127.0.0.1:8080:80/tcp`.
  public var description: String {
    let address = hostIP.map { $0.contains(":") ? "[\($0)]:" : "\($0):" } ?? ""
    let host = published.map { "\($0):" } ?? (hostIP == nil ? "" : ":")
    return "\(address)\(host)\(target)/\(`protocol`)"
  }
}
