import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Text that isn't YAML` {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var message: String
    var places: [Range<Int>]

    init(_ text: String, _ message: String, _ places: Range<Int>...) {
      self.text = text
      self.message = message
      self.places = places
    }

    var testDescription: String { message }
  }

  @Test(arguments: [
    Example("a:\n\tb: 1\n", "a tab is used for indentation", 3..<4),
    Example("a: |\n  x\n\ty\n", "a tab is used for indentation", 9..<10),
    Example("a: \"x\nb: 1\n", "a quote is never closed", 3..<4),
    Example("a: 'x\n", "a quote is never closed", 3..<4),
    Example("a: [b, c\nd: 1\n", "expected `,` or `]` in the list that begins with `[`", 10..<11, 3..<4),
    Example("a: {b: 1\n", "expected `,` or `}` in the mapping that begins with `{`", 9..<9, 3..<4),
    Example("a: b: c\n", "a second `:` on this line makes a mapping where none can be", 4..<5),
    Example("a: x\n  b: 1\n", "a second `:` on this line makes a mapping where none can be", 8..<9),
    Example("a: - b\n", "a list can't begin here", 3..<4),
    Example("a: 1\nb\nc: 1\n", "this key has no `:`", 7..<8, 5..<6),
    Example("a:\n  b: 1\n c: 2\n", "this line doesn't line up with the keys of its mapping", 11..<12, 0..<1),
    Example("a:\n  - b\n  c: 1\n", "this line doesn't line up with the items of its list", 11..<12, 5..<6),
    Example("a: @b\n", "a text without quotes can't begin with `@`", 3..<4),
    Example("a: `b`\n", "a text without quotes can't begin with ```", 3..<4),
    Example("a: %b\n", "a text without quotes can't begin with `%`", 3..<4),
    Example("a: \"\\q\"\n", "this escape isn't known between double quotes", 4..<5),
    Example("a: \"\\x1\"\n", "this escape names no character", 6..<7),
    Example("a: & b\n", "this anchor or alias has no proper name", 4..<5),
    Example("a: !x!y z\n", "this tag's prefix isn't declared", 3..<4),
    Example("a: \u{1}\n", "a control character stands in the text", 3..<4),
    Example("a: | x\n", "nothing but a comment may follow here", 5..<6),
    Example("a: *x\n", "there is no anchor `&x` before this alias", 3..<5),
    Example("a: !<x y\n", "this tag has no proper name", 6..<7),
    Example("a: &x, y\n", "something stands after the end of the value", 5..<6),
    Example("a: !x{} y\n", "a blank is missing after this name", 5..<6),
    Example("a: |0\n  x\n", "a block of text can't be indented by 0", 4..<5),
    Example("%FOO\n%YAML x\n--- a\n", "this line beginning with `%` isn't understood", 4..<5),
    Example("a: \"b\" c\n", "something stands after the end of the value", 7..<8),
    Example("- 'b' c\n", "something stands after the end of the value", 6..<7),
    Example("a: b\n? c: - d\n", "a list can't begin here", 10..<11),
    Example("[a]\n[b]\n", "something stands after the end of the document", 4..<5),
    Example("ü: 'é\n", "a quote is never closed", 4..<5),
    Example("\u{FEFF}ü: [\n", "a `[` is never closed", 7..<8),
    Example("a: [b, ,c]\n", "a value is missing here", 7..<8),
  ])
  func `is refused with its place`(_ example: Example) {
    let found = problems(example.text)
    #expect(found.map(\.message) == [example.message])
    #expect(found.first?.labels.map(\.bytes) == example.places)
    #expect(found.first?.help != nil)
  }

  @Test func `a quote that isn't closed is shown where it opens`() throws {
    let text = "services:\n  web:\n    image: \"nginx\n    restart: always\n"
    let diagnostic = try #require(problems(text).first)
    let drawn = DiagnosticRenderer(sources: ["compose.yaml": SourceText(text)]).render([diagnostic])
    #expect(drawn.contains("error[yaml/syntax]: a quote is never closed"))
    #expect(drawn.contains("compose.yaml:3:12"))
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3], 0), ([0x61, 0xC0, 0xAF], 1), ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE2, 0x82], 0), ([0xFF, 0xFE, 0x61, 0x00], 0), ([0x80], 0),
      ([0xF0, 0x80, 0x80, 0x80], 0),
    ] as [([UInt8], Int)]
  )
  func `bytes that aren't UTF-8 are named`(_ bytes: [UInt8], _ offset: Int) {
    let loaded = ComposeDocument.parse(bytes, file: "a.yaml")
    #expect(loaded.value?.file == nil)
    #expect(loaded.diagnostics.map(\.code) == ["yaml/not-utf8"])
    #expect(loaded.diagnostics.first?.message == "the byte at offset \(offset) is no part of UTF-8 text")
    #expect(loaded.diagnostics.first?.labels == [.init("a.yaml", offset..<offset + 1)])
  }

  @Test func `all that is UTF-8 is read`() throws {
    let text = "a: \"\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{10000}\u{10FFFF}\"\n"
    #expect(ComposeDocument.parse(Array(text.utf8), file: "").diagnostics.allSatisfy { $0.code != "yaml/not-utf8" })
  }
}

