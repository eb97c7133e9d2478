import ComposeModel
import SourceDiagnostics
import Testing

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

  @Test(arguments: [
    ("\tA = 1 \n", ["A": "1"]), ("export A=1", ["A": "1"]), ("export\tA=1", ["A": "1"]),
    ("exportA=1", ["exportA": "1"]),
    ("A=1 # c", ["A": "1"]), ("A=1# c", ["A": "1# c"]), ("A=# c", ["A": "# c"]), ("A= # c", ["A": "# c"]),
    ("A='1' # c", ["A": "1"]), ("A=a'b'", ["A": "a'b'"]), ("A.b-c[0]=1", ["A.b-c[0]": "1"]), ("1=2", ["1": "2"]),
    ("Ä=1", ["Ä": "1"]), ("A=$$x", ["A": "$x"]), ("A='$$x'", ["A": "$$x"]), ("A=\"\\$x\"", ["A": "$x"]),
    ("A=\"\\101\"", ["A": "\\101"]), ("A=\"\\0101\"", ["A": "A"]), ("A=\"\\08\"", ["A": "\\08"]),
    ("A=\"a\\qb\"", ["A": "a\\qb"]), ("A=a\\nb", ["A": "a\\nb"]), ("A='a\\nb'", ["A": "a\\nb"]), ("A: b", ["A": "b"]),
    ("A=b=c", ["A": "b=c"]), ("A=1\u{A0}\n", ["A": "1"]), ("A=${B:-c}\nB=1", ["A": "c", "B": "1"]),
  ])
  func `is read as the reference reads it`(_ text: String, _ variables: [String: String]) {
    #expect(read(text) == variables)
  }

  @Test(arguments: ["B", "B c"])
  func `that ends in a name alone without a new line has a value without a name, and that is said`(_ end: String) {
    let parsed = DotenvFile.parse(Array("A=1\n\(end)".utf8), file: ".env")
    #expect(parsed.value?.variables() == ["A": "1", "": end])
    #expect(parsed.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `in the raw format keeps quotes, blanks and dollar signs`() {
    let text = "# c\n A= 'x' $B # d \r\nB\n C=1\n"
    let parsed = DotenvFile.parseRaw(Array(text.utf8), file: ".env")
    #expect(parsed.diagnostics == [])
    #expect(parsed.value?.variables { $0 == "B" ? "b" : nil } == ["A": " 'x' $B # d ", "B": "b", "C": "1"])
  }

  @Test(arguments: [" =1\n", "a b=1\n", "a\tb\n"])
  func `in the raw format says what it can't read and goes on`(_ text: String) {
    let parsed = DotenvFile.parseRaw(Array((text + "A=1").utf8), file: ".env")
    #expect(parsed.diagnostics.map(\.code.rawValue) == ["compose/dotenv-syntax"])
    #expect(parsed.value?.variables() == ["A": "1"])
  }

  @Test func `of any bytes has its values where they say`() {
    let pieces = RandomTexts(of: [
      "A", "B=", "export ", "'", "\"", "\\", "$", "${A", "}", "\n", "\r\n", " ", " #", "é", "0101", ":", "\u{A0}",
    ])
    for text in Array(pieces) + Array(RandomTexts()) {
      let bytes = Array(text.utf8)
      for parsed in [DotenvFile.parse(bytes, file: ".env"), DotenvFile.parseRaw(bytes, file: ".env")] {
        let places = (parsed.value?.entries ?? []).map(\.bytes) + parsed.diagnostics.flatMap(\.labels).map(\.bytes)
        #expect(places.allSatisfy { $0.upperBound <= bytes.count }, "\(text)")
      }
    }
  }

  @Test func `is bounded in size and in what its values grow to`() {
    let large = [UInt8](repeating: UInt8(ascii: "A"), count: 1 << 20 + 1)
    #expect(DotenvFile.parse(large, file: ".env").value == nil && DotenvFile.parseRaw(large, file: ".env").value == nil)
    let growing = "A=\(String(repeating: "x", count: 1_000))\n" + (0..<30).map { _ in "A=$A$A\n" }.joined()
    #expect(!DotenvFile.parse(Array(growing.utf8), file: ".env").diagnostics.isEmpty)
  }
}
