import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Files that mean harm` {
  private func code(_ bytes: [UInt8], limits: YAMLLimits = .standard) -> String? {
    let loaded = ComposeDocument.parse(bytes, file: "a.yaml", limits: limits)
    #expect((loaded.value == nil) == loaded.diagnostics.containsError)
    return loaded.diagnostics.first.map { "\($0.code)" }
  }

  @Test func `aliases that double again and again are refused`() {
    let lines = (1...40).map { "k\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }
    #expect(code(Array(("k0: &a0 x\n" + lines.joined()).utf8)) == "yaml/alias-expansion")
  }

  @Test func `aliases of one large list are refused once they stand for too much`() {
    let list = "a: &a [" + String(repeating: "x, ", count: 20_000) + "]\n"
    let uses = String(repeating: "- *a\n", count: 20_000)
    #expect(code(Array((list + "b:\n" + uses).utf8)) == "yaml/alias-expansion")
  }

  @Test func `aliases of one long text are refused once they stand for too much`() {
    let text = "v: &a " + String(repeating: "x", count: 1 << 20) + "\nl:\n" + String(repeating: "- *a\n", count: 100)
    #expect(code(Array(text.utf8)) == "yaml/alias-expansion")
    #expect(code(Array(text.replacing("- *a", with: "- *a : 1").utf8)) == "yaml/alias-expansion")
  }

  @Test func `aliases that nest deeper than the limit are refused`() {
    let lines = (1...300).map { "k\($0): &a\($0) [*a\($0 - 1)]\n" }
    #expect(code(Array(("k0: &a0 x\n" + lines.joined()).utf8)) == "yaml/too-deep")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "a: [", "{a: "])
  func `a hundred thousand levels are refused, not followed`(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(code(Array(text.utf8)) != nil)
  }

  @Test func `a hundred thousand levels by indentation are refused`() {
    // Deeper lines get longer: as many levels as a megabyte has room for.
    let lines = (0..<1_400).map { String(repeating: " ", count: $0) + "a:\n" }
    #expect(code(Array(lines.joined().utf8)) == "yaml/too-deep")
  }

  @Test func `a gigabyte of blanks is refused before it is read`() {
    #expect(code([UInt8](repeating: UInt8(ascii: " "), count: 1 << 30)) == "yaml/too-large")
  }

  @Test(arguments: [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "#"), UInt8(ascii: "a"), UInt8(ascii: "-")])
  func `megabytes of one byte are read or refused in one pass`(_ byte: UInt8) {
    let bytes = [UInt8](repeating: byte, count: 8 << 20)
    let loaded = ComposeDocument.parse(bytes, file: "a.yaml")
    #expect(loaded.value?.bytes.count ?? bytes.count == bytes.count)
  }

  @Test(arguments: ["\0", "a: \0\n", "\"\0\"\n", "# \0\n", "a: |\n  \0\n", "\u{7F}", "a: \u{1}b", "a: \u{FFFE}"])
  func `control characters are refused with their place`(_ text: String) {
    let loaded = ComposeDocument.parse(Array(text.utf8), file: "a.yaml")
    #expect(loaded.value == nil)
    #expect(loaded.diagnostics.map(\.message) == ["a control character stands in the text"])
  }

  @Test(
    arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0xE2, 0x80]] as [[UInt8]]
  )
  func `what isn't UTF-8 is refused with its place`(_ bytes: [UInt8]) {
    for prefix in ["a: b", "# " + String(repeating: "x", count: 100), ""] {
      let loaded = ComposeDocument.parse(Array(prefix.utf8) + bytes, file: "a.yaml")
      #expect(loaded.diagnostics.first?.code == "yaml/not-utf8")
      #expect(loaded.diagnostics.first?.labels.first?.bytes == prefix.utf8.count..<prefix.utf8.count + 1)
    }
  }

  @Test(arguments: ["a: 1\rb: 2\r", "a: 1\u{85}b: 2\u{85}", "a: 1\u{2028}b: 2\u{2029}", "a: 1\r\nb: 2\rc: 3\n"])
  func `the line breaks of YAML 1-1 are read as libyaml reads them, and kept`(_ text: String) throws {
    let document = try document(text)
    #expect(document.node("b")?.scalar == .int(2))
    #expect(document.bytes == Array(text.utf8))
    #expect(try document.applying([.set(YAMLPath(keys: "a"), 5)]).text == text.replacing("a: 1", with: "a: 5"))
  }

  @Test func `more nodes than the limit are refused`() {
    let limits = YAMLLimits(nodes: 100)
    #expect(code(Array(("[" + String(repeating: "a, ", count: 99) + "]").utf8), limits: limits) == nil)
    #expect(
      code(Array(("[" + String(repeating: "a, ", count: 100) + "]").utf8), limits: limits) == "yaml/too-many-nodes"
    )
  }

  @Test func `a file with more nodes than bytes for them is read all the same`() throws {
    let document = try document("[" + String(repeating: "{a},", count: 5_000) + "]")
    #expect(document.root?.items.count == 5_000)
  }

  @Test func `keys that only look alike aren't taken for the same`() throws {
    let keys = (0..<500).map { "aaaaaaaa\($0 % 10)\($0 / 10)bbbbbbbb" }
    let text = keys.map { "\($0): 1\n" }.joined()
    #expect(try document(text).root?.pairs.count == 500)
    let loaded = ComposeDocument.parse(Array((text + "\"\(keys[250])\": 1\n").utf8), file: "a.yaml")
    #expect(loaded.diagnostics.map(\.code) == ["yaml/duplicate-key"] && loaded.value != nil)
  }
}
