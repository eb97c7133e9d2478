public import SourceDiagnostics

/// One thing to look for in a tree or in a change.
///
/// A rule about a tree's state says so in ``observations(of:)-(TreeState)``; of a change it then reports only what
/// wasn't so before. A rule about the change itself compares the two sides.
public protocol Rule: Sendable {
  /// The code of its diagnostics; what follows the slash names the rule.
  var code: DiagnosticCode { get }
  /// Its levels where no policy says otherwise.
  var levels: LevelByRole { get }
  /// Why it exists, in a sentence or two.
  var rationale: String { get }
  /// Whether a policy may change its level or excuse it.
  var isAdjustable: Bool { get }
  /// What it sees in a tree.
  func observations(of tree: TreeState) -> [Observation]
  /// What it sees in a change that `policy` will judge.
  func observations(of change: Change, under policy: Policy) -> [Observation]
}

extension Rule {
  /// Its stable name.
  public var id: RuleID { RuleID(code) }

  /// A policy may.
  public var isAdjustable: Bool { true }

  /// Nothing: the rule is about changes.
  public func observations(of tree: TreeState) -> [Observation] { [] }

  /// What is so now and wasn't before.
  public func observations(of change: Change, under policy: Policy) -> [Observation] {
    let known = Set(observations(of: change.before).map(\.identity))
    return observations(of: change.after).filter { !known.contains($0.identity) }
  }
}
