/// How much a push of somebody who isn't an approver may hold.
public struct PushLimits: Sendable, Hashable {
  /// The most references.
  public var references = 50
  /// The most commits that a branch has more than the deployment branch.
  public var commits = 200
  /// The most paths that a branch changes.
  public var changes = 2_000
  /// The most bytes of a file that a branch changes.
  public var fileSize = 1 << 20
  /// The most entries of a directory that a branch changes.
  public var directoryEntries = 20_000
  /// The most directories above a file that a branch changes.
  public var depth = 32
  /// The most events that are added to a proposal at once.
  public var events = 20

  /// What a push of ours never comes near.
  public init() {}
}
