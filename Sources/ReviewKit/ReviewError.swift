public import SourceDiagnostics

/// Why a proposal couldn't be approved or rejected.
public struct ReviewError: AdvisedError, Sendable, Hashable {
  /// A classification a caller can act on.
  public struct Code: Hashable, Sendable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// The policy of the deployment branch denies it.
    public static let denied = Code("denied")
    /// It and the deployment branch changed the same lines.
    public static let conflict = Code("conflict")
    /// It was merged, rejected or withdrawn.
    public static let notOpen = Code("not open")
    /// It isn't what was looked at any more.
    public static let changed = Code("changed")
    /// The server said no.
    public static let refused = Code("refused")
    /// The deployment branch moved, again and again.
    public static let contended = Code("contended")
    /// A rejection says nothing.
    public static let reasonMissing = Code("reason missing")
  }

  /// What kind of trouble it is.
  public let code: Code
  /// What was to be done.
  public let operation: String
  /// Why that can't be.
  public let reason: String
  /// What to do about it, as an imperative.
  public let help: String?
  /// The files in conflict.
  public var files: [String] = []
  /// What the policy says.
  public var findings: [Diagnostic] = []
  /// The files that the findings point into, with the places of secrets.
  public var sources: [String: SourceText] = [:]
  /// What the server's guard printed.
  public var serverMessage = UntrustedText("")

  /// Says that `operation` can't be done for `reason`.
  public init(code: Code, operation: String, reason: String, help: String? = nil) {
    self.code = code
    self.operation = operation.neutralised
    self.reason = reason.neutralised
    self.help = help
  }
}

extension ReviewError: CustomStringConvertible {
  /// `can't OPERATION: REASON`.
  public var description: String { "can't \(operation): \(reason)" }
}

extension ReviewError.Code: CustomStringConvertible {
  /// The code in words.
  public var description: String { name }
}
