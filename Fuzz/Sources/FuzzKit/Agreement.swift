internal import ComposeModel
internal import SourceDiagnostics

/// Whether we read a file as libyaml does.
public enum Agreement {
  /// What was made of a file, the same by both, or how they differ.
  public enum Verdict: Sendable, Hashable {
    /// Both read the same.
    case accepted
    /// Both refuse it.
    case refused
    /// libyaml reads it, and we have a reason of our own not to.
    case refusedByUs
    /// They differ: so.
    case different(String)
  }

  /// Compares what both make of `bytes`.
  public static func judge(_ bytes: [UInt8]) -> Verdict {
    let loaded = ComposeDocument.parse(bytes, file: "a.yaml")
    let reading = Referee.read(bytes)
    guard let document = loaded.value else { return judgeRefusal(loaded.diagnostics, of: bytes, reading) }
    if let problem = reading.problem { return .different("we read what libyaml refuses: \(problem)") }
    guard document.bytes == bytes else { return .different("the document's bytes aren't the file's") }
    if reading.hasUndefinedAlias { return .different("we read an alias that names nothing") }
    if reading.hasAliasLoop { return .different("we read an alias within what it names") }
    let ours = document.roots.map { ReadNode($0, in: bytes) }
    if ours == reading.roots { return .accepted }
    return .different("another shape\n  we:      \(ours)\n  libyaml: \(reading.roots)")
  }

  private static func judgeRefusal(_ diagnostics: [Diagnostic], of bytes: [UInt8], _ reading: RefereeReading) -> Verdict
  {
    guard let first = diagnostics.first, diagnostics.containsError else {
      return .different("refused without a reason")
    }
    for label in diagnostics.flatMap(\.labels) where label.bytes.upperBound > bytes.count {
      return .different("a diagnostic's place is outside of the file: \(first.message)")
    }
    if reading.problem != nil { return .refused }
    let isRight =
      switch first.code {
      case "yaml/syntax": first.message == "more than 100 lines begin with `%`"
      case "yaml/not-utf8": String(validating: bytes, as: UTF8.self) == nil
      case "yaml/undefined-alias": reading.hasUndefinedAlias
      case "yaml/alias-loop": reading.hasAliasLoop
      case "yaml/too-deep": (reading.roots.map(\.depth).max() ?? 0) > 200
      case "yaml/alias-expansion", "yaml/too-many-nodes", "yaml/too-large": true
      default: false
      }
    return isRight ? .refusedByUs : .different("we refuse what libyaml reads: \(first.code): \(first.message)")
  }
}
