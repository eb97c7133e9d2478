public import ComposeModel
public import SourceDiagnostics

/// What a proposal does and what was found about it, short enough for a list.
public struct ProposalSummary: Sendable, Hashable, Codable {
  /// Something the policy or the loader said.
  public struct Remark: Sendable, Hashable, Codable {
    /// Which message it is.
    public var code: DiagnosticCode
    /// What it says.
    public var message: String

    /// Keeps a message without its places.
    public init(code: DiagnosticCode, message: String) {
      self.code = code
      self.message = message
    }

    /// Keeps what `diagnostic` says without its places.
    public init(_ diagnostic: Diagnostic) { self.init(code: diagnostic.code, message: diagnostic.message) }
  }

  /// The stacks it changes.
  public var stacks: [RepositoryPath]
  /// What it does to running containers and their data, a line each.
  public var impact: [String]
  /// What was found.
  public var findings: [Remark]

  /// Sums up a change.
  public init(stacks: [RepositoryPath] = [], impact: [String] = [], findings: [Remark] = []) {
    self.stacks = stacks
    self.impact = impact
    self.findings = findings
  }
}
