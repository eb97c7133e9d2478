/// What Docker Compose would do to a service's containers.
public struct ServiceImpact: Sendable, Hashable, Codable {
  /// What would be done.
  public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
    /// They run on as they are.
    case unchanged
    /// They stop and start again.
    case restart
    /// They are replaced by new ones.
    case recreate
    /// Some are added or removed, the others run on.
    case scale
    /// They are made for the first time.
    case create
    /// They are stopped and removed.
    case remove
  }

  /// The service.
  public var name: String
  /// What would be done.
  public var action: Action
  /// Why, in words.
  public var reasons: [String]

  /// Says what would be done to the service `name`, and why.
  public init(_ name: String, _ action: Action, because reasons: [String] = []) {
    self.name = name
    self.action = action
    self.reasons = reasons
  }
}
