import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Refused moves and comments` {
  private func refused(_ text: String, _ words: String..., document index: Int = 0) throws -> String? {
    let document = try document(text)
    let edits = try EditSentence(words).edits
    do throws(EditRefusal) {
      _ = try document.applying(edits, document: index)
      return nil
    } catch {
      return "\(error.code): \(error) (\(error.help ?? ""))"
    }
  }

  @Test func `an alias would come before its anchor`() throws {
    let message = "the alias `*x` would come to stand before its anchor `&x`"
    #expect(
      try refused("a: &x 1\nb: 2\nc: *x\n", "move", "a", "--last")
        == "edit/alias-before-anchor: can't move a: \(message) (move what holds the alias first)"
    )
    #expect(
      try refused("a: {z: &x 1}\nb: 2\nc: [*x]\n", "move", "c", "--first")
        == "edit/alias-before-anchor: can't move c: \(message) (move what holds the anchor first)"
    )
    #expect(
      try refused("[&x 1, *x]\n", "move", "[1]", "--first")
        == "edit/alias-before-anchor: can't move [1]: \(message) (move what holds the anchor first)"
    )
    let refusal = try #require(try refusal("a: &x 1\nc: *x\n", .move(path("a"), to: .last)))
    #expect(refusal.labels == [.init("compose.yaml", 11..<13), .init("compose.yaml", 6..<7, "anchored here")])
  }

  @Test func `an alias would turn to another anchor of the same name`() throws {
    #expect(
      try refused("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "move", "c", "--after", "a")
        == "edit/not-verified: can't move c: the result wouldn't be what was asked for: an alias would stand for "
        + "something else (edit the file by hand)"
    )
  }

  @Test func `there is nothing to stand beside`() throws {
    #expect(
      try refused("web: {a: 1, b: 2}\n", "move", "web.a", "--after", "c")
        == "edit/missing-path: can't move web.a: there is no `web.c` (insert the key first)"
    )
    #expect(
      try refused("l: [1, 2]\n", "move", "l[0]", "--after", "2")
        == "edit/missing-path: can't move l[0]: `l` has 2 items (items are counted from 0)"
    )
    #expect(
      try refused("l: [1, 2]\n", "move", "l[0]", "--after", "x")
        == "edit/wrong-kind: can't move l[0]: `l` is a list, not a mapping with a key `x` (set `l` as a whole, or "
        + "correct the path)"
    )
    #expect(
      try refused("a: 1\n", "move", "b", "--first")
        == "edit/missing-path: can't move b: there is no `b` (insert the key first)"
    )
  }

  @Test func `the document itself has no place and no comment`() throws {
    #expect(
      try refused("a: 1\n", "move", "", "--first")
        == "edit/unsupported-shape: can't move : the document itself can't be moved (edit the file by hand)"
    )
    #expect(
      try refused("a: 1\n", "comment", "", "x")
        == "edit/comment-place: can't comment : a comment belongs to a key or an item (end the path in one)"
    )
  }

  @Test func `an item has a place by its index or by another, not by both`() throws {
    #expect(
      try refused("l: [1, 2]\n", "insert", "l[0]", "3", "--after", "1")
        == "edit/wrong-kind: can't insert l[0]: the index that ends the path says already where the item goes (leave the "
        + "place away, or end the path in the list)"
    )
  }

  @Test func `text after a bar at the end of a file without a line break`() throws {
    let message =
      "the file ends without a line break, which the text after `|` or `>` would gain or lose (end the file with a line "
      + "break first)"
    #expect(
      try refused("a: 1\nb: |\n  text", "move", "b", "--first") == "edit/unsupported-shape: can't move b: \(message)"
    )
    #expect(
      try refused("a: |\n  text\nb: 1", "move", "a", "--last") == "edit/unsupported-shape: can't move a: \(message)"
    )
    #expect(
      try refused("a: 1\nb: |\n  text", "insert", "c", "2") == "edit/unsupported-shape: can't insert c: \(message)"
    )
    #expect(try refused("a: |-\n  text\nb: 1", "move", "a", "--last") == nil)
  }

  @Test func `a comment between what changes places within brackets`() throws {
    #expect(
      try refused("n: [a, # first\n  b, c]\n", "move", "n[0]", "--last")
        == "edit/unsupported-shape: can't move n[0]: a comment stands between the entries that would change places "
        + "(edit the file by hand)"
    )
  }

  @Test func `a line indented with a tab`() throws {
    #expect(
      try refused("n: [\n\ta,\n\tb\n]\n", "move", "n[0]", "--last")
        == "edit/tab-indentation: can't move n[0]: its line is indented with a tab (indent with spaces first)"
    )
  }

  @Test func `a comment has no room in the middle of a line`() throws {
    #expect(
      try refused("n: {a: 1, b: 2}\n", "comment", "n.a", "x")
        == "edit/comment-place: can't comment n.a: more follows on its line (comment what holds the brackets)"
    )
    #expect(
      try refused("n: [a, b]\n", "comment", "n[1]", "x")
        == "edit/comment-place: can't comment n[1]: more follows on its line (comment what holds the brackets)"
    )
    #expect(
      try refused("n: [a, b]\n", "comment", "n[1]", "x", "--above")
        == "edit/comment-place: can't comment n[1]: it doesn't begin its line (comment `n` instead)"
    )
    #expect(
      try refused("l:\n  - a: 1\n    b: 2\n", "comment", "l[0].a", "x", "--above")
        == "edit/comment-place: can't comment l[0].a: it doesn't begin its line (comment `l[0]` instead)"
    )
    #expect(
      try refused("l:\n  - a: 1\n    b: 2\n", "comment", "l[0]", "x")
        == "edit/comment-place: can't comment l[0]: its first line is that of `l[0].a` (comment that, or above)"
    )
  }

  @Test func `a comment that begins the file isn't that of its first key`() throws {
    #expect(
      try refused("# My stack\na: 1\n", "comment", "a", "--none", "--above")
        == "edit/comment-place: can't comment a: the comment above it begins the file and speaks of all of it (remove it "
        + "by hand)"
    )
    #expect(try refused("a: 1\n", "comment", "a", "--none", "--above") == nil)
    let once = try edited("a: 1\n", .comment(path("a"), "one", at: .above))
    #expect(try edited(once, .comment(path("a"), "one", at: .above)) == once)
  }

  @Test func `a comment holds no more than a comment`() throws {
    #expect(
      try refused("a: 1\n", "comment", "a", "x\nb: 2")
        == "edit/comment-text: can't comment a: a comment beside has one line (put it above)"
    )
    for text in ["x\rb: 2", "x\u{85}b", "x\u{2028}b", "x\u{1B}[2J", "x\u{0}"] {
      for place in ["--above", "--beside"] {
        #expect(
          try refused("a: 1\n", "comment", "a", text, place)
            == "edit/comment-text: can't comment a: the comment holds a control character (leave it away)"
        )
      }
    }
    let long = String(repeating: "x", count: 2 << 20)
    #expect(
      try refused("a: 1\n", "comment", "a", long)
        == "edit/too-large: can't comment a: the comment holds more than a megabyte of text (make it shorter)"
    )
  }

  @Test func `two edits of what moves`() throws {
    for other in [["set", "b", "3"], ["remove", "b"], ["rename", "b", "d"], ["comment", "b", "x"]] {
      let edits = try EditSentence(["move", "b", "--first", "--and"] + other).edits
      let refused = try refusal("a: 1\nb: 2\nc: 3\n", edits[0], edits[1])
      #expect(refused?.code.rawValue == "edit/overlapping-edits", "\(other)")
    }
    #expect(
      try refused("a: 1\nb: 2\n", "move", "a", "--last", "--and", "remove", "b")
        == "edit/overlapping-edits: can't move a: it touches the same text as `remove b` (make one after the other)"
    )
  }

  @Test func `a document that the file doesn't have`() throws {
    #expect(
      try refused("a: 1\n---\na: 2\n", "set", "a", "3", document: 2)
        == "edit/missing-path: can't set a: the file has 2 YAML documents (documents are counted from 0)"
    )
    #expect(
      try refused("# c\n", "insert", "a", "3", document: 1)
        == "edit/missing-path: can't insert a: the file has 0 YAML documents (documents are counted from 0)"
    )
  }
}
