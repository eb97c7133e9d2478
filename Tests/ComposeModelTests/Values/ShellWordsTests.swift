import ComposeModel
import Testing

@Suite struct `Words of a command line` {
  @Test(arguments: [
    ("a b", ["a", "b"]), ("a 'b c' \"d \\\" e\"", ["a", "b c", "d \" e"]), ("a\\ b", ["a b"]), ("''", [""]), ("  ", []),
    ("# x", ["#", "x"]), ("a`b c`d", ["a`b c`d"]), ("x$(y z)", ["x$(y z)"]), ("'a'\"b\"c", ["abc"]),
    ("a 2>&1", ["a"]), ("a x>y", ["a", "x"]), ("a\u{A0}b", ["a\u{A0}b"]), ("'a\\b'", ["a\\b"]), ("a\\tb", ["a\tb"]),
    ("\"a\\nb\"", ["a\nb"]), ("'a\\tb'", ["a\\tb"]), ("\"$\"(a b) c", ["$(a b)", "c"]),
    ("$(a 'b\" `)", ["$(a 'b\" `)"]),
    ("x\"\" 2 >y", ["x", "2"]), ("x\"\" 2>y", ["x"]), ("\"a;b\" ';' \\;", ["a;b", ";", ";"]), ("`a;b`", ["`a;b`"]),
    ("a\r\nb", ["a", "b"]), ("$\u{301}", ["$\u{301}"]), ("\"(\" ')'", ["(", ")"]), ("a\\\nb", ["a\nb"]),
    ("\u{600}$(a b)", ["\u{600}$(a b)"]), ("\" \"", [" "]),
  ])
  func `are split`(_ text: String, _ words: [String]) throws {
    #expect(try ShellWords(parsing: text).words == words)
    #expect(try ShellWords.split(text).words == words)
  }

  @Test(arguments: [
    ("'a", "a quote, a parenthesis or a backslash without its end"),
    ("a\\", "a quote, a parenthesis or a backslash without its end"), ("(a)", "a parenthesis outside quotes"),
    ("`a", "a quote, a parenthesis or a backslash without its end"),
    ("$(a", "a quote, a parenthesis or a backslash without its end"), ("a)", "a parenthesis outside quotes"),
    ("\"a", "a quote, a parenthesis or a backslash without its end"), ("a) b)", "a parenthesis outside quotes"),
    ("$(a (b))", "a parenthesis outside quotes"), ("$ (a)", "a parenthesis outside quotes"),
    ("$(a $(b))", "a parenthesis outside quotes"),
  ])
  func `that can't be split are refused`(_ text: String, _ reason: String) {
    #expect { try ShellWords(parsing: text) } throws: { "\($0)" == "a command line has \(reason)" }
  }

  @Test(arguments: ["a; b", "a|b", "a & b", "a <b", "a > b", "a 2>b"])
  func `end at an operator, and that is said`(_ text: String) throws {
    let line = try ShellWords(parsing: text)
    #expect(line.words == ["a"] && line.isCutShort)
  }

  @Test func `are quoted where they must be`() {
    #expect(ShellWords(["a-b", "c d", "", "it's", "$x", "\\n"]).description == #"a-b 'c d' '' 'it'"'"'s' '$x' '\n'"#)
  }

  @Test func `are read again from what they print`() throws {
    try expectSameAgain(
      RandomTexts(of: ["a", " ", "'", "\"", "\\", "`", "$(", ")", ";", "2>", "n", "é", "\n"], count: 10_000),
      ShellWords.init(parsing:)
    )
    for text in RandomTexts() {
      #expect(try ShellWords(parsing: ShellWords([text, text]).description).words == [text, text])
    }
  }
}
