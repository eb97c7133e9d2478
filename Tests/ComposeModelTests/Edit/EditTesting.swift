import ComposeModel
import SourceDiagnostics
import Testing

/// `text` after `edits`.
func edited(_ text: String, _ edits: Edit..., location: SourceLocation = #_sourceLocation) throws -> String {
  let loaded = ComposeDocument.parse(Array(text.utf8), file: "compose.yaml")
  return try #require(loaded.value, sourceLocation: location).applying(edits).text
}

/// Why `edits` of `text` are refused; nil when they aren't.
func refusal(_ text: String, _ edits: Edit...) throws -> EditRefusal? {
  let document = try #require(ComposeDocument.parse(Array(text.utf8), file: "compose.yaml").value)
  do throws(EditRefusal) {
    _ = try document.applying(edits)
    return nil
  } catch {
    return error
  }
}

/// The path in `text`.
func path(_ text: String) throws -> YAMLPath { try YAMLPath(parsing: text) }

/// Expects `text` to be `wanted`, and shows both when it isn't.
func expectText(_ text: String, _ wanted: String, location: SourceLocation = #_sourceLocation) {
  #expect(text == wanted, sourceLocation: location)
}
