/// Reads the YAML that people write in one pass, and notes of each node where it stands.
///
/// It knows the shapes that Compose files have. Where it meets another one, or a mistake, it throws ``Unfamiliar``, and
/// the file is libyaml's to judge: it never accepts what libyaml refuses, and never sees another tree.
///
/// It goes line by line: the indentation says what has ended, then come the line's dashes, its key, its value. Only
/// text in quotes, in brackets and after `|` or `>` leads further than its line.
struct SpanScanner: ~Copyable {
  /// What it reads.
  let source: ScanBuffer
  /// How much may be read.
  let limits: YAMLLimits
  /// The nodes found so far.
  var entries: TapeWriter
  /// What else belongs on their tape.
  var tape = Tape()
  /// The comments found so far.
  var comments = CommentTable()
  /// The innermost collection that hasn't ended yet; the document where all have.
  var innermost = OpenCollection()
  /// What holds the innermost one, outermost first.
  var outer = Scratch<OpenCollection>(capacity: 16)
  /// Where the last complete node ends.
  var lastEnd = 0
  /// Whether the last line ended in text without quotes, which may go on.
  var endsInPlainText = false
  /// The anchor and tag that belong to the next node.
  var properties = PendingProperties()
  /// The document's nodes that have anchors, by name.
  var anchors: [String: Int] = [:]

  /// Finds keys that a mapping may have twice.
  var keys = KeyLedger()

  private var hasDocumentStart = false

  /// Something that isn't known here.
  struct Unfamiliar: Error {
    /// Whether all was known, but there was no room for it on the tape.
    var isForWantOfRoom = false
  }

  /// Begins to read `source`, which ``TextCheck`` has found to be familiar.
  init(_ source: ScanBuffer, limits: YAMLLimits, writingTo entries: consuming TapeWriter) {
    self.source = source
    self.limits = limits
    self.entries = entries
  }

  /// Reads everything from `start` on.
  mutating func scan(from start: Int) throws(Unfamiliar) {
    var line = start
    while line < source.count {
      let offset = skippingSpaces(from: line)
      switch source[offset] {
      case Mark.lineFeed, Mark.carriageReturn: line = lineAfterBreak(at: offset)
      case Mark.comment:
        endsInPlainText = false
        line = takeComment(at: offset)
      case Mark.tab: throw Unfamiliar()
      default: line = try takeLine(from: offset, column: offset - line)
      }
    }
    try endDocument()
    guard entries.count <= limits.nodes else { throw Unfamiliar() }
    suspectMergeKeys()
  }

  /// Suspects the mappings whose key `<<` doesn't stand before the alias of a mapping.
  private mutating func suspectMergeKeys() {
    for (key, mapping) in keys.mergeKeys {
      let value = entries[key + 1]
      let isMapping = value.kind == .alias && entries[Int(value.link)].kind == .mapping
      if !isMapping { keys.suspects.insert(mapping) }
    }
  }

  /// Takes the line whose text begins at `offset`, and all that begins on it.
  ///
  /// - Returns: where the next line begins.
  @inline(__always) private mutating func takeLine(from offset: Int, column: Int) throws(Unfamiliar) -> Int {
    if column == 0, let next = try takeDocumentStart(at: offset) { return next }
    if endsInPlainText, column > Int(innermost.column) { return try continuePlainText(at: offset) }
    endsInPlainText = false
    try endCollections(at: column, isDash: isDash(at: offset))
    return try takeEntries(at: offset, column: column)
  }

  /// Takes the `---` at the beginning of a line; nil where there is none.
  private mutating func takeDocumentStart(at offset: Int) throws(Unfamiliar) -> Int? {
    guard source[offset] != Mark.directive else { throw Unfamiliar() }
    guard isDocumentMarker(at: offset) else { return nil }
    guard source[offset] == Mark.dash else { throw Unfamiliar() }
    if hasDocumentStart || !innermost.awaitsNode || outer.count > 0 { try endDocument() }
    hasDocumentStart = true
    return try takeLineEnd(at: offset &+ 3)
  }

  /// Ends all that is open. A document that holds nothing is left to libyaml.
  private mutating func endDocument() throws(Unfamiliar) {
    try endCollections(at: -1, isDash: false)
    guard !innermost.awaitsNode || !hasDocumentStart else { throw Unfamiliar() }
    innermost.awaitsNode = true
    hasDocumentStart = false
    endsInPlainText = false
    anchors.removeAll(keepingCapacity: true)
  }
}
