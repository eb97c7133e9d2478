/// Something a person should know about their files, and what to do about it.
///
/// A diagnostic is a value: it holds no source text and draws nothing, so it can be cached, compared and tested as
/// data. ``DiagnosticRenderer`` joins it with the sources for a terminal, ``DiagnosticRecord`` for a machine.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
    /// The file can't be used as it is.
    case error
    /// It works, but not as its author may think.
    case warning
    /// Worth knowing.
    case note
  }

  /// A place in a file and what is to be seen there.
  public struct Label: Sendable, Hashable {
    /// The file, relative to the tree's root; `@revision` at its end when it isn't the one at hand.
    public var file: String
    /// The bytes that are meant.
    public var bytes: Range<Int>
    /// A few words to stand beside the underline.
    public var text: String

    /// Marks `bytes` of `file`.
    public init(_ file: String, _ bytes: Range<Int>, _ text: String = "") {
      self.file = file
      self.bytes = bytes
      self.text = text
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// Its stable name.
  public var code: DiagnosticCode
  /// What is wrong: one line, lower case, no full stop.
  public var message: String
  /// Where it is wrong, the primary place first.
  public var labels: [Label]
  /// What to do about it, as an imperative.
  public var help: String?
  /// Edits that would make it go away.
  public var fixes: [SuggestedFix]

  /// Says `message` about the places in `labels`.
  public init(
    _ severity: Severity,
    _ code: DiagnosticCode,
    _ message: String,
    labels: [Label] = [],
    help: String? = nil,
    fixes: [SuggestedFix] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.labels = labels
    self.help = help
    self.fixes = fixes
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var containsError: Bool { contains { $0.severity == .error } }
}
