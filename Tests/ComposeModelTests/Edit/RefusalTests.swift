import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Refused edits` {
  private func sentence(_ text: String, _ edits: Edit...) throws -> String? {
    let document = try #require(ComposeDocument.parse(Array(text.utf8), file: "compose.yaml").value)
    do throws(EditRefusal) {
      _ = try document.applying(edits)
      return nil
    } catch {
      return "\(error.code): \(error)"
    }
  }

  @Test func `a path that leads nowhere`() throws {
    #expect(
      try sentence("services:\n  web:\n    image: x\n", .set(path("services.wbe.image"), "z"))
        == "edit/missing-path: can't set services.wbe.image: there is no `services.wbe`"
    )
    let refused = try refusal("services:\n  web:\n    image: x\n", .set(path("services.wbe.image"), "z"))
    #expect(refused?.help == "write `web`, or insert the key first")
    #expect(
      try sentence("p: [a]\n", .remove(path("p[1]"))) == "edit/missing-path: can't remove p[1]: `p` has 1 item"
    )
    #expect(
      try sentence("# empty\n", .set(path("a"), 1)) == "edit/missing-path: can't set a: the file is empty"
    )
    #expect(
      try sentence("a: {b: 1}\n", .insert(path("a.c"), 1, at: .after("d")))
        == "edit/missing-path: can't insert a.c: there is no `a.d`"
    )
    #expect(
      try sentence("a: [b]\n", .insert(path("a[2]"), 1, at: .last))
        == "edit/missing-path: can't insert a[2]: `a` has 1 item"
    )
  }

  @Test func `the wrong kind of node`() throws {
    #expect(
      try sentence("a: 1\n", .set(path("a.b"), 1))
        == "edit/wrong-kind: can't set a.b: `a` is a single value, not a mapping"
    )
    #expect(
      try sentence("a: {b: 1}\n", .append(path("a"), 1))
        == "edit/wrong-kind: can't append a: `a` is a mapping, not a list"
    )
    #expect(
      try sentence("- a\n", .insert(path("b"), 1, at: .last))
        == "edit/wrong-kind: can't insert b: the document is a list, not a mapping"
    )
    #expect(
      try sentence("- a\n", .rename(path("[0]"), to: "b")) == "edit/wrong-kind: can't rename [0]: only keys have names"
    )
  }

  @Test func `anything behind an alias`() throws {
    let source = "x: &x\n  a: [1]\nb: *x\n"
    let message = "it stands behind the alias `*x`, so that other places would change too"
    #expect(try sentence(source, .set(path("b.a"), 1)) == "edit/behind-alias: can't set b.a: \(message)")
    #expect(
      try sentence(source, .insert(path("b.c"), 1, at: .last)) == "edit/behind-alias: can't insert b.c: \(message)"
    )
    #expect(
      try sentence("x: &x [1]\nb: *x\n", .append(path("b"), 1)) == "edit/behind-alias: can't append b: \(message)"
    )
  }

  @Test func `a key that comes from a merge`() throws {
    let source = "x: &x {a: 1}\nb:\n  <<: *x\n  c: 1\n"
    #expect(
      try sentence(source, .set(path("b.a"), 2))
        == "edit/behind-merge: can't set b.a: `a` comes from a merge key, so that other places would change too"
    )
    #expect(try edited(source, .insert(path("b.a"), 2, at: .last)) == source + "  a: 2\n")
  }

  @Test func `a key written with a question mark`() throws {
    #expect(
      try sentence("? a\n: b\nc: 1\n", .set(path("a"), 2))
        == "edit/explicit-key: can't set a: the key is written with `?`"
    )
  }

  @Test func `a line indented with a tab`() throws {
    #expect(
      try sentence("a: {\n\tb: 1\n}\n", .insert(path("a.c"), 1, at: .last))
        == "edit/tab-indentation: can't insert a.c: its line is indented with a tab"
    )
  }

  @Test func `a key that is set twice`() throws {
    #expect(try sentence("a: 1\na: 2\n", .set(path("a"), 3)) == "edit/ambiguous-key: can't set a: `a` is set twice")
    #expect(try edited("a: 1\na: 2\nb: 3\n", .set(path("b"), 4)) == "a: 1\na: 2\nb: 4\n")
  }

  @Test func `a name that is taken`() throws {
    #expect(
      try sentence("a: 1\nb: 2\n", .rename(path("a"), to: "b"))
        == "edit/key-exists: can't rename a: there is a key `b` already"
    )
    #expect(
      try sentence("a: 1\n", .insert(path("a"), 2, at: .last))
        == "edit/key-exists: can't insert a: there is a key `a` already"
    )
  }

  @Test func `two edits of the same text`() throws {
    #expect(
      try sentence("a: 1\nb: 2\n", .set(path("a"), 2), .remove(path("a")))
        == "edit/overlapping-edits: can't set a: it touches the same text as `remove a`"
    )
    #expect(
      try sentence("a: {b: 1}\n", .set(path("a"), 2), .set(path("a.b"), 3))?.hasPrefix("edit/overlapping-edits") == true
    )
    #expect(
      try sentence("a: 1\n", .insert(path("b"), 2, at: .last), .insert(path("b"), 3, at: .last))
        == "edit/not-verified: can't insert b: the result wouldn't be what was asked for: `b` is set twice in one mapping"
    )
  }

  @Test func `the document itself`() throws {
    #expect(
      try sentence("a: 1\n", .remove(.root))
        == "edit/unsupported-shape: can't remove : the document itself can't be removed"
    )
    #expect(
      try sentence("[1]\n", .set(.root, 1)) == "edit/unsupported-shape: can't set : the document itself can't be set"
    )
  }

  @Test func `an anchor that aliases still need`() throws {
    let refused = try sentence("a: &x 1\nb: *x\n", .remove(path("a")))
    #expect(refused?.contains("there is no anchor `&x` before this alias") == true)
    let redefined = try sentence("a: &x 1\nb: &x 2\nc: *x\n", .remove(path("b")))
    #expect(redefined?.hasSuffix("an alias would stand for something else") == true)
  }

  @Test func `more text than a value may have`() throws {
    let long = String(repeating: "x", count: 2 << 20)
    #expect(try sentence("a: 1\n", .set(path("a"), .string(long)))?.hasPrefix("edit/too-large") == true)
    let deep = (0..<100).reduce(YAMLValue.int(1)) { value, _ in [value] }
    #expect(try sentence("a: 1\n", .set(path("a"), deep))?.hasPrefix("edit/too-large") == true)
    #expect(
      try sentence("a: 1\n", .rename(path("a"), to: String(repeating: "k", count: 600)))
        == "edit/too-large: can't rename a: a key of 600 bytes is too long"
    )
  }

  @Test func `a batch with one refused edit changes nothing`() throws {
    let document = try document("a: 1\nb: 2\n")
    #expect(throws: EditRefusal.self) { try document.applying([.set(path("a"), 3), .remove(path("c"))]) }
    #expect(document.text == "a: 1\nb: 2\n")
  }

  @Test func `a refusal is a diagnostic at the place that stands in the way`() throws {
    let refused = try #require(try refusal("x: &x {a: 1}\nb: *x\n", .set(path("b.a"), 2)))
    #expect(refused.diagnostic.severity == .error)
    #expect(refused.diagnostic.labels == [.init("compose.yaml", 16..<18)])
    #expect(refused.diagnostic.help == "edit it where the anchor `&x` is, or set the alias itself")
  }
}
