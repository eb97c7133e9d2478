import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Lines and columns` {
  @Test func `a node knows where it begins`() throws {
    let document = try document("# für\na: 1\nb:\n  - x\n  - ü: y\n")
    #expect(document.node("a")?.position == SourcePosition(line: 2, column: 4))
    #expect(document.node("b[0]")?.position == SourcePosition(line: 4, column: 5))
    #expect(document.node("b[1].ü")?.position == SourcePosition(line: 5, column: 8))
  }

  @Test func `every byte has the place that diagnostics give it`() throws {
    for text in ["", "a: 1", "a: 1\n", "ü: é\r\nb: \"🙂\"\n\n# c\n", "\u{FEFF}a: 1\n"] {
      let document = try document(text)
      let source = SourceText(text)
      for offset in 0...document.bytes.count { #expect(document.position(of: offset) == source.position(of: offset)) }
    }
  }

  @Test func `many readers may ask at once`() async throws {
    let document = try document(String(repeating: "- a\n", count: 1_000))
    await withTaskGroup(of: Bool.self) { group in
      for line in 0..<100 { group.addTask { document.position(of: line * 4).line == line + 1 } }
      for await isRight in group { #expect(isRight) }
    }
  }
}
