import ComposeModel
import SourceDiagnostics
import Testing

/// The document in `text`, which must have no problems.
func document(_ text: String, location: SourceLocation = #_sourceLocation) throws -> ComposeDocument {
  let loaded = ComposeDocument.parse(Array(text.utf8), file: "compose.yaml")
  #expect(loaded.diagnostics.isEmpty, sourceLocation: location)
  return try #require(loaded.value, sourceLocation: location)
}

/// What is wrong with `text`.
func problems(_ text: String, limits: YAMLLimits = .standard) -> [Diagnostic] {
  ComposeDocument.parse(Array(text.utf8), file: "compose.yaml", limits: limits).diagnostics
}

/// The text that `node` takes up in its source.
func source(of node: YAMLNode?, in document: ComposeDocument) -> String? {
  node.map { String(decoding: document.bytes[$0.bytes], as: UTF8.self) }
}

extension ComposeDocument {
  /// The whole text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The node at a path in writing.
  func node(_ path: String) -> YAMLNode? { (try? YAMLPath(parsing: path)).flatMap { node(at: $0) } }
}

/// Random numbers that are the same for the same seed: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
