/// Draws diagnostics for a person: message, places, excerpts, help.
///
/// Nothing in a file can change how its excerpt reads: control and bidirectional characters are made visible, the bytes
/// named by ``SourceText/redactions`` are `•••`, and columns are counted in terminal cells.
public struct DiagnosticRenderer: Sendable {
  /// The sources that excerpts are taken from, by the file names of labels.
  public var sources: [String: SourceText]
  /// The widest line to draw, in terminal cells.
  public var width: Int
  /// How roles are coloured.
  public var theme: Theme

  /// Draws with excerpts from `sources`.
  public init(sources: [String: SourceText], width: Int = 100, theme: Theme = .plain) {
    self.sources = sources
    self.width = max(width, 40)
    self.theme = theme
  }

  /// All of them in reading order, each followed by an empty line.
  ///
  /// - Complexity: O(*n* log *n*) in the number of diagnostics.
  public func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.inReadingOrder.map { render($0) + "\n" }.joined()
  }

  /// One of them, ending in a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let severity = theme.paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", .init(diagnostic.severity))
    var out = "\(severity): \(diagnostic.message.neutralised)\n"
    let gutter = Gutter(theme: theme, width: gutterWidth(of: diagnostic))
    for (index, file) in filesInOrder(of: diagnostic).enumerated() {
      out += place(of: file, in: diagnostic, arrow: index == 0 ? "-->" : ":::", gutter: gutter)
    }
    let advice = (diagnostic.help.map { ["help: \($0.neutralised)"] } ?? []) + diagnostic.fixes.map(\.advice)
    if !advice.isEmpty, !diagnostic.labels.isEmpty { out += gutter.line() }
    return out + advice.map { gutter.note($0) }.joined()
  }

  /// The most labels that are drawn for one file.
  private static let labelLimit = 3

  private func place(of file: String, in diagnostic: Diagnostic, arrow: String, gutter: Gutter) -> String {
    let labels = diagnostic.labels.filter { $0.file == file }
    let name = file.neutralised
    guard let source = sources[file], let first = labels.first, first.bytes.upperBound <= source.bytes.count else {
      return gutter.arrow(arrow, theme.paint(name, .place))
    }
    let position = source.position(of: first.bytes.lowerBound)
    var out = gutter.arrow(arrow, theme.paint("\(name):\(position)", .place)) + gutter.line()
    let drawn = labels.prefix(Self.labelLimit).filter { $0.bytes.upperBound <= source.bytes.count }
    let primary = file == diagnostic.labels.first?.file ? first : nil
    out += excerpt(of: source, labels: drawn, primary: primary, severity: diagnostic.severity, gutter: gutter)
    if labels.count > Self.labelLimit { out += gutter.note("and \(labels.count - Self.labelLimit) more") }
    return out
  }

  private func excerpt(
    of source: SourceText,
    labels: [Diagnostic.Label],
    primary: Diagnostic.Label?,
    severity: Diagnostic.Severity,
    gutter: Gutter
  ) -> String {
    var out = ""
    var previous: Int?
    let byLine = Dictionary(grouping: labels) { source.line(at: $0.bytes.lowerBound) }
    for (line, labels) in byLine.sorted(by: { $0.key < $1.key }) {
      if let previous, line > previous + 1 { out += "...\n" }
      previous = line
      let focus = labels.first { $0 == primary } ?? labels[0]
      let drawn = SourceLine(source, line: line, focus: focus.bytes, width: width - gutter.width - 3)
      out += gutter.line(number: line + 1, drawn.text)
      for label in labels.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
        let columns = drawn.columns(of: label.bytes)
        let mark = String(repeating: label == primary ? "^" : "-", count: max(1, columns.count))
        let words = label.text.isEmpty ? mark : "\(mark) \(label.text.neutralised)"
        let role: Theme.Role = label == primary ? .init(severity) : .gutter
        out += gutter.line(String(repeating: " ", count: columns.lowerBound) + theme.paint(words, role))
      }
    }
    return out
  }

  private func filesInOrder(of diagnostic: Diagnostic) -> [String] {
    diagnostic.labels.reduce(into: []) { files, label in
      if !files.contains(label.file) { files.append(label.file) }
    }
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let lines = diagnostic.labels.compactMap { label in
      sources[label.file].map { $0.line(at: label.bytes.lowerBound) + 1 }
    }
    return String(lines.max() ?? 1).count + 1
  }
}

/// The margin that line numbers, arrows and notes hang on.
private struct Gutter {
  let theme: Theme
  let width: Int

  private var margin: String { String(repeating: " ", count: width) }

  func line(_ text: String = "") -> String {
    "\(margin) \(theme.paint("|", .gutter))\(text.isEmpty ? "" : " \(text)")\n"
  }

  func line(number: Int, _ text: String) -> String {
    let digits = String(number)
    let lead = String(repeating: " ", count: width - digits.count)
    return "\(theme.paint("\(lead)\(digits) |", .gutter))\(text.isEmpty ? "" : " \(text)")\n"
  }

  func arrow(_ arrow: String, _ place: String) -> String { "\(margin)\(theme.paint(arrow, .gutter)) \(place)\n" }

  func note(_ text: String) -> String { "\(margin) \(theme.paint("=", .gutter)) \(text)\n" }
}

extension SuggestedFix {
  fileprivate var advice: String {
    "fix: \(title.neutralised)\(applicability == .safe ? "" : " (\(applicability.rawValue))")"
  }
}
