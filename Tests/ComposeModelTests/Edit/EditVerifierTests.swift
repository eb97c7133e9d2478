import SourceDiagnostics
import Testing

@testable import ComposeModel

@Suite struct `Checking the result of an edit` {
  /// What is wrong with `new` as `old` after `edit`, whatever the splices would have been.
  private func difference(_ old: String, _ new: String, _ edits: Edit...) throws -> String? {
    let before = try #require(ComposeDocument.parse(Array(old.utf8), file: "a.yaml").value)
    let after = try #require(ComposeDocument.parse(Array(new.utf8), file: "a.yaml").value)
    var planner = EditPlanner(before, root: before.root)
    for edit in edits { try planner.plan(edit) }
    var verifier = EditVerifier(old: before, new: after, planner.expectation)
    return verifier.firstDifference()
  }

  private let elsewhere = "something else would change with it"

  @Test func `the result that was asked for passes`() throws {
    #expect(try difference("a: 1\nb: [x]\n", "a: 2\nb: [x]\n", .set(path("a"), 2)) == nil)
    #expect(try difference("a: 1\nb: [x]\n", "a: 1 # c\n\nb:   [x,  z]\n", .append(path("b"), "z")) == nil)
    #expect(try difference("a: 1\nb: 2\n", "b: 2\n", .remove(path("a"))) == nil)
    #expect(try difference("a: 1\n", "b: 1\n", .rename(path("a"), to: "b")) == nil)
  }

