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
