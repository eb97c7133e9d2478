import CustomDump
import SourceDiagnostics
import Testing

extension DiagnosticCode {
  static let sample: DiagnosticCode = "test/sample"
}

@Suite struct `Drawing a diagnostic` {
  @Test func `two places in one file and one in another`() {
    let now = "services:\n  db:\n    image: postgres:17.0\n    volumes:\n      - pgdata:/var/lib/postgresql/data\n"
    let then = "services:\n  db:\n    image: postgres:15.4\n"
    let diagnostic = Diagnostic(
      .error,
      "policy/major-database-upgrade",
      "`db` jumps two major versions of PostgreSQL over the same data",
      labels: [
        label("cloud/compose.yaml", "postgres:17.0", in: now, "17 can't read what 15 wrote"),
        label("cloud/compose.yaml", "pgdata", in: now, "this volume keeps 15's files"),
        label("cloud/compose.yaml@main", "postgres:15.4", in: then, "deployed now"),
      ],
      help: "dump and restore, or pin `postgres:15` and plan the upgrade"
    )
    let renderer = DiagnosticRenderer(sources: [
      "cloud/compose.yaml": SourceText(now), "cloud/compose.yaml@main": SourceText(then),
    ])
    expectNoDifference(
      renderer.render(diagnostic),
      """
      error[policy/major-database-upgrade]: `db` jumps two major versions of PostgreSQL over the same data
        --> cloud/compose.yaml:3:12
         |
       3 |     image: postgres:17.0
         |            ^^^^^^^^^^^^^ 17 can't read what 15 wrote
      ...
       5 |       - pgdata:/var/lib/postgresql/data
         |         ------ this volume keeps 15's files
        ::: cloud/compose.yaml@main:3:12
         |
       3 |     image: postgres:15.4
         |            ------------- deployed now
         |
         = help: dump and restore, or pin `postgres:15` and plan the upgrade

      """
    )
  }

  @Test func `a secret is three dots whatever its length, and wide characters keep the carets in place`() {
    let text = "a: 1\n\u{65E5}\u{672C}: \u{1B}[31mred\t\u{202E}# 🙂\nDB_PASSWORD: correct horse\n"
    let secret = range("correct horse", in: text)
    let diagnostic = Diagnostic(
      .warning,
      .sample,
      "a password is written in the file",
      labels: [
        Diagnostic.Label("a.yaml", secret, "this value"),
        label("a.yaml", "🙂", in: text, "wide"),
        label("a.yaml", "DB_PASSWORD", in: text, "the key says so"),
      ]
    )
    let drawn = DiagnosticRenderer(sources: ["a.yaml": SourceText(text, redactions: [secret])]).render(diagnostic)
    expectNoDifference(
      drawn,
      """
      warning[test/sample]: a password is written in the file
        --> a.yaml:3:14
         |
       2 | 日本: ␛[31mred    �# 🙂
         |                      -- wide
       3 | DB_PASSWORD: •••
         | ----------- the key says so
         |              ^^^ this value

      """
    )
  }

  @Test func `a span inside a secret underlines the dots`() {
    let text = "token: abcdefgh\n"
    let source = SourceText(text, redactions: [range("abcdefgh", in: text)])
    let drawn = draw(label("a.yaml", "cde", in: text), source)
    #expect(drawn.contains(" 1 | token: •••\n   |        ^^^\n"))
    #expect(!drawn.contains("abc"))
  }

