public import SourceDiagnostics

/// Whether a push is taken, and why not.
public struct PushDecision: Sendable, Hashable {
  /// Who pushed.
  public let pusher: Pusher
  /// What stands against it; nothing when it's taken.
  public let refusals: [Diagnostic]
  /// The files that the refusals point into, with the places of secrets.
  public let sources: [String: SourceText]

  /// Whether the push is taken, all of it.
  public var isAccepted: Bool { refusals.isEmpty }
}
