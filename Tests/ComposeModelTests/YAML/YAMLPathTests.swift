import ComposeModel
import Fixtures
import Testing

@Suite struct `Paths` {
  @Test func `keys are joined by dots, indices stand in brackets`() throws {
    #expect(
      try YAMLPath(parsing: "services.web.ports[0]").components
        == [.key("services"), .key("web"), .key("ports"), .index(0)]
    )
    #expect(try YAMLPath(parsing: "[2][10].a").components == [.index(2), .index(10), .key("a")])
    #expect(try YAMLPath(parsing: "x-a_b.80.日本").components == [.key("x-a_b"), .key("80"), .key("日本")])
    #expect(try YAMLPath(parsing: "").components.isEmpty)
  }

  @Test func `quotes hold what a path would otherwise read`() throws {
    #expect(try YAMLPath(parsing: #"services."a.b".x"#).components == [.key("services"), .key("a.b"), .key("x")])
    #expect(try YAMLPath(parsing: #""a b"[1]."c[0]"."d\"e\\f".""."# + "\"\"").components.count == 6)
  }

  @Test(arguments: ["a", "a.b[0]", #""a.b"."# + "\"c d\"", #""""#, #""a\"b\\c""#, "[0]", #""[0]".x"#, "\"\u{7}\""])
  func `a path is read as it is printed`(_ text: String) throws {
    #expect(try YAMLPath(parsing: text).description == text)
  }

  @Test(arguments: [
    ("a..b", "expected a key; put one with dots, brackets or blanks in double quotes"),
    (".a", "expected a key; put one with dots, brackets or blanks in double quotes"),
    ("a.", "expected a key; put one with dots, brackets or blanks in double quotes"),
    ("a b", "expected `.` or `[` after `a`"), ("a[0]b", "expected `.` or `[` after `a[0]`"),
    ("a[]", "expected a number and `]` after `[`"), ("a[x]", "expected a number and `]` after `[`"),
    ("a[1", "expected a number and `]` after `[`"), ("a[-1]", "expected a number and `]` after `[`"),
    ("a[99999999999999999999]", "expected a number and `]` after `[`"), ("\"a", "the quote is never closed"),
    ("a]", "expected `.` or `[` after `a`"),
  ])
  func `what isn't a path is refused`(_ text: String, _ reason: String) {
    #expect {
      try YAMLPath(parsing: text)
    } throws: { error in
      (error as? YAMLPathError)?.description == "can't read the path `\(text)`: \(reason)"
    }
  }

  @Test func `a path has a bound`() {
    #expect(throws: YAMLPathError.self) { try YAMLPath(parsing: String(repeating: "a.", count: 3_000) + "a") }
  }

  @Test func `random keys survive being printed and read`() throws {
    var random = SeededGenerator(seed: 3)
    let alphabet = Array("ab.[]\"\\ \t\n0é🙂:'".unicodeScalars)
    for _ in 0..<2_000 {
      let components: [YAMLPath.Component] = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        guard Bool.random(using: &random) else { return .index(Int.random(in: 0...99, using: &random)) }
        let scalars = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
          alphabet.randomElement(using: &random)
        }
        return .key(String(String.UnicodeScalarView(scalars)))
      }
      let path = YAMLPath(components)
      #expect(try YAMLPath(parsing: path.description) == path)
    }
  }

  @Test func `a path knows what holds it`() throws {
    let path = try YAMLPath(parsing: "a.b[0]")
    #expect(path.parent?.description == "a.b")
    #expect(path.last == .index(0))
    #expect(path.isWithin(try YAMLPath(parsing: "a.b")))
    #expect(!path.isWithin(try YAMLPath(parsing: "a.c")))
    #expect(YAMLPath.root.parent == nil)
    #expect(YAMLPath(keys: "a", "b").appending(index: 0) == path)
    #expect(YAMLPath.root.appending(key: "a.b").description == "\"a.b\"")
  }
}
