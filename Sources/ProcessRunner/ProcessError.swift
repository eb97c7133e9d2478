import SystemPackage

/// Why a program didn't start, or didn't come to its own end.
///
/// An exit status other than 0 isn't one: that is an answer, in ``ProgramResult/status``.
public struct ProcessError: Error, Sendable, Hashable {
  /// A classification a caller can act on.
  public struct Code: Hashable, Sendable {
    private let name: String

    /// The program isn't installed, or may not be run.
    public static let notFound = Code(name: "not-found")
    /// The program is there, but the system didn't start it.
    public static let notStarted = Code(name: "not-started")
    /// It ran longer than it was given, and was ended.
    public static let timedOut = Code(name: "timed-out")
    /// A signal ended it before its time was over.
    public static let signalled = Code(name: "signalled")
    /// The caller no longer wanted it.
    public static let cancelled = Code(name: "cancelled")
  }

  /// The classification.
  public let code: Code
  /// What we wanted, for example `run docker`.
  public let operation: String
  /// Why it didn't work, in our words.
  public let reason: String
  /// The end of what it wrote to standard error before it was ended.
  public let errors: OutputTail?

  /// What the system calls an error, as the middle of a sentence.
  static func words(_ error: Errno) -> String {
    let text = error.description
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  init(_ code: Code, _ operation: String, _ reason: String, errors: OutputTail? = nil) {
    self.code = code
    self.operation = operation
    self.reason = reason
    self.errors = errors
  }
}

extension ProcessError: CustomStringConvertible {
  /// One sentence: what can't be done, and why.
  public var description: String { "can't \(operation): \(reason)" }
}
