import ComposeModel
import Fixtures
import SourceDiagnostics
import Testing

@Suite struct `Differences of any two documents` {
  @Test func `a document doesn't differ from itself, nor in meaning from its copy with other comments`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let file = try random(seed)
      #expect(DocumentDiff(from: file, to: file).level == .none)
      let copy = try document("# another head\n" + file.text)
      #expect(DocumentDiff(from: file, to: copy).level == .formatting, "\(seed)")
    }
  }

  @Test func `the level is semantic exactly where the values differ, and the same both ways`() throws {
    var random = SeededGenerator(seed: 41)
    for seed in 0..<600 as Range<UInt64> {
      let old = try self.random(seed)
      let loaded = ComposeDocument.parse(mutated(old.bytes, &random), file: "compose.yaml")
      // With a key set twice a mapping has no one value.
      guard let new = loaded.value, loaded.diagnostics.isEmpty else { continue }
      let diff = DocumentDiff(from: old, to: new)
      let values = [old, new].map { $0.roots.map { YAMLValue($0) } }
      let isSame = values[0].count == values[1].count && zip(values[0], values[1]).allSatisfy { $0.isSame(as: $1) }
      // A value doesn't know the tags that aren't YAML's own.
      if !old.text.contains("!"), !new.text.contains("!") {
        #expect((diff.level == .semantic) != isSame, "\(seed)\n\(old.text)\n---\n\(new.text)")
      }
      #expect(diff.level == DocumentDiff(from: new, to: old).level, "\(seed)")
      for change in diff.changes {
        if let range = change.old { #expect(range.upperBound <= old.bytes.count) }
        if let range = change.new { #expect(range.upperBound <= new.bytes.count) }
        #expect((change.oldPath == nil) == (change.old == nil) && (change.newPath == nil) == (change.new == nil))
      }
    }
  }

  @Test func `one edit is one change at its path`() throws {
    var random = SeededGenerator(seed: 42)
    for seed in 0..<300 as Range<UInt64> {
      let old = try self.random(seed)
      for path in old.paths.dropFirst().shuffled(using: &random).prefix(3) {
        guard old.node(at: path)?.kind == .scalar, let new = try? old.applying([.set(path, "another text")]) else {
          continue
        }
        let found = DocumentDiff(from: old, to: new).semanticChanges
        #expect(found.contains { $0.path == path }, "\(seed) \(path)")
        // An alias elsewhere may stand for it.
        if old.node(at: path)?.anchor == nil, !old.text.contains("*") { #expect(found.count == 1, "\(seed) \(path)") }
      }
    }
  }

  private func random(_ seed: UInt64) throws -> ComposeDocument {
    var source = RandomYAML(seed: seed)
    return try document(source.file())
  }
}