  @Test func `another value doesn't`() throws {
    #expect(try difference("a: 1\n", "a: '2'\n", .set(path("a"), 2)) == "the new value would be read as another one")
    #expect(
      try difference("a: [x]\n", "a: [x, w]\n", .append(path("a"), "z")) == "the new entry would be read as another one"
    )
    #expect(
      try difference("a: 1\n", "c: 1\n", .rename(path("a"), to: "b")) == "the new name would be read as another one"
    )
    #expect(
      try difference("# c\n", "a: 2\n", .insert(path("a"), 1, at: .last))
        == "the new value would be read as another one"
    )
  }

  @Test(arguments: [
    "a: 2\nb: {c: '1', d: [x, z]}\n", "a: 2\nb: {c: 1, d: [x, w]}\n", "a: 2\nb: {c: 1, d: [x]}\n",
    "a: 2\nb: {c: 1, d: [x, z, z]}\n", "a: 2\nb: {d: [x, z], c: 1}\n", "a: 2\nb: {c: 1, d: [x, z]}\ne: 1\n", "a: 2\n",
    "a: 2\nb: &x {c: 1, d: [x, z]}\n", "a: 2\nb: !t {c: 1, d: [x, z]}\n", "a: 2\nb:\n  c: 1\n  d: [x, z]\n",
    "a: 2\nb: {c: 1, d: [x, \"z\"]}\n", "a: 2\nB: {c: 1, d: [x, z]}\n", "a: &y 2\nb: {c: 1, d: [x, z]}\n",
  ])
  func `a change elsewhere doesn't`(_ new: String) throws {
    #expect(try difference("a: 1\nb: {c: 1, d: [x, z]}\n", new, .set(path("a"), 2)) == elsewhere)
  }

  @Test func `a new entry in another place doesn't`() throws {
    let wrong = "the new entry would be read as another one"
    #expect(try difference("a: 1\nb: 2\n", "c: 3\na: 1\nb: 2\n", .insert(path("c"), 3, at: .last)) == elsewhere)
    #expect(try difference("a: 1\n", "a: 1\n", .insert(path("c"), 3, at: .last)) == wrong)
    #expect(try difference("[1]\n", "[1, 2, 2]\n", .append(.root, 2)) == elsewhere)
  }

  @Test func `what is gone must be gone, and nothing else`() throws {
    #expect(try difference("[1, 2, 3]\n", "[1, 2, 3]\n", .remove(path("[1]"))) == elsewhere)
    #expect(try difference("[1, 2, 3]\n", "[1, 2]\n", .remove(path("[1]"))) == elsewhere)
    #expect(try difference("[1, 2, 3]\n", "[1]\n", .remove(path("[1]"))) == elsewhere)
    #expect(try difference("[1, 2, 3]\n", "[1, 3]\n", .remove(path("[1]"))) == nil)
  }

  @Test func `a move leaves the same entries in the new order`() throws {
    let move = Edit.move(try path("c"), to: .first)
    let source = "a: 1\nb: [x]\nc: 3\n"
    #expect(try difference(source, "c: 3 # c\na: 1\n\nb: [ x ]\n", move) == nil)
    for wrong in [
      source, "a: 1\nc: 3\nb: [x]\n", "c: 3\nb: [x]\na: 1\n", "c: 4\na: 1\nb: [x]\n", "c: '3'\na: 1\nb: [x]\n",
      "c: 3\na: 1\nb: [z]\n", "c: 3\na: 1\n", "a: 1\nb: [x]\n", "c: 3\na: 1\nb: [x]\nd: 4\n", "c: 3\n",
      "c: &x 3\na: 1\nb: [x]\n",
    ] {
      #expect(try difference(source, wrong, move) == elsewhere, "\(wrong)")
    }
    let item = Edit.move(try path("[0]"), to: .last)
    #expect(try difference("[1, {a: 2}, 3]\n", "[{a: 2}, 3, 1]\n", item) == nil)
    #expect(try difference("[1, {a: 2}, 3]\n", "[{a: 2}, 1, 3]\n", item) == elsewhere)
  }

  @Test func `a comment leaves the tree as it was`() throws {
    let comment = Edit.comment(try path("a"), "x", at: .beside)
    #expect(try difference("a: 1\nb: 2\n", "a: 1 # x\nb: 2\n", comment) == nil)
    #expect(try difference("a: 1\nb: 2\n", "a: 1# x\nb: 2\n", comment) == elsewhere)
    #expect(try difference("a: |\n  z\nb: 2\n", "a: | # x\n  z\nb: 2\n", comment) == nil)
    #expect(try difference("a: |\n  z\nb: 2\n", "a: |- # x\n  z\nb: 2\n", comment) == elsewhere)
    #expect(try difference("a: |\n  z\nb: |\n  w\n", "a: |\n  z\nb: | # x\n  w\n", comment) == elsewhere)
  }

  @Test func `text may not lose its line break at the end of the file`() throws {
    #expect(try difference("a: |\n  x\nb: 1", "a: |\n  x", .remove(path("b"))) == elsewhere)
  }

  @Test func `documents may not come or go`() throws {
    let message = "the number of documents would change"
    #expect(try difference("a: 1\n", "a: 2\n---\nb: 1\n", .set(path("a"), 2)) == message)
    #expect(try difference("# c\n", "# c\n", .insert(path("a"), 2, at: .last)) == message)
    #expect(try difference("a: 1\n---\nb: 1\n", "a: 2\n---\nb: 2\n", .set(path("a"), 2)) == elsewhere)
  }

  @Test func `an alias may not turn to another anchor`() throws {
    #expect(
      try difference("a: &x 1\nb: &z 1\nc: *x\nd: 1\n", "a: &x 1\nb: &z 1\nc: *z\nd: 2\n", .set(path("d"), 2))
        == elsewhere
    )
    #expect(
      try difference("a: &x 1\nb: &x 1\nc: *x\n", "a: &x 1\nc: *x\n", .remove(path("b")))
        == "an alias would stand for something else"
    )
  }
}

@Suite struct `Splices` {
  private func splice(_ range: Range<Int>, _ text: String) -> Splice {
    Splice(range: range, text: text, edit: .remove(.root))
  }

