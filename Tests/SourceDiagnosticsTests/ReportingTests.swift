import SourceDiagnostics
import Testing

@Suite struct `Reporting many diagnostics` {
  private let text = "one: 1\ntwo: 2\n"

  @Test func `they are sorted by file and place, and identical ones are said once`() {
    let late = Diagnostic(.error, .sample, "late", labels: [Diagnostic.Label("b", 0..<1)])
    let early = Diagnostic(.note, .sample, "early", labels: [Diagnostic.Label("a", 7..<9)])
    let first = Diagnostic(.warning, .sample, "first", labels: [Diagnostic.Label("a", 0..<3)])
    let placeless = Diagnostic(.error, .sample, "placeless")
    #expect([late, placeless, early, first, late].inReadingOrder == [first, early, late, placeless])
  }

  @Test func `the tally names what there is`() {
    let one = Diagnostic(.error, .sample, "x")
    let warning = Diagnostic(.warning, .sample, "y")
    #expect(DiagnosticTally([one, one, warning]).description == "2 errors, 1 warning")
    #expect(DiagnosticTally([Diagnostic]()).description == "no findings")
  }

  @Test func `a record carries lines and columns`() {
    let diagnostic = Diagnostic(.warning, .sample, "m", labels: [label("a", "two", in: text, "here")], help: "h")
    let record = DiagnosticRecord(diagnostic, sources: ["a": SourceText(text)])
    #expect(record.places.first?.start == SourcePosition(line: 2, column: 1))
    #expect(record.places.first?.end == SourcePosition(line: 2, column: 4))
    #expect(record.places.first?.text == "here")
  }

  @Test func `a record without its source has no position`() {
    let record = DiagnosticRecord(Diagnostic(.note, .sample, "m", labels: [.init("a", 0..<1)]), sources: [:])
    #expect(record.places.first?.start == nil)
  }

  @Test func `a workflow command escapes what would end it`() {
    let diagnostic = Diagnostic(
      .error,
      .sample,
      "100% \u{1F6A2}\n::error::forged",
      labels: [label("a,b:c", "two", in: text)],
      help: "do this"
    )
    let record = DiagnosticRecord(diagnostic, sources: ["a,b:c": SourceText(text)])
    #expect(
      WorkflowCommand(record).description
        == "::error file=a%2Cb%3Ac,line=2,col=1,endColumn=4,title=test/sample::100%25 🚢␊::error::forged%0Ado this"
    )
  }

  @Test func `a note becomes a notice`() {
    let record = DiagnosticRecord(Diagnostic(.note, .sample, "m"), sources: [:])
    #expect(WorkflowCommand(record).description == "::notice title=test/sample::m")
  }
}

@Suite struct `Finding the nearest name` {
  @Test(arguments: [
    ("imge", "image"), ("enviroment", "environment"), ("helthcheck", "healthcheck"), ("prots", "ports"),
  ])
  func `a slip finds what was meant`(_ slip: String, _ meant: String) {
    #expect(["image", "environment", "healthcheck", "ports"].nearest(to: slip) == meant)
  }

  @Test func `what is like nothing finds nothing`() {
    #expect(["image", "ports"].nearest(to: "frobnicate") == nil)
    #expect(["image"].nearest(to: "") == nil)
    #expect(["ab"].nearest(to: "x") == nil)
    #expect(["image"].nearest(to: String(repeating: "i", count: 100_000)) == nil)
  }
}
