import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Differences of two documents` {
  /// What changed, a line each: kind, path, the old bytes and the new ones.
  private func changes(_ old: String, _ new: String) throws -> [String] {
    let (before, after) = (try document(old), try document(new))
    return DocumentDiff(from: before, to: after).changes.map { change in
      let sides = [change.old.map { before.bytes[$0] }, change.new.map { after.bytes[$0] }]
      let texts = sides.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }
      return "\(change.kind) \(change.path): \(texts[0]) → \(texts[1])"
    }
  }

  private func level(_ old: String, _ new: String) throws -> DocumentDiff.Level {
    DocumentDiff(from: try document(old), to: try document(new)).level
  }

  @Test func `equal bytes are no difference`() throws {
    #expect(try level("a: 1 # one\n", "a: 1 # one\n") == .none)
    #expect(try changes("a: 1\n", "a: 1\n").isEmpty)
  }

  @Test(arguments: [
    ("a: 1\n", "a: 1 # one\n"), ("a: 1\nb: 2\n", "b: 2\na: 1\n"), ("a: b\n", "a: 'b'\n"), ("a: [b]\n", "a:\n  - b\n"),
    ("a: &x {b: 1}\nc: *x\n", "a: &x {b: 1}\nc: {b: 1}\n"), ("a: 1\n", "a:   1\n\n"), ("a: 1", "a: 1\n"),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", "a: {b: 1}\nc: {b: 1}\n"), ("a: \"b\\tc\"\n", "a: \"b\\x09c\"\n"),
    ("a:\n", "a: ~\n"),
    ("a: >-\n  b\n  c\n", "a: b c\n"), ("a: 1\n", "---\na: 1\n"), ("a: 0x1F\n", "a: 31\n"),
  ])
  func `what means the same differs in formatting alone`(_ old: String, _ new: String) throws {
    #expect(try level(old, new) == .formatting)
    #expect(try level(new, old) == .formatting)
    #expect(try !changes(old, new).isEmpty)
  }

  @Test(arguments: [
    ("a: 1\n", "a: 2\n"), ("a: 1\n", "a: \"1\"\n"), ("a: b\n", "a: !reset b\n"), ("a: [b, c]\n", "a: [c, b]\n"),
    ("a: |\n  b", "a: |\n  b\n"), ("a: ~\n", "a: \"\"\n"), ("a: 1\n", "a: 1\nb: 2\n"), ("a: {}\n", "a: []\n"),
    ("x: &x {b: 1}\nc: *x\n", "x: &x {b: 2}\nc: *x\n"), ("a: 1\n", "a: 1\n---\nb: 1\n"), ("a: yes\n", "a: true\n"),
  ])
  func `what means something else differs in meaning`(_ old: String, _ new: String) throws {
    #expect(try level(old, new) == .semantic)
    #expect(try level(new, old) == .semantic)
  }

  @Test(arguments: [
    // The same text below a key, further to the left.
    ("k:\n  - a\n  - b\n", "k:\n- a\n  - b\n"), ("w:\n  b:\n  c: 2\n", "w:\n b:\n  c: 2\n"),
    // A tag of a collection, which Compose acts on.
    ("a: !override [80]\n", "a: [80]\n"), ("a: !reset {b: 1}\n", "a: {b: 1}\n"),
    // Texts that look alike.
    ("a: \u{E9}\n", "a: e\u{301}\n"), ("\u{E9}: 1\n", "e\u{301}: 1\n"),
  ])
  func `what only looks the same differs in meaning`(_ old: String, _ new: String) throws {
    #expect(try level(old, new) == .semantic)
    #expect(try level(new, old) == .semantic)
  }

  @Test func `a key that is set twice doesn't hide another`() throws {
    let texts = ["a: {x: 1, x: 1}\n", "a: {x: 1, y: 2}\n"]
    let nodes = try texts.map { text in
      try #require(ComposeDocument.parse(Array(text.utf8), file: "a.yaml").value?.node("a"))
    }
    #expect(!nodes[0].means(nodes[1]) && !nodes[1].means(nodes[0]))
  }

  @Test func `a changed value is named by its path, with its bytes on both sides`() throws {
    let found = try changes("s:\n  w:\n    i: x:1 # c\n    j: 2\n", "s:\n  w:\n    i: \"x:2\" # c\n    j: 2\n")
    #expect(found == ["changed s.w.i: x:1 → \"x:2\""])
  }

  @Test func `keys come and go with their values`() throws {
    #expect(try changes("a: 1\nb: {c: 2}\n", "a: 1\n") == ["removed b: b: {c: 2} → "])
    #expect(try changes("a: 1\n", "b:\n  c: 2\na: 1\n") == ["added b:  → b:\n  c: 2"])
  }

  @Test func `a key with the same value as one that is gone has another name`() throws {
    let found = try changes("s:\n  web:\n    image: x\n    tty: true\n", "s:\n  www:\n    tty: true\n    image: x\n")
    #expect(found == ["renamed s.www: web → www"])
  }

  @Test func `a value that says little is not known again`() throws {
    #expect(try changes("a: true\nc: 1\n", "b: true\nc: 1\n") == ["added b:  → b: true", "removed a: a: true → "])
  }

  @Test func `items are matched along their longest common part`() throws {
    #expect(try changes("[a, b, c, d]\n", "[a, x, b, c]\n") == ["added [1]:  → x", "removed [3]: d → "])
    #expect(try changes("[a, b, c]\n", "[a, z, c]\n") == ["changed [1]: b → z"])
    #expect(try changes("- {k: 1, v: 2}\n- {k: 3}\n", "- {k: 1, v: 9}\n- {k: 3}\n") == ["changed [0].v: 2 → 9"])
    #expect(try changes("[a]\n", "[a, b, c]\n") == ["added [1]:  → b", "added [2]:  → c"])
  }

  @Test func `a change behind an anchor is one in each place that it reaches`() throws {
    let found = try changes("x: &x {a: 1}\ny: *x\nz: {<<: *x}\n", "x: &x {a: 2}\ny: *x\nz: {<<: *x}\n")
    #expect(found == ["changed x.a: 1 → 2", "changed y: *x → *x", "changed z: {<<: *x} → {<<: *x}"])
  }

  @Test func `other quotes are a change of formatting beside one of meaning`() throws {
    let (old, new) = (try document("a: 'b'\nc: 1\n"), try document("a: b\nc: 2\n"))
    let diff = DocumentDiff(from: old, to: new)
    #expect(diff.changes.map(\.kind) == [.rewritten, .changed])
    #expect(diff.semanticChanges.map(\.path) == [YAMLPath(keys: "c")])
  }

  @Test func `each document of a file is compared with its counterpart`() throws {
    let diff = DocumentDiff(from: try document("a: 1\n---\nb: 1\n"), to: try document("a: 1\n---\nb: 2\n"))
    #expect(diff.changes.map(\.document) == [1])
    #expect(diff.changes.first?.path == YAMLPath(keys: "b"))
  }

  @Test func `comments alone are one change of the bytes between`() throws {
    #expect(try changes("a: 1 # one\nb: 2\n", "a: 1 # two\nb: 2\n") == ["rewritten : one → two"])
  }

  @Test func `what only libyaml reads is compared by its meaning`() throws {
    #expect(try level("? a\n: 1\n", "a: 1\n") == .formatting)
    #expect(try level("%YAML 1.1\n---\na: 1\n", "%YAML 1.1\n---\na: 2\n") == .semantic)
  }

  @Test func `nodes that mean the same have the same hash`() throws {
    let texts = ["a: {b: 1, c: [x, y]}\n", "a:\n  c: # here\n    - \"x\"\n    - y\n  b: 0x1\n"]
    let nodes = try texts.map { try #require(document($0).node("a")) }
    #expect(nodes[0].meaningHash == nodes[1].meaningHash && nodes[0].means(nodes[1]))
    let other = try #require(document("a: {b: 1, c: [y, x]}\n").node("a"))
    #expect(nodes[0].meaningHash != other.meaningHash && !nodes[0].means(other))
  }
}