  @Test func `they are made in the order of the file`() {
    let splices = [splice(4..<5, "E"), splice(0..<1, "A"), splice(2..<2, "+"), splice(2..<2, "-"), splice(2..<3, "")]
    #expect(splices.firstOverlap == nil)
    #expect(splices.applied(to: Array("abcde".utf8)) == Array("Ab+-dE".utf8))
    #expect([Splice]().applied(to: [1]) == [1])
  }

  @Test func `two that touch the same bytes are found`() {
    #expect([splice(0..<2, ""), splice(1..<3, "")].firstOverlap != nil)
    #expect([splice(0..<2, ""), splice(1..<1, "x")].firstOverlap != nil)
    #expect([splice(0..<2, ""), splice(2..<2, "x"), splice(2..<4, "")].firstOverlap == nil)
  }
}

@Suite struct `Habits of a file` {
  private func style(_ text: String, near path: String = "") throws -> WritingStyle {
    let document = try document(text)
    return WritingStyle(near: document.node(path), heldBy: nil, in: document.storage)
  }

  @Test func `indentation is that of what is near, then of the file`() throws {
    let text = "a:\n    b:\n        c: 1\nd:\n  e:\n    f: 1\nl:\n - 1\n"
    #expect(try style(text, near: "d").step == 2)
    #expect(try style(text, near: "a.b").step == 4)
    #expect(try style(text).dashOffset == 1)
    #expect(try style("a: 1\n").step == 2)
    #expect(try style("a:\n- 1\n").dashOffset == 0)
  }

  @Test func `quotes are those that stand there most`() throws {
    #expect(try style("a: 'x'\n").quotes == .singleQuoted)
    #expect(try style("a: 'x'\nb: \"z\"\n").quotes == .doubleQuoted)
    #expect(try style("a: 1\n").quotes == .doubleQuoted)
    #expect(try style("a: {b: ['x', 'z'], c: \"w\"}\n").quotes == .singleQuoted)
  }

  @Test func `braces have blanks inside where the first ones do`() throws {
    #expect(try style("a: { b: 1 }\n").padsBraces)
    #expect(try !style("a: {b: 1}\n").padsBraces)
    #expect(try !style("a: {}\n").padsBraces)
  }
}

@Suite struct `What fuzzing found` {
  @Test func `a comment after a byte order mark is above the first key, and nothing is above it`() throws {
    let text = "\u{FEFF}# c\na: 1\nb: 2\n"
    expectText(try edited(text, .move(path("b"), to: .first)), "\u{FEFF}# c\nb: 2\na: 1\n")
    expectText(try edited(text, .move(path("a"), to: .after("b"))), "\u{FEFF}# c\nb: 2\na: 1\n")
    expectText(try edited("\u{FEFF}\na: 1\nb: 2\n", .move(path("a"), to: .last)), "\u{FEFF}\nb: 2\na: 1\n")
  }

  @Test(arguments: [
    ("k0b: >1\n  \na: a\n", Edit.move(YAMLPath(keys: "k0b"), to: .last)),
    ("k0a: >1\n  ", .insert(YAMLPath(keys: "new"), "1e3", at: .after("k0a"))),
    ("- a\n- >1\n  \n-\n", .move(YAMLPath([.index(2)]), to: .before(0))),
    ("k0a: x\nk1a: \n a: |2\n    ", .move(YAMLPath(keys: "k0a"), to: .after("k1a"))),
  ])
  func `blank lines that a text holds by its digit don't get lost`(_ text: String, _ edit: Edit) throws {
    let before = try document(text)
    do throws(EditRefusal) {
      let after = try before.applying([edit])
      let texts = [before, after].map { document in document.paths.compactMap { document.node(at: $0)?.text }.sorted() }
      #expect(Set(texts[1]).isSuperset(of: texts[0]), "\(after.text.debugDescription)")
    } catch {
      #expect(error.code == "edit/not-verified", "\(error)")
    }
  }
}
