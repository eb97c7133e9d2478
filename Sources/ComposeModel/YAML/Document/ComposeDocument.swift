public import SourceDiagnostics

/// One YAML file, lossless: its bytes as they are, and a tree of places in them.
public struct ComposeDocument: Sendable {
  let storage: DocumentStorage

  /// The name that diagnostics use for it.
  public var file: String { storage.file }

  /// The file as it is.
  public var bytes: [UInt8] { storage.bytes }

  /// The root of each YAML document in the file.
  public var roots: [YAMLNode] { storage.tape.roots.map { YAMLNode(storage: storage, index: $0) } }

  /// The root of the first YAML document; nil in a file without any.
  public var root: YAMLNode? { storage.tape.roots.first.map { YAMLNode(storage: storage, index: $0) } }

  /// Where the comments stand, in order, each from its `#` to the end of its line.
  public var comments: [Range<Int>] { storage.comments.ranges }

  /// The node at `path` below the first root, through aliases and merge keys.
  public func node(at path: YAMLPath) -> YAMLNode? {
    path.components.reduce(root) { node, component in
      switch component {
      case .key(let key): return node?[key]
      case .index(let index):
        guard let items = node?.items, items.indices.contains(index) else { return nil }
        return items[index]
      }
    }
  }
}

extension ComposeDocument: Equatable {
  /// Whether both have the same name and the same bytes.
  public static func == (a: Self, b: Self) -> Bool { a.file == b.file && a.bytes == b.bytes }
}

extension ComposeDocument {
  /// Reads `bytes`, and says what is wrong with them in diagnostics of `file`.
  ///
  /// There is no value when the text isn't YAML, passes a limit, or has an alias that can't be followed. Duplicate keys
  /// are errors that leave a value.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func parse(
    _ bytes: [UInt8],
    file: String,
    limits: YAMLLimits = .standard
  ) -> Loaded<ComposeDocument> {
    if let diagnostic = firstLook(at: bytes, file: file, limits: limits) { return Loaded(nil, [diagnostic]) }
    let base = bytes.textStart
    var builder = TapeBuilder(bytes, base: base, file: file, limits: limits)
    if let problem = readLibYAMLEvents(of: bytes[base...], { builder.take($0, $1) }) {
      let diagnostic = problem.diagnostic(in: bytes, file: file, bracket: builder.openBracket) { place, isInBytes in
        isInBytes ? base + place : builder.byte(at: place)
      }
      return Loaded(nil, [diagnostic])
    }
    guard builder.diagnostics.isEmpty else { return Loaded(nil, builder.diagnostics) }
    let storage = DocumentStorage(file: file, bytes: bytes, tape: builder.tape, limits: limits)
    let unreadable = storage.aliasProblems
    guard unreadable.isEmpty else { return Loaded(nil, unreadable) }
    let document = ComposeDocument(storage: storage)
    return Loaded(document, document.keyProblems)
  }

  private static func firstLook(at bytes: [UInt8], file: String, limits: YAMLLimits) -> Diagnostic? {
    guard bytes.count <= limits.bytes else {
      return Diagnostic(
        .error,
        .tooLarge,
        "the file has \(bytes.count) bytes, more than the \(limits.bytes) that are read",
        labels: [.init(file, 0..<0)],
        help: "split the file"
      )
    }
    if let offset = bytes.firstByteThatIsNotUTF8 {
      return Diagnostic(
        .error,
        .notUTF8,
        "the byte at offset \(offset) is no part of UTF-8 text",
        labels: [.init(file, offset..<offset + 1)],
        help: "save the file as UTF-8"
      )
    }
    return bytes.directive(after: 100).map { offset in
      Diagnostic(
        .error,
        .syntax,
        "more than 100 lines begin with `%`",
        labels: [.init(file, offset..<offset + 1)],
        help: "remove them, or indent the text"
      )
    }
  }
}

extension [UInt8] {
  /// Where the line begins that is the first after `count` others with a `%` at their beginning.
  ///
  /// The time that libyaml takes for directives grows with their square.
  fileprivate func directive(after count: Int) -> Int? {
    guard contains(UInt8(ascii: "%")) else { return nil }
    let places = indices.lazy.filter { offset in
      self[offset] == UInt8(ascii: "%")
        && (offset == 0 || [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF].contains(self[offset - 1]))
    }
    return places.dropFirst(count).first
  }
}

/// What the views of a document share.
final class DocumentStorage: Sendable {
  let file: String
  let bytes: [UInt8]
  let tape: Tape
  let comments: CommentTable
  let limits: YAMLLimits

  init(file: String, bytes: [UInt8], tape: Tape, limits: YAMLLimits) {
    self.file = file
    self.bytes = bytes
    self.tape = tape
    self.limits = limits
    comments = CommentTable(of: bytes, tape)
  }
}
