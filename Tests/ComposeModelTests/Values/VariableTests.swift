import ComposeModel
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
