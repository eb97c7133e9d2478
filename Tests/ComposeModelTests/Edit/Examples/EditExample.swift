import Testing

/// A file, an edit as it is said on a command line, and the ideal bytes that come of it.
struct EditExample: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let edit: String
  let expected: String
  var document = 0

  /// Texts get a line break at their end; all breaks become `lineBreak`, and the last one goes where `endsInBreak` is
  /// false.
  init(
    _ name: String,
    _ source: String,
    _ edit: String,
    _ expected: String,
    document: Int = 0,
    lineBreak: String = "\n",
    endsInBreak: Bool = true
  ) {
    func whole(_ text: String) -> String {
      (text + (endsInBreak ? "\n" : "")).split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineBreak)
    }
    self.name = name
    self.source = whole(source)
    self.edit = edit
    self.expected = whole(expected)
    self.document = document
  }

  var testDescription: String { name }

  /// The words of the edit; what stands in `'` is one word.
  var words: [String] {
    edit.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
      number.isMultiple(of: 2) ? part.split(separator: " ").map { String($0) } : [String(part)]
    }
  }
}
