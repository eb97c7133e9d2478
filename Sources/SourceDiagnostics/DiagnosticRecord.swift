/// A diagnostic as `--format json` prints it: with lines and columns in the place of byte ranges.
public struct DiagnosticRecord: Sendable, Hashable, Codable {
  /// A place.
  public struct Place: Sendable, Hashable, Codable {
    /// The file, relative to the tree's root.
    public var file: String
    /// Where it begins; absent when the source is not at hand.
    public var start: SourcePosition?
    /// Where it ends, exclusive.
    public var end: SourcePosition?
    /// What is to be seen there.
    public var text: String?
  }

  /// `error`, `warning` or `note`.
  public var severity: Diagnostic.Severity
  /// The stable name.
  public var code: DiagnosticCode
  /// What is wrong.
  public var message: String
  /// Where; the first place is the primary one.
  public var places: [Place]
  /// What to do.
  public var help: String?

  /// Resolves the places of `diagnostic` in `sources`.
  public init(_ diagnostic: Diagnostic, sources: [String: SourceText]) {
    severity = diagnostic.severity
    code = diagnostic.code
    message = diagnostic.message.neutralised
    help = diagnostic.help?.neutralised
    places = diagnostic.labels.map { label in
      let source = sources[label.file].flatMap { label.bytes.upperBound <= $0.bytes.count ? $0 : nil }
      return Place(
        file: label.file.neutralised,
        start: source?.position(of: label.bytes.lowerBound),
        end: source?.position(of: label.bytes.upperBound),
        text: label.text.isEmpty ? nil : label.text.neutralised
      )
    }
  }
}
