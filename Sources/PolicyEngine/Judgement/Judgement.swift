/// What the policy says about a change, and why.
public struct Judgement: Sendable, Hashable {
  /// What counts, the gravest first.
  public var findings: [Finding]
  /// What would count, had it not been accepted by an exception.
  public var excused: [Finding]

  /// Sums up findings.
  public init(_ findings: [Finding], excused: [Finding] = []) {
    self.findings = findings
    self.excused = excused
  }

  /// What may happen to the change: as much as its gravest finding leaves.
  public var verdict: Verdict { findings.lazy.map(\.level.verdict).max() ?? .allow }
}
