import ComposeModel
import Testing

@Suite struct `Edits in words` {
  private func edits(_ words: String...) throws -> [Edit] { try EditSentence(words).edits }

  private func complaint(_ words: String...) -> String? {
    do throws(EditSentenceError) {
      _ = try EditSentence(words)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `each operation has its words`() throws {
    #expect(try edits("set", "a.b", "1") == [.set(path("a.b"), 1)])
    #expect(try edits("insert", "a.b", "x", "--after", "c.d") == [.insert(path("a.b"), "x", at: .after("c.d"))])
    #expect(try edits("insert", "a", "x", "--before", "[2]") == [.insert(path("a"), "x", at: .before(2))])
    #expect(try edits("append", "p", "\"80:80\"") == [.append(path("p"), "80:80")])
    #expect(try edits("rename", "a", "b.c") == [.rename(path("a"), to: "b.c")])
    #expect(try edits("move", "a", "--in-order") == [.move(path("a"), to: .inOrder)])
    #expect(try edits("move", "--first", "a") == [.move(path("a"), to: .first)])
    #expect(try edits("remove", "services.\"a.b\"") == [.remove(path("services.\"a.b\""))])
    #expect(try edits("comment", "a", "why") == [.comment(path("a"), "why", at: .beside)])
    #expect(try edits("comment", "a", "why", "--above") == [.comment(path("a"), "why", at: .above)])
    #expect(try edits("comment", "a", "--none") == [.comment(path("a"), nil, at: .beside)])
  }

  @Test func `and joins several`() throws {
    #expect(
      try edits("set", "a", "-1", "--and", "move", "b", "--last", "--and", "remove", "c")
        == [.set(path("a"), -1), .move(path("b"), to: .last), .remove(path("c"))]
    )
  }

  @Test func `a value that looks like an option stands in quotes or after two dashes`() throws {
    #expect(
      try edits("remove", "b", "--and", "set", "a", "--", "--and") == [.remove(path("b")), .set(path("a"), "--and")]
    )
    #expect(try edits("--", "set", "a", "--first") == [.set(path("a"), "--first")])
    #expect(try edits("set", "a", "\"--and\"") == [.set(path("a"), "--and")])
    #expect(try edits("set", "a", "--level=debug") == [.set(path("a"), "--level=debug")])
  }

  @Test func `what is missing, too much or unknown is said`() {
    let names = "set, insert, append, rename, move, remove or comment"
    #expect(complaint("mvoe", "a") == "there is no operation `mvoe`: did you mean `move`?")
    #expect(complaint("zzzzzz", "a") == "there is no operation `zzzzzz`: use \(names)")
    #expect(complaint("set") == "set needs a path: set PATH VALUE")
    #expect(complaint("set", "a") == "set needs a value: set PATH VALUE")
    #expect(complaint("set", "a", "1", "2") == "set has 1 word too many: write set PATH VALUE")
    #expect(complaint("remove", "a", "1", "2") == "remove has 2 words too many: write remove PATH")
    #expect(complaint("rename", "a") == "rename needs the new name: rename PATH NAME")
    #expect(complaint("comment", "a") == "comment needs a text, or --none to remove the comment: comment PATH TEXT")
    #expect(
      complaint("move", "a") == "move needs a place: --first, --last, --before KEY, --after KEY or --in-order"
    )
    #expect(complaint("move", "a", "--after") == "--after needs a key or an index")
    #expect(complaint("set", "a", "1", "--after", "b") == "--after is for insert and move")
    #expect(complaint("move", "a", "--first", "--last") == "give one place, not both --first and --last")
    #expect(complaint("set", "a", "1", "--above") == "--above, --beside and --none are for comment")
    #expect(complaint("comment", "a", "x", "--above", "--beside") == "give --above or --beside, not both")
    #expect(
      complaint("set", "a", "1", "--dif=x")
        == "there is no option `--dif`; write `--` before a value that looks like one"
    )
    #expect(complaint("--dif", "a") == "there is no option `--dif`; write `--` before a value that looks like one")
    #expect(
      complaint("set", "a..b", "1")
        == "can't read the path `a..b`: expected a key; put one with dots, brackets or blanks in double quotes"
    )
  }

  @Test func `an edit among several is named by its number`() {
    #expect(complaint("set", "a", "1", "--and", "set", "b") == "edit 2: set needs a value: set PATH VALUE")
    #expect(
      complaint("set", "a", "1", "--and")
        == "edit 2: say what to do: \("set, insert, append, rename, move, remove or comment")"
    )
  }

  @Test func `a value that can't be read isn't repeated`() {
    #expect(complaint("set", "a", "[hunter2")?.contains("hunter2") == false)
  }
}
