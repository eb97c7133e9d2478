import ComposeModel
import SourceDiagnostics
import Testing

@Suite struct `Interpolation of variables` {
  private let known = ["A": "a", "EMPTY": "", "N": "A"]

  @Test(arguments: [
    ("$A-${A}", "a-a"), ("$$A", "$A"), ("${X:-d}", "d"), ("${EMPTY:-d}", "d"), ("${EMPTY-d}", ""), ("${A:+r}", "r"),
    ("${EMPTY:+r}", ""), ("${EMPTY+r}", "r"), ("${X+r}", ""), ("${X:-${A}}", "a"), ("${X:-${Y:-z}}", "z"),
    ("$1 $ {A} $", "$1 $ {A} $"),
    ("${A:?e}", "a"), ("${X:-a:-b}", "a:-b"), ("é${A}日", "éa日"), ("${X-}", ""),
  ])
  func `follows the specification`(_ text: String, _ resolved: String) throws {
    #expect(try Interpolation(of: text) { known[$0] }.text == resolved)
  }

  @Test(arguments: ["${}", "${1A}", "${a.b}", "${A/x}", "${A", "${A:x}", "${X:-${Y}"])
  func `refuses what it can't read`(_ text: String) {
    #expect(throws: InterpolationError.self) { try Interpolation(of: text) { known[$0] } }
  }

  @Test func `names what was asked for and what has no value`() throws {
    let outcome = try Interpolation(of: "$A ${X} ${Y:-$Z}") { known[$0] }
    #expect(outcome.variables == ["A", "X", "Y", "Z"] && outcome.unset == ["X", "Z"])
  }

  @Test func `is bounded in depth and size`() {
    let deep = String(repeating: "${X:-", count: 200) + "d" + String(repeating: "}", count: 200)
    #expect(throws: InterpolationError.self) { try Interpolation(of: deep) { _ in nil } }
    let wide = String(repeating: "$A", count: 3_000)
    #expect(throws: InterpolationError.self) {
      try Interpolation(of: wide) { _ in String(repeating: "x", count: 1_000) }
    }
  }
}

@Suite struct `Variables that a text asks for` {
  @Test func `come in order, with what is written beside them`() throws {
    let text = "$A ${B} $$C ${D:-d${E-}} ${F:+$G} ${H?why $I}"
    let expected: [VariableReference] = [
      .init(name: "A"), .init(name: "B"), .init(name: "D", defaultValue: "d${E-}"), .init(name: "E", defaultValue: ""),
      .init(name: "F", alternative: "$G"), .init(name: "G"), .init(name: "H", isRequired: true), .init(name: "I"),
    ]
    #expect(try VariableReference.all(in: text) == expected)
  }

  @Test(arguments: ["", "plain", "$$A", "$1 $", "$ {A}", "a}b"])
  func `are none where nothing is asked for`(_ text: String) throws {
    #expect(try VariableReference.all(in: text).isEmpty)
  }

  @Test(arguments: ["${", "${}", "${A!b}", "${A:-${B}", "${A-${1}}"])
  func `aren't guessed where the text can't be read`(_ text: String) {
    #expect(throws: InterpolationError.self) { try VariableReference.all(in: text) }
  }

  @Test func `are bounded in depth`() {
    let deep = String(repeating: "${X:-", count: 200) + "d" + String(repeating: "}", count: 200)
    #expect(throws: InterpolationError.self) { try VariableReference.all(in: deep) }
  }
}

@Suite struct `A dotenv file` {
  private func read(_ text: String, _ environment: [String: String] = [:]) -> [String: String] {
    let parsed = DotenvFile.parse(Array(text.utf8), file: ".env") { environment[$0] }
    #expect(parsed.diagnostics == [])
    return parsed.value?.variables { environment[$0] } ?? [:]
  }

  @Test func `sets variables in each of its forms`() {
    let text =
      "\u{FEFF}# c\r\nA=1\r\nexport B = two words # c\nC: 'lit $A \\' x'\nD=\"a\\tb\\\\ ${A}\"\nE=\nF='multi\nline'\nG=a#b\n"
    #expect(
      read(text) == [
        "A": "1", "B": "two words", "C": "lit $A ' x", "D": "a\tb\\ 1", "E": "", "F": "multi\nline", "G": "a#b",
      ]
    )
  }

  @Test func `takes a name alone from outside, or leaves it out`() {
    #expect(read("HOME\nOTHER\n", ["HOME": "/root"]) == ["HOME": "/root"])
  }

  @Test func `prefers what is outside to its earlier lines`() {
    #expect(read("A=file\nB=$A\n", ["A": "outside"])["B"] == "outside")
    #expect(read("A=file\nB=$A\nA=later\n") == ["A": "later", "B": "file"])
  }

  @Test(arguments: ["a b=1\n", "=x\n", "A='open\n", "A=${\n"])
  func `says what it can't read and goes on`(_ text: String) {
    let parsed = DotenvFile.parse(Array(text.utf8), file: ".env")
    #expect(parsed.diagnostics.map(\.code.rawValue) == ["compose/dotenv-syntax"])
  }

  @Test func `knows the place of each value`() {
    let text = "A=1\nB=\"two\"  # c\n"
    let places = DotenvFile.parse(Array(text.utf8), file: ".env").value?.entries.map(\.bytes) ?? []
    #expect(places.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["1", "\"two\""])
  }
}
