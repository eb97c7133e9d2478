/// What a difference does to running containers, to their data and to the network.
public struct Impact: Sendable, Hashable, Codable {
  /// What Docker Compose would do to each service of either version.
  public var services: [ServiceImpact]
  /// What could happen to data, the gravest first.
  public var data: [DataRisk]
  /// The ports that open, close or move.
  public var ports: [PortChange]

  /// Combines the parts of an impact.
  public init(services: [ServiceImpact] = [], data: [DataRisk] = [], ports: [PortChange] = []) {
    self.services = services
    self.data = data
    self.ports = ports
  }

  /// Whether nothing that runs would notice.
  public var isEmpty: Bool { services.allSatisfy { $0.action == .unchanged } && data.isEmpty && ports.isEmpty }
}
