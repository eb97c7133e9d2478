import ComposeModel
import FoundationEssentials
import Testing

@Suite struct `Values from a command line` {
  @Test(
    arguments: [
      ("nginx:1.27", "nginx:1.27"), ("true", true), ("8080", 8080), ("1.5", 1.5), ("null", nil), ("~", nil), ("", ""),
      ("[a, b]", ["a", "b"]), ("{a: 1, b: [c]}", ["a": 1, "b": ["c"]]), ("\"8080\"", "8080"), ("'it''s'", "it's"),
      ("\"a\\nb\"", "a\nb"), ("a: b", "a: b"), ("- x", "- x"), ("# x", "# x"), ("*x", "*x"), ("yes", "yes"),
      ("[]", []), ("{}", [:]), ("80:80", "80:80"), ("!reset null", "!reset null"), ("a\nb: [", "a\nb: ["),
    ] as [(String, YAMLValue)]
  )
  func `a text means`(_ text: String, _ value: YAMLValue) throws {
    #expect(try YAMLValue(parsing: text) == value)
  }

  @Test(arguments: [
    ("[a, b", "expected `,` or `]` in the list that begins with `[`"),
    ("\"a", "a quote is never closed"),
    ("\"a\" b", "something stands after the end of the document"),
    ("[a] # b", "something follows the end of the value"),
    ("{a: 1, a: 2}", "`a` is set twice in one mapping"),
    ("[*x]", "there is no anchor `&x` before this alias"),
    ("'a': b", "something follows the end of the value"),
    ("[a]\n---\n[b]", "something follows the end of the value"),
  ])
  func `a text isn't a value`(_ text: String, _ reason: String) {
    #expect {
      try YAMLValue(parsing: text)
    } throws: { error in
      (error as? YAMLValueError)?.description == "can't read the value: \(reason)"
    }
  }
}

@Suite struct `Values of nodes` {
  @Test func `aliases and merge keys are followed`() throws {
    let document = try document("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: [*x]\n")
    let root = try #require(document.root)
    #expect(
      YAMLValue(root) == ["x": ["a": 1, "b": 2], "y": ["b": 3, "a": 1], "z": [["a": 1, "b": 2]]]
    )
  }

  @Test func `keys are named by their text`() throws {
    let root = try #require(try document("80: a\n~: b\n[c]: d\n").root)
    #expect(YAMLValue(root) == ["80": "a", "~": "b", "[c]": "d"])
  }

  @Test func `the order of keys doesn't matter to what they mean`() {
    let a: YAMLValue = ["a": 1, "b": [.float(.nan)]]
    #expect(a.isSame(as: ["b": [.float(.nan)], "a": 1]))
    #expect(!a.isSame(as: ["a": 1]))
    #expect(!a.isSame(as: ["a": 1, "b": [1]]))
    #expect(!YAMLValue.int(1).isSame(as: .float(1)))
    #expect(!YAMLValue.string("1").isSame(as: 1))
  }

  @Test func `values survive JSON`() throws {
    let value: YAMLValue = ["a": [1, 1.5, true, nil, "x"], "b": [:]]
    #expect(try JSONDecoder().decode(YAMLValue.self, from: JSONEncoder().encode(value)) == value)
  }
}
