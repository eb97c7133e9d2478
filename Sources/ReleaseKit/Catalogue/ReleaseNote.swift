public import SourceDiagnostics

/// What a project says about one of its versions, in words that are somebody else's.
public struct ReleaseNote: Sendable, Hashable {
  /// The version it is about.
  public var version: TagVersion
  /// What it says.
  public var text: UntrustedText
  /// What no longer works as before.
  public var breaking: [UntrustedText]
  /// What a person has to do.
  public var actions: [UntrustedText]
  /// The holes that the version closes.
  public var security: [UntrustedText]

  /// Notes `text` about `version`.
  public init(
    _ version: TagVersion,
    _ text: UntrustedText,
    breaking: [UntrustedText] = [],
    actions: [UntrustedText] = [],
    security: [UntrustedText] = []
  ) {
    self.version = version
    self.text = text
    self.breaking = breaking
    self.actions = actions
    self.security = security
  }
}