  @Test func `a long line is cut around the span`() {
    let text = "key: " + String(repeating: "x", count: 5_000) + "HERE" + String(repeating: "y", count: 5_000)
    let drawn = draw(label("a.yaml", "HERE", in: text), SourceText(text))
    let lines = drawn.split(separator: "\n")
    let excerpt = lines.first { $0.hasPrefix(" 1 |") } ?? ""
    #expect(excerpt.contains("…") && excerpt.contains("HERE"))
    #expect(excerpt.count <= 100)
    let caret = lines.first { $0.contains("^^^^") } ?? ""
    #expect(
      caret.distance(from: caret.startIndex, to: caret.firstIndex(of: "^") ?? caret.endIndex)
        == excerpt.distance(from: excerpt.startIndex, to: excerpt.firstIndex(of: "H") ?? excerpt.endIndex)
    )
  }

  @Test func `more than three places in a file are counted`() {
    let text = "a\nb\nc\nd\ne\n"
    let labels = ["a", "b", "c", "d", "e"].map { label("f", $0, in: text) }
    let drawn = DiagnosticRenderer(sources: ["f": SourceText(text)])
      .render(Diagnostic(.note, .sample, "many", labels: labels))
    #expect(drawn.hasSuffix("   = and 2 more\n"))
    #expect(!drawn.contains(" 4 | d"))
  }

  @Test func `a file that is not at hand is named without an excerpt`() {
    let drawn = DiagnosticRenderer(sources: [:])
      .render(Diagnostic(.error, .sample, "gone", labels: [Diagnostic.Label("gone.yaml", 3..<9)], help: "look"))
    expectNoDifference(
      drawn,
      """
      error[test/sample]: gone
        --> gone.yaml
         |
         = help: look

      """
    )
  }

  @Test func `a range beyond the end of the source draws no excerpt and does not trap`() {
    let drawn = draw(Diagnostic.Label("a.yaml", 0..<900), SourceText("short\n"))
    #expect(drawn.contains("--> a.yaml\n"))
  }

  @Test func `bytes that are not UTF-8 are drawn as replacement characters`() {
    let drawn = draw(Diagnostic.Label("a.yaml", 3..<4), SourceText([97, 0xFF, 0xE2, 98, 0xF0]))
    #expect(drawn.contains(" 1 | a��b�\n"))
  }

  @Test func `hostile names in message, help and file cannot paint the terminal`() {
    let diagnostic = Diagnostic(
      .error,
      .sample,
      "service `\u{1B}[2J\r` \u{202E}gone",
      labels: [Diagnostic.Label("\u{1B}]0;x\u{7}.yaml", 0..<0)],
      help: "\u{9B}31m"
    )
    let drawn = DiagnosticRenderer(sources: [:]).render(diagnostic)
    let controls = drawn.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
    }
    #expect(controls.isEmpty)
  }

  @Test func `every cut of a strange line keeps within its width`() {
    let text = String(repeating: "日\t\u{1B}a\u{301}🙂•", count: 400)
    let bytes = Array(text.utf8)
    for offset in stride(from: 0, to: bytes.count, by: 37) {
      let drawn = draw(Diagnostic.Label("a", offset..<min(offset + 5, bytes.count)), SourceText(text), width: 60)
      #expect(drawn.contains("^"))
    }
  }

  @Test func `colour is used when asked for, and never changes the words`() {
    let text = "image: nginx\n"
    let diagnostic = Diagnostic(.error, .sample, "m", labels: [label("a", "nginx", in: text, "w")], help: "h")
    let plain = DiagnosticRenderer(sources: ["a": SourceText(text)]).render(diagnostic)
    let coloured = DiagnosticRenderer(sources: ["a": SourceText(text)], theme: .coloured).render(diagnostic)
    #expect(coloured.contains("\u{1B}[1;31m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func `fixes are offered under the help`() {
    var diagnostic = Diagnostic(.warning, .sample, "m", labels: [Diagnostic.Label("a", 0..<1)])
    diagnostic.fixes = [SuggestedFix("write `nginx:1.27`", [.init("a", 0..<1, "x")], .needsALook)]
    #expect(draw(diagnostic, "x\n").hasSuffix("   |\n   = fix: write `nginx:1.27` (needs a look)\n"))
  }

  private func draw(_ label: Diagnostic.Label, _ source: SourceText, width: Int = 100) -> String {
    DiagnosticRenderer(sources: [label.file: source], width: width)
      .render(Diagnostic(.error, .sample, "m", labels: [label]))
  }

  private func draw(_ diagnostic: Diagnostic, _ text: String) -> String {
    DiagnosticRenderer(sources: ["a": SourceText(text)]).render(diagnostic)
  }
}

func range(_ part: String, in text: String) -> Range<Int> {
  let bytes = Array(text.utf8)
  let wanted = Array(part.utf8)
  let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
  return start..<start + wanted.count
}

func label(_ file: String, _ part: String, in text: String, _ words: String = "") -> Diagnostic.Label {
  Diagnostic.Label(file, range(part, in: text), words)
}
