public import SourceDiagnostics

/// What a diagnostic means, what causes it, and what to do: the page that `longshore explain CODE` prints.
///
/// The pages are written in ``all``'s parts, one file an area; `docs/codes/` holds the same text for the web, and a test
/// holds both together.
public struct Explanation: Sendable, Hashable {
  /// The code it explains.
  public let code: DiagnosticCode
  /// What it means and why it matters.
  public let meaning: String
  /// Text that causes it.
  public let example: String
  /// What to do about it.
  public let remedy: String

  init(_ code: String, meaning: String, example: String, remedy: String) {
    self.code = DiagnosticCode(rawValue: code)
    self.meaning = meaning
    self.example = example
    self.remedy = remedy
  }

  /// The page in Markdown.
  public var page: String {
    "# \(code)\n\n\(meaning)\n\n## Example\n\n```\n\(example)\n```\n\n## What to do\n\n\(remedy)\n"
  }
}
