import ComposeModel
import Testing

@Suite struct `Places of nodes in their source` {
  @Test func `a plain scalar ends before the comment beside it`() throws {
    let document = try document("a: nginx:1.25   # pinned\n")
    #expect(source(of: document.node("a"), in: document) == "nginx:1.25")
  }

  @Test func `quotes belong to a scalar's own text`() throws {
    let document = try document("a: \"x # y\"\nb: 'it''s'\n")
    #expect(source(of: document.node("a"), in: document) == "\"x # y\"")
    #expect(document.node("a")?.text == "x # y")
    #expect(source(of: document.node("b"), in: document) == "'it''s'")
    #expect(document.node("b")?.text == "it's")
  }

  @Test func `a block mapping ends where its last child does`() throws {
    let document = try document("a:\n  b: 1\n  c: 2 # two\n\n# about d\nd: 3\n")
    #expect(source(of: document.node("a"), in: document) == "b: 1\n  c: 2")
  }

  @Test func `a list at its key's own column ends where its last item does`() throws {
    let document = try document("ports:\n- 80:80\n# more\n- 81:81\nb: 1\n")
    #expect(source(of: document.node("ports"), in: document) == "- 80:80\n# more\n- 81:81")
  }

  @Test func `brackets belong to a flow collection`() throws {
    let document = try document("a: [b, {c: d}]   \n")
    #expect(source(of: document.node("a"), in: document) == "[b, {c: d}]")
    #expect(source(of: document.node("a[1]"), in: document) == "{c: d}")
  }

  @Test func `a single pair in a list has no brackets`() throws {
    let document = try document("a: [b: c , d]\n")
    #expect(source(of: document.node("a[0]"), in: document) == "b: c")
  }

  @Test func `a value that isn't written stands after its colon`() throws {
    let document = try document("a:\nb: # c\nc: {d, e: }\n")
    #expect(document.node("a")?.bytes == 2..<2)
    #expect(document.node("b")?.bytes == 5..<5)
    #expect(document.node("c.d")?.bytes == 15..<15)
    #expect(document.node("c.e")?.bytes == 19..<19)
  }

  @Test func `a literal block ends with its last line, before the break`() throws {
    let document = try document("a: |\n  x\n\n  y # text\n\n\nb: >-\n  z\n")
    #expect(source(of: document.node("a"), in: document) == "|\n  x\n\n  y # text")
    #expect(document.node("a")?.text == "x\n\ny # text\n")
    #expect(source(of: document.node("b"), in: document) == ">-\n  z")
  }

  @Test func `a literal block that keeps its blank lines holds them`() throws {
    let document = try document("a: |+\n  x\n\n\nb: 1\n")
    #expect(source(of: document.node("a"), in: document) == "|+\n  x\n\n")
    #expect(document.node("a")?.text == "x\n\n\n")
  }

  @Test func `anchors and tags aren't part of a node's text`() throws {
    let document = try document("a: &x !!str 5\nb: !override\n  - c\nd: *x\n")
    let a = try #require(document.node("a"))
    #expect(source(of: a, in: document) == "5")
    #expect(a.anchor == "x")
    #expect(a.tag == "!!str")
    #expect(a.scalar == .string("5"))
    #expect(source(of: document.node("b"), in: document) == "- c")
    #expect(document.node("b")?.tag == "!override")
    #expect(source(of: document.node("d"), in: document) == "*x")
  }

  @Test func `an anchor of a mapping isn't that of its first key`() throws {
    let document = try document("a: &m\n  &k b: 1\n")
    #expect(document.node("a")?.anchor == "m")
    #expect(source(of: document.node("a"), in: document) == "&k b: 1")
    #expect(document.node("a")?.pairs.first?.key.anchor == "k")
  }

  @Test func `places count bytes after a byte order mark and beyond ASCII`() throws {
    let document = try document("\u{FEFF}ü: \"Grüße €\" # 🙂\n日本: 🙂 x\n")
    #expect(source(of: document.node("ü"), in: document) == "\"Grüße €\"")
    #expect(source(of: document.node("日本"), in: document) == "🙂 x")
    #expect(source(of: document.root, in: document)?.hasPrefix("ü") == true)
  }

  @Test func `lines may end in CR LF`() throws {
    let document = try document("a: 1\r\nb:\r\n  c: |\r\n    x\r\n    y\r\nd: 2\r\n")
    #expect(document.node("b.c")?.text == "x\ny\n")
    #expect(source(of: document.node("b.c"), in: document) == "|\r\n    x\r\n    y")
  }

  @Test func `collections may nest as deep as the limit`() throws {
    let text = String(repeating: "[", count: 200) + "x" + String(repeating: "]", count: 200)
    let document = try document(text)
    let path = YAMLPath(Array(repeating: .index(0), count: 200))
    #expect(document.node(at: path)?.text == "x")
    #expect(try document.applying([.set(path, "z")]).text == text.replacing("x", with: "z"))
  }

  @Test func `documents are the same when their names and bytes are`() throws {
    #expect(try document("a: 1\n") == document("a: 1\n"))
    #expect(try document("a: 1\n") != document("a: 2\n"))
  }

  @Test func `a file may hold several documents or none`() throws {
    let several = try document("%YAML 1.2\n---\na: 1\n---\nb: 2\n...\n")
    #expect(several.roots.map { source(of: $0, in: several) } == ["a: 1", "b: 2"])
    let none = try document("# nothing\n")
    #expect(none.roots.isEmpty)
    #expect(none.root == nil)
  }
}
