public import GitKit

/// What the server made of one reference of a push.
public struct PushResult: Sendable, Hashable {
  /// The reference.
  public let ref: RefName
  /// Whether the server took it.
  public let outcome: Outcome
  /// What the server's hooks printed for the whole push, at most 64 KiB: text from outside, to be shown as such.
  public let serverMessage: String

  /// The server's decision.
  public enum Outcome: Sendable, Hashable {
    /// The reference holds the new value now.
    case accepted
    /// It was refused, for the reason the server gave, such as `pre-receive hook declined`.
    case refused(String)
  }

  /// Records a decision.
  public init(ref: RefName, outcome: Outcome, serverMessage: String) {
    self.ref = ref
    self.outcome = outcome
    self.serverMessage = serverMessage
  }
}
