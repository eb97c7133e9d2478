import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Merge keys` {
  private func merged(_ text: String, _ path: String) throws -> [String: String] {
    let pairs = try document(text).node(path)?.mergedPairs ?? []
    return Dictionary(pairs.compactMap { pair in pair.key.text.map { ($0, pair.value.text ?? "") } }) { a, b in a + b }
  }

  @Test func `own keys win, then the earliest mapping`() throws {
    let text = "x: &x {a: x, b: x, c: x}\nz: &z {a: z, b: z, d: z}\nm:\n  a: m\n  <<: [*x, *z]\n"
    #expect(try merged(text, "m") == ["a": "m", "b": "x", "c": "x", "d": "z"])
  }

  @Test func `what is merged may merge itself`() throws {
    let text = "x: &x {a: x}\nz: &z {<<: *x, b: z}\nm: {<<: *z, c: m}\n"
    #expect(try merged(text, "m") == ["a": "x", "b": "z", "c": "m"])
    #expect(try document(text).node("m.a")?.text == "x")
  }

  @Test func `a mapping may stand beside the key itself`() throws {
    #expect(try merged("m: {<<: {a: x}, b: m}\n", "m") == ["a": "x", "b": "m"])
  }

  @Test func `in quotes it is a key like others`() throws {
    #expect(try merged("m: {\"<<\": {a: x}, b: m}\n", "m") == ["<<": "", "b": "m"])
    #expect(try document("m: {\"<<\": {a: x}}\n").node("m.a")?.text == nil)
  }

  @Test func `pairs are as written`() throws {
    let document = try document("x: &x {a: x}\nm: {<<: *x, b: m}\n")
    #expect(document.node("m")?.pairs.map { $0.key.text } == ["<<", "b"])
    #expect(document.node("m")?.pairs.first?.key.isMergeKey == true)
  }

  @Test func `a node is read through its alias`() throws {
    let document = try document("x: &x [a, {b: c}]\nm: *x\n")
    #expect(document.node("m")?.kind == .alias)
    #expect(document.node("m")?.items.count == 2)
    #expect(document.node("m[1].b")?.text == "c")
    #expect(document.node("m")?.resolved.kind == .sequence)
    #expect(document.node("m[2]")?.text == nil)
    #expect(document.node("m.b")?.text == nil)
  }

  @Test func `only mappings can be merged`() {
    for text in ["<<: 1\n", "<<: [1]\n", "<<:\n", "x: &x [1]\nm: {<<: *x}\n"] {
      #expect(problems(text).map(\.message) == ["`<<` takes a mapping or a list of mappings"])
    }
  }
}
