internal import CLibYAML

/// One event of libyaml's stream, copied out of its memory.
struct LibYAMLEvent {
  /// What happens.
  enum Kind {
    case documentStart
    case alias
    case scalar
    case sequenceStart
    case mappingStart
    case collectionEnd
    case other
  }

  /// What happens.
  var kind = Kind.other
  /// Where it begins, counted in characters.
  var start: Int
  /// Where it ends, counted in characters.
  var end: Int
  /// The anchor of a node, or the name of an alias.
  var anchor: String?
  /// The full tag.
  var tag: String?
  /// How the node is written.
  var style = YAMLStyle.plain
}

/// Why libyaml stopped.
struct LibYAMLProblem: Error {
  /// libyaml's words for what is wrong.
  var problem: String
  /// libyaml's words for what it was reading.
  var context: String
  /// Where, in characters, or in bytes where the reader itself gave up.
  var place: Int
  /// Where what it was reading began, in characters.
  var contextPlace: Int?
  /// Whether ``place`` counts bytes.
  var isPlaceInBytes: Bool
}

/// Hands each event of the YAML in `bytes` to `body`, with a scalar's text, until `body` says that it is enough.
///
/// - Returns: why libyaml stopped before the end, if it did.
func readLibYAMLEvents(
  of bytes: ArraySlice<UInt8>,
  _ body: (LibYAMLEvent, Span<UInt8>) -> Bool
) -> LibYAMLProblem? {
  // The parser reads from the buffer only inside the closure, which keeps the bytes alive.
  unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let parser = unsafe LibYAMLParser(reading: buffer) else { return .outOfMemory }
    while true {
      switch parser.next(body) {
      case .success(.more): continue
      case .success(.end): return nil
      case .failure(let problem): return problem
      }
    }
  }
}

/// Owns a libyaml parser; freed when it goes out of scope.
@safe private struct LibYAMLParser: ~Copyable {
  enum Progress {
    case more
    case end
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Begins to read `input`, which must outlive the parser.
  init?(reading input: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    unsafe self.parser = parser
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// Reads one event and lends it to `body`; libyaml's copy is freed before this returns.
  func next(_ body: (LibYAMLEvent, Span<UInt8>) -> Bool) -> Result<Progress, LibYAMLProblem> {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { return .failure(problem) }
    defer { unsafe yaml_event_delete(&event) }
    guard unsafe event.type != YAML_STREAM_END_EVENT, unsafe event.type != YAML_NO_EVENT else { return .success(.end) }
    let isScalar = unsafe event.type == YAML_SCALAR_EVENT
    // A scalar's value and length describe one allocation, which lives until the event is deleted.
    let text = unsafe UnsafeBufferPointer(
      start: isScalar ? event.data.scalar.value : nil,
      count: isScalar ? event.data.scalar.length : 0
    )
    return .success(unsafe body(LibYAMLEvent(event), text.span) ? .more : .end)
  }

  private var problem: LibYAMLProblem {
    let state = unsafe parser.pointee
    guard unsafe state.error != YAML_MEMORY_ERROR else { return .outOfMemory }
    let isReader = unsafe state.error == YAML_READER_ERROR
    return LibYAMLProblem(
      problem: unsafe state.problem.map { unsafe String(cString: $0) } ?? "",
      context: unsafe state.context.map { unsafe String(cString: $0) } ?? "",
      place: unsafe isReader ? state.problem_offset : Int(state.problem_mark.index),
      contextPlace: unsafe state.context == nil ? nil : Int(state.context_mark.index),
      isPlaceInBytes: isReader
    )
  }
}

extension LibYAMLProblem {
  static let outOfMemory = Self(problem: "out of memory", context: "", place: 0, isPlaceInBytes: true)
}

extension LibYAMLEvent {
  /// Copies what we need out of `event`, whose union is read only by the member that its type names.
  fileprivate init(_ event: yaml_event_t) {
    start = unsafe Int(event.start_mark.index)
    end = unsafe Int(event.end_mark.index)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT:
      kind = .documentStart
    case YAML_ALIAS_EVENT:
      kind = .alias
      anchor = unsafe Self.text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT:
      kind = .scalar
      anchor = unsafe Self.text(event.data.scalar.anchor)
      tag = unsafe Self.text(event.data.scalar.tag)
      style = unsafe YAMLStyle(event.data.scalar.style)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      anchor = unsafe Self.text(event.data.sequence_start.anchor)
      tag = unsafe Self.text(event.data.sequence_start.tag)
      style = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      anchor = unsafe Self.text(event.data.mapping_start.anchor)
      tag = unsafe Self.text(event.data.mapping_start.tag)
      style = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      kind = .collectionEnd
    default:
      kind = .other
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

extension YAMLStyle {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
