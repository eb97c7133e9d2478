public import SourceDiagnostics

/// What stands in a repository and can't be used, or isn't there.
public struct GitOpsError: AdvisedError, Sendable, Hashable {
  /// A classification a caller can act on.
  public struct Code: Hashable, Sendable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// A name isn't of the form that is needed.
    public static let malformedName = Code("malformed name")
    /// A record isn't what it should be.
    public static let unreadableRecord = Code("unreadable record")
    /// A record was written by a newer program.
    public static let newerVersion = Code("newer version")
    /// There is more of something than we read.
    public static let tooLarge = Code("too large")
    /// There is no such thing.
    public static let notFound = Code("not found")
    /// A link leads out of the tree or round in a circle.
    public static let badLink = Code("bad link")
    /// A file or directory can't be read.
    public static let unreadableFile = Code("unreadable file")
  }

  /// What kind of trouble it is.
  public let code: Code
  /// What was to be done, for example `read refs/longshore/proposals/3`.
  public let operation: String
  /// Why that can't be.
  public let reason: String
  /// What to do about it, as an imperative.
  public let help: String?

  /// Says that `operation` can't be done for `reason`.
  public init(code: Code, operation: String, reason: String, help: String? = nil) {
    self.code = code
    self.operation = operation.neutralised
    self.reason = reason.neutralised
    self.help = help
  }

  /// The beginning of a text from outside, on one line.
  package static func excerpt(_ text: String, limit: Int = 80) -> String {
    let head = String(text.unicodeScalars.prefix(limit)).neutralised
    return text.unicodeScalars.count > limit ? head + "…" : head
  }
}

extension GitOpsError: CustomStringConvertible {
  /// `can't OPERATION: REASON`.
  public var description: String { "can't \(operation): \(reason)" }
}

extension GitOpsError.Code: CustomStringConvertible {
  /// The code in words.
  public var description: String { name }
}
