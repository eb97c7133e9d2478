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
  /// Why.
  public var reasons: [Reason]

  /// Says what would be done to the service `name`, and why.
  public init(_ name: String, _ action: Action, because reasons: [Reason] = []) {
    self.name = name
    self.action = action
    self.reasons = reasons
  }
}

extension ServiceImpact {
  /// Why something is done to a service's containers.
  public struct Reason: Sendable, Hashable, Codable {
    /// What brings it about.
    public var cause: Cause
    /// The same for people.
    public var words: String

    /// Names a cause and says it in words.
    public init(_ cause: Cause, _ words: String) {
      self.cause = cause
      self.words = words
    }
  }

  /// What brings about that something is done, or isn't, to a service's containers.
  public enum Cause: String, Sendable, Hashable, CaseIterable, Codable {
    /// The service wasn't there.
    case added
    /// The service isn't there any more.
    case removed
    /// The service has another name.
    case renamed
    /// What its containers are made from differs: their hash is another.
    case settings
    /// The project has another name.
    case project
    /// One of its volumes is another volume.
    case volume
    /// One of its networks is another network.
    case network
    /// A service is recreated whose network, processes or volumes it uses.
    case namespace
    /// A service is recreated with which it asks to be restarted.
    case dependency
    /// The number of its containers differs.
    case scale
    /// What its image is built from differs, which shows when it is built again.
    case build
    /// It only runs with one of its profiles.
    case profile
  }
}
