public import ComposeModel
public import SourceDiagnostics

/// What a rule says about a change or a tree, at the level the policy gives it.
public struct Finding: Sendable, Hashable {
  /// The rule that speaks.
  public var rule: RuleID
  /// What it does to the verdict.
  public var level: Level
  /// What it says.
  public var diagnostic: Diagnostic
  /// The stack it is about, if it is about one.
  public var stack: RepositoryPath?
  /// The exception that excuses it.
  public var excuse: PolicyException?

  /// Says `diagnostic` at `level`.
  public init(
    _ rule: RuleID,
    _ level: Level,
    _ diagnostic: Diagnostic,
    stack: RepositoryPath? = nil,
    excuse: PolicyException? = nil
  ) {
    self.rule = rule
    self.level = level
    self.diagnostic = diagnostic
    self.stack = stack
    self.excuse = excuse
  }
}
