public import ComposeModel
public import SourceDiagnostics

/// What a rule saw, before the policy has given it a level.
public struct Observation: Sendable, Hashable {
  /// The stack it is about, if it is about one.
  public var stack: RepositoryPath?
  /// What exactly it is about, so that the same thing is known again in another version of the tree.
  public var subject: String
  /// What is wrong: one line, lower case, no full stop.
  public var message: String
  /// Where it is wrong; the first is the primary one.
  public var labels: [Diagnostic.Label]
  /// What to do about it, as an imperative.
  public var help: String?
  /// Edits that would make it go away.
  public var fixes: [SuggestedFix]
  /// The gravest level that suits it, where the policy file says nothing about its rule.
  public var ceiling: Level

  /// Says `message` about `subject`.
  public init(
    _ message: String,
    of stack: RepositoryPath?,
    subject: String,
    labels: [Diagnostic.Label] = [],
    help: String? = nil,
    fixes: [SuggestedFix] = [],
    ceiling: Level = .deny
  ) {
    self.stack = stack
    self.subject = subject
    self.message = message
    self.labels = labels
    self.help = help
    self.fixes = fixes
    self.ceiling = ceiling
  }

  /// What stays the same when only places and wording change.
  var identity: [String] { [stack?.string ?? "", subject] }
}
