public import GitKit

/// What a host did about the deployment branch, and how its stacks are.
public struct DeployReport: Sendable, Hashable, Codable {
  /// Whether anything was really done.
  public enum Mode: String, Sendable, Hashable, CaseIterable, Codable {
    /// Containers were changed.
    case applied
    /// It was only worked out what would be done.
    case dryRun = "dry-run"
  }

  /// The host.
  public var host: String
  /// The commit of the deployment branch it looked at.
  public var revision: ObjectID
  /// When it was done.
  public var finishedAt: Timestamp
  /// Whether anything was really done.
  public var mode: Mode
  /// What was done about each stack.
  public var stacks: [StackReport]

  /// Reports about `host`.
  public init(host: String, revision: ObjectID, finishedAt: Timestamp, mode: Mode, stacks: [StackReport]) {
    self.host = host
    self.revision = revision
    self.finishedAt = finishedAt
    self.mode = mode
    self.stacks = stacks
  }
}
