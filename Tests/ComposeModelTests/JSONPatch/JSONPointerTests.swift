import ComposeModel
import Testing

@Suite struct `JSON Pointers` {
  @Test func `tokens follow slashes, and the empty text is the document`() throws {
    #expect(try JSONPointer(parsing: "").tokens == [])
    #expect(try JSONPointer(parsing: "/").tokens == [""])
    #expect(try JSONPointer(parsing: "/services/web/ports/0").tokens == ["services", "web", "ports", "0"])
    #expect(try JSONPointer(parsing: "/a b/c%d/é").tokens == ["a b", "c%d", "é"])
  }

  @Test func `a tilde stands for itself and for a slash`() throws {
    #expect(try JSONPointer(parsing: "/a~1b/m~0n").tokens == ["a/b", "m~n"])
    #expect(try JSONPointer(parsing: "/~01").tokens == ["~1"])
    #expect(JSONPointer(["a/b", "~1"]).description == "/a~1b/~01")
  }

  @Test(arguments: [
    ("a/b", "it doesn't begin with `/`"), ("/a~", "`~` stands only in `~0` and `~1`"),
    ("/a~2", "`~` stands only in `~0` and `~1`"),
  ])
  func `what isn't one is refused`(_ text: String, _ reason: String) {
    let error = #expect(throws: JSONPointerError.self) { try JSONPointer(parsing: text) }
    #expect(error?.description == "can't read the pointer `\(text)`: \(reason)")
  }
}
