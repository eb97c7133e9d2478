public import SourceDiagnostics

/// Why the world didn't let us deploy.
///
/// What is wrong with a stack is not one of these, it stands in the report.
public struct DeployError: AdvisedError, Sendable, Hashable {
  /// A classification a caller can act on.
  public struct Code: Hashable, Sendable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// A program that is needed isn't there.
    public static let notInstalled = Code("not installed")
    /// The container engine doesn't answer.
    public static let engineUnreachable = Code("engine unreachable")
    /// The engine answered something we don't understand.
    public static let unreadableAnswer = Code("unreadable answer")
    /// Images can't be had at the moment; nothing was changed.
    public static let imagesUnavailable = Code("images unavailable")
    /// The engine refused the stack as it is written.
    public static let refusedByEngine = Code("refused by the engine")
    /// The engine didn't finish in time.
    public static let timedOut = Code("timed out")
    /// Another run is at work.
    public static let busy = Code("busy")
    /// A file of the host can't be read or written.
    public static let fileSystem = Code("file system")
    /// A file of the commit can't be put where it belongs.
    public static let unusablePath = Code("unusable path")
    /// The deployment branch says nothing that could be followed.
    public static let notConfigured = Code("not configured")
  }

  /// What kind of trouble it is.
  public let code: Code
  /// What was to be done, in words that follow "can't".
  public let operation: String
  /// Why that can't be, on one line.
  public let reason: String
  /// What to do about it, as an imperative.
  public let help: String?
  /// The end of what a program printed about it; somebody else wrote it.
  public let details: UntrustedText?

  /// Says that `operation` can't be done for `reason`.
  public init(
    _ code: Code,
    _ operation: String,
    _ reason: String,
    help: String? = nil,
    details: UntrustedText? = nil
  ) {
    self.code = code
    self.operation = operation.neutralised
    self.reason = reason.neutralised
    self.help = help
    self.details = details
  }
}

extension DeployError: CustomStringConvertible {
  /// `can't OPERATION: REASON`.
  public var description: String { "can't \(operation): \(reason)" }
}

extension DeployError.Code: CustomStringConvertible {
  /// The code in words.
  public var description: String { name }
}