@Suite struct `Keys that are set twice` {
  @Test func `both places are shown, and the document is there`() throws {
    let loaded = ComposeDocument.parse(Array("a: 1\nb:\n  \"c\": 1\n  c: 2\na: 3\n".utf8), file: "a.yaml")
    #expect(
      loaded.diagnostics.map(\.message) == ["`a` is set twice in one mapping", "`c` is set twice in one mapping"]
    )
    #expect(
      loaded.diagnostics.first?.labels
        == [.init("a.yaml", 24..<25, "again"), .init("a.yaml", 0..<1, "first set here")]
    )
    #expect(loaded.value?.node(at: try path("b.c"))?.text == "1")
  }

  @Test func `a merge key counts, and keys elsewhere don't`() {
    #expect(problems("x: &x {a: 1}\nb: {<<: *x, <<: *x}\n").map(\.message) == ["`<<` is set twice in one mapping"])
    #expect(problems("a: {b: 1}\nc: {b: 1}\n[d]: 1\n[d]: 2\n").isEmpty)
  }
}

@Suite struct `Limits of what is read` {
  @Test func `a file too large`() {
    #expect(
      problems("a: 1\n", limits: .init(bytes: 4)).map(\.message)
        == ["the file has 5 bytes, more than the 4 that are read"]
    )
    #expect(problems("a: 1\n", limits: .init(bytes: 5)).isEmpty)
  }

  @Test func `collections too deep`() {
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(problems(deep).map(\.message) == ["collections are nested more than 200 deep"])
    let endless = String(repeating: "[", count: 100_000)
    #expect(problems(endless).map(\.code) == ["yaml/too-deep"])
    #expect(problems("[[a]]", limits: .init(depth: 2)).isEmpty)
    #expect(problems("[[a]]", limits: .init(depth: 1)).map(\.code) == ["yaml/too-deep"])
    let stairs = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(problems(stairs).map(\.code) == ["yaml/too-deep"])
  }

  @Test func `too many directives`() {
    let text = String(repeating: "%TAG !a! b\n", count: 101) + "---\na: 1\n"
    #expect(problems(text).map(\.message) == ["more than 100 lines begin with `%`"])
    #expect(problems("a: |\n" + String(repeating: "  %x\n", count: 200)).isEmpty)
  }

  @Test func `too many values`() {
    #expect(
      problems("[1, 2, 3]", limits: .init(nodes: 3)).map(\.message) == ["the file holds more than 3 values"]
    )
    #expect(problems("[1, 2, 3]", limits: .init(nodes: 4)).isEmpty)
  }

  @Test func `an alias within what it stands for`() {
    let found = problems("a: &x [1, *x]\n")
    #expect(found.map(\.message) == ["`*x` stands inside of what it stands for"])
    #expect(found.first?.labels.map(\.bytes) == [10..<12, 3..<5])
    #expect(problems("a: &x\n  b: {<<: *x}\n").map(\.code) == ["yaml/alias-loop"])
    #expect(problems("&x a: &z [*x, [*z]]\n").map(\.code) == ["yaml/alias-loop"])
  }

  @Test func `aliases that stand for ever more`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(problems(text).map(\.message) == ["the aliases stand for more than 1000000 values"])
  }

  @Test func `aliases that nest ever deeper`() {
    let text = "a0: &a0 [x]\n" + (1...400).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(problems(text).map(\.code) == ["yaml/too-deep"])
    let merges = "a0: &a0 {k0: x}\n" + (1...400).map { "a\($0): &a\($0) {<<: *a\($0 - 1), k\($0): x}\n" }.joined()
    #expect(problems(merges).map(\.code) == ["yaml/too-deep"])
  }

  @Test func `not more than a hundred problems are named`() {
    #expect(problems(String(repeating: "- *x\n", count: 500)).count == 100)
    #expect(problems(String(repeating: "- {a: 1, a: 2}\n", count: 500)).count == 100)
  }
}
