public import SourceDiagnostics

/// Why a change couldn't be proposed.
public struct ForgeError: AdvisedError, Sendable, Hashable {
  /// A classification a caller can act on.
  public struct Code: Hashable, Sendable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// The server said no.
    public static let refused = Code("refused")
    /// Others were faster, again and again.
    public static let contended = Code("contended")
    /// The draft holds nothing that the deployment branch hasn't.
    public static let nothingToPropose = Code("nothing to propose")
  }

  /// What kind of trouble it is.
  public let code: Code
  /// What was to be done.
  public let operation: String
  /// Why that can't be.
  public let reason: String
  /// What to do about it, as an imperative.
  public let help: String?
  /// What the server's guard printed.
  public let serverMessage: UntrustedText

  /// Says that `operation` can't be done for `reason`.
  public init(code: Code, operation: String, reason: String, help: String? = nil, serverMessage: String = "") {
    self.code = code
    self.operation = operation.neutralised
    self.reason = reason.neutralised
    self.help = help
    self.serverMessage = UntrustedText(serverMessage)
  }
}

extension ForgeError: CustomStringConvertible {
  /// `can't OPERATION: REASON`.
  public var description: String { "can't \(operation): \(reason)" }
}

extension ForgeError.Code: CustomStringConvertible {
  /// The code in words.
  public var description: String { name }
}
