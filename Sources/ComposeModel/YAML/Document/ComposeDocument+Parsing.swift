public import SourceDiagnostics

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
    guard bytes.count <= limits.bytes else { return Loaded(nil, [tooLarge(bytes.count, file: file, limits)]) }
    switch scan(bytes, limits) {
    case .understood(let tape, let comments, let suspects):
      let storage = DocumentStorage(file: file, bytes: bytes, tape: tape, comments: comments, limits: limits)
      return checked(storage, suspects)
    case .notUTF8(let offset): return Loaded(nil, [notUTF8(at: offset, file: file)])
    case .unfamiliar: return judged(bytes, file: file, limits: limits)
    }
  }

  /// What the scanner makes of a file.
  enum ScanResult {
    case understood(Tape, CommentTable, suspects: [Int])
    case unfamiliar
    case notUTF8(Int)
  }

  /// Reads `bytes` without libyaml's help.
  static func scan(_ bytes: [UInt8], _ limits: YAMLLimits) -> ScanResult {
    // The buffer is read only inside the closure, which keeps the bytes alive.
    unsafe bytes.withUnsafeBytes { buffer in
      guard let source = unsafe ScanBuffer(buffer) else { return .understood(Tape(), CommentTable(), suspects: []) }
      return scan(source, limits)
    }
  }

  private static func scan(_ source: ScanBuffer, _ limits: YAMLLimits) -> ScanResult {
    let start = source.textStart
    switch source.textCheck(from: start) {
    case .notUTF8(let offset): return .notUTF8(offset)
    case .unfamiliar: return .unfamiliar
    case .familiar: break
    }
    // In a Compose file a node takes up sixteen bytes; nowhere do more nodes begin than there are bytes.
    return scan(source, from: start, limits, roomFor: source.count / 12 + 4)
      ?? scan(source, from: start, limits, roomFor: source.count + 2) ?? .unfamiliar
  }

  /// Nil where there are more nodes than `room`.
  private static func scan(
    _ source: ScanBuffer,
    from start: Int,
    _ limits: YAMLLimits,
    roomFor room: Int
  ) -> ScanResult? {
    var result: ScanResult?
    // The writer lives as long as the closure, and initialises as many entries as it counts.
    let entries = unsafe [Tape.Entry](unsafeUninitializedCapacity: room) { memory, count in
      var scanner = SpanScanner(source, limits: limits, writingTo: unsafe TapeWriter(memory))
      do throws(SpanScanner.Unfamiliar) {
        try scanner.scan(from: start)
        result = .understood(scanner.tape, scanner.comments, suspects: scanner.keys.suspects.sorted())
      } catch {
        result = error.isForWantOfRoom ? nil : .unfamiliar
      }
      count = scanner.entries.count
    }
    guard case .understood(var tape, let comments, let suspects)? = result else { return result }
    tape.entries = entries
    return .understood(tape, comments, suspects: suspects)
  }

  /// What libyaml makes of `bytes`.
  private static func judged(_ bytes: [UInt8], file: String, limits: YAMLLimits) -> Loaded<ComposeDocument> {
    if let offset = bytes.directive(after: 100) {
      return Loaded(nil, [tooManyDirectives(at: offset, file: file)])
    }
    let base = bytes.textStart
    var builder = TapeBuilder(bytes, base: base, file: file, limits: limits)
    if let problem = readLibYAMLEvents(of: bytes[base...], { builder.take($0, $1) }) {
      let diagnostic = problem.diagnostic(in: bytes, file: file, bracket: builder.openBracket) { place, isInBytes in
        isInBytes ? base + place : builder.byte(at: place)
      }
      return Loaded(nil, [diagnostic])
    }
    guard builder.diagnostics.isEmpty else { return Loaded(nil, builder.diagnostics) }
    var tape = builder.tape
    tape.isJudged = true
    let comments = CommentTable(of: bytes, tape)
    let storage = DocumentStorage(file: file, bytes: bytes, tape: tape, comments: comments, limits: limits)
    return checked(storage, tape.entries.indices.filter { tape.entries[$0].kind == .mapping })
  }

  /// A document whose aliases can be followed, with what is wrong with its keys.
  ///
  /// Only `suspects` may be wrong: mappings by their places on the tape.
  private static func checked(_ storage: DocumentStorage, _ suspects: [Int]) -> Loaded<ComposeDocument> {
    let unreadable = storage.aliasProblems
    guard unreadable.isEmpty else { return Loaded(nil, unreadable) }
    let problems = storage.keyProblems(in: suspects)
    return Loaded(ComposeDocument(storage: storage, keyProblems: problems), problems)
  }
}

extension ComposeDocument {
  private static func tooLarge(_ count: Int, file: String, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
      .error,
      .tooLarge,
      "the file has \(count) bytes, more than the \(limits.bytes) that are read",
      labels: [.init(file, 0..<0)],
      help: "split the file"
    )
  }

  private static func notUTF8(at offset: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error,
      .notUTF8,
      "the byte at offset \(offset) is no part of UTF-8 text",
      labels: [.init(file, offset..<offset + 1)],
      help: "save the file as UTF-8"
    )
  }

  private static func tooManyDirectives(at offset: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error,
      .syntax,
      "more than 100 lines begin with `%`",
      labels: [.init(file, offset..<offset + 1)],
      help: "remove them, or indent the text"
    )
  }
}

extension [UInt8] {
  /// Where the line begins that is the first after `count` others with a `%` at their beginning.
  ///
  /// The time that libyaml takes for directives grows with their square.
  fileprivate func directive(after count: Int) -> Int? {
    guard contains(Mark.directive) else { return nil }
    let places = indices.lazy.filter { offset in
      self[offset] == Mark.directive
        && (offset == 0 || [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF].contains(self[offset - 1]))
    }
    return places.dropFirst(count).first
  }
}
