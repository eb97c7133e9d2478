import SourceDiagnostics

/// Where text comes from, one for all the places that have it in common.
final class TextSource: Sendable {
  /// The file.
  let file: String
  /// The variables that were put into it, in order.
  let variables: [String]

  init(file: String, variables: [String] = []) {
    self.file = file
    self.variables = variables
  }
}

/// An ``Origin`` small enough to stand beside every value.
struct FilePlace: Sendable {
  private var source: TextSource
  private let start: UInt32
  private let end: UInt32

  /// The place of `bytes`, which lie within the first four gigabytes.
  init(_ source: TextSource, _ bytes: Range<Int>) {
    self.source = source
    start = UInt32(clamping: bytes.lowerBound)
    end = UInt32(clamping: bytes.upperBound)
  }

  var file: String { source.file }

  var bytes: Range<Int> { Int(start)..<Int(end) }

  var variables: [String] {
    get { source.variables }
    set { source = TextSource(file: file, variables: newValue) }
  }

  /// The place as others are told of it.
  var origin: Origin { Origin(file: file, bytes: bytes, variables: variables) }

  /// Marks it in a diagnostic.
  func label(_ text: String = "") -> Diagnostic.Label { Diagnostic.Label(file, bytes, text) }
}

extension FilePlace: Hashable {
  /// Whether both are the same bytes of the same file.
  static func == (a: FilePlace, b: FilePlace) -> Bool {
    a.start == b.start && a.end == b.end && (a.source === b.source || a.file == b.file)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(end)
  }
}
