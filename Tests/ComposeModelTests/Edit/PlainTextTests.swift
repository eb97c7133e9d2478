import Fixtures
import OrderedCollections
import Testing

@testable import ComposeModel

@Suite struct `Text without quotes` {
  @Test(arguments: [
    "nginx:1.27", "80:80", "8080:80/tcp", "./data:/data", "postgres://u@h/db?x=1", "--flag", "-x", "a#b", "a b",
    "1.2.3", "3000-3005", "12px", "Grüße", "日本", "${TAG:-latest}", "100m", "2026-11", "a,b", "a?b", "0x", "80:99",
  ])
  func `means itself`(_ text: String) throws {
    #expect(PlainText.isSafe(text, inFlow: false))
    #expect(try document("a: \(text)\n").node("a")?.scalar == .string(text))
  }

  @Test(arguments: [
    "", " a", "a ", "a:", "a: b", "a #b", "#a", "- a", "-", "---", "--- a", "...", "?", "? a", ":a", "*a", "&a", "!a",
    "|", ">", "%a", "@a", "`a", "'a", "\"a", "[a", "{a", "]", "}", ",", "a\tb", "a\nb", "\u{7F}", "\u{85}", "\u{2028}",
    "\u{FEFF}a", "a\u{0}",
  ])
  func `needs quotes where its shape means something else`(_ text: String) {
    #expect(!PlainText.isSafe(text, inFlow: false))
  }

  @Test(arguments: [
    "null", "Null", "~", "true", "FALSE", "yes", "No", "on", "off", "y", "N", "=", "<<", "1", "-1", "+1", "0o7", "017",
    "0x1f", "0b1", "1_000", "1.5", "1.", ".5", "1e3", ".inf", "-.INF", ".nan", "22:22", "1:30:00", "1:30.5",
    "190:20:30",
    "2026-11-23", "2026-1-2", "2026-11-23T10:00:00Z", "2026-11-23 10:00:00",
  ])
  func `needs quotes where a reader would take it for another type`(_ text: String) {
    #expect(PlainText.readsAsAnotherType(text))
    #expect(!PlainText.isSafe(text, inFlow: false))
  }

  @Test(arguments: ["a,b", "a[0]", "{a}", "a?b", "-x"])
  func `needs quotes within brackets`(_ text: String) {
    #expect(!PlainText.isSafe(text, inFlow: true))
  }

  @Test func `any text survives being written and read`() throws {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("ab1 :#-?,[]{}&*!|>'\"%@`\\\n\t\r~._é\u{85}\u{2028}\u{FEFF}\u{0}\u{1B}🙂".unicodeScalars)
    for _ in 0..<1_000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
            alphabet.randomElement(using: &random)
          }
        )
      )
      let style: YAMLStyle = [.plain, .singleQuoted, .doubleQuoted].randomElement(using: &random) ?? .plain
      let scalars = ScalarWriter(quotes: .singleQuoted)
      let flow = FlowWriter(scalars).text([.string(text)], like: style)
      let block = scalars.text(text, like: style)
      #expect(try document("a: \(block)\nb: \(flow)\n").node("a")?.scalar == .string(text))
      #expect(try document("a: \(block)\nb: \(flow)\n").node("b[0]")?.scalar == .string(text))
      #expect(try document("\(block): 1\n").root?.pairs.first?.key.text == text)
    }
  }
}

@Suite struct `Writing values` {
  @Test func `collections are laid out below each other`() {
    let value: YAMLValue = [
      "image": "nginx:1.27", "ports": ["22:22", 80], "labels": [:], "run": "a\n\nb\n", "l": [["a": [1]]],
    ]
    #expect(
      value.blockYAML(indentedBy: 2) == """
          image: nginx:1.27
          ports:
            - "22:22"
            - 80
          labels: {}
          run: |
            a

            b
          l:
            - a:
                - 1

        """
    )
  }

  @Test func `what is written has a bound`() {
    #expect(YAMLValue.string("abc").blockYAML(limit: 10) == "abc\n")
    #expect(YAMLValue.string("abcdefghijk").blockYAML(limit: 10) == nil)
    #expect((0..<70).reduce(YAMLValue.null) { value, _ in [value] }.blockYAML() == nil)
  }

  @Test func `block YAML is read as the value it was made of`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let value = YAMLValue.random(depth: 4, using: &random)
      let writer = BlockWriter(
        step: 3,
        dashOffset: Int.random(in: 0...2, using: &random),
        scalars: .init(quotes: .doubleQuoted)
      )
      let text = writer.lines(of: ["a": value, "b": [value]]).joined(separator: "\n") + "\n"
      let root = try #require(try document(text).root)
      #expect(YAMLValue(root).isSame(as: ["a": value, "b": [value]]), "\(text)")
      let flow = try document(FlowWriter(writer.scalars, padsBraces: true).text([value, value]))
      #expect(try YAMLValue(#require(flow.root)).isSame(as: [value, value]), "\(text)")
    }
  }
}

extension YAMLValue {
  /// Some value with at most `depth` collections within each other.
  static func random(depth: Int, using random: inout SeededGenerator) -> Self {
    let texts = ["x", "", "a b", "80:80", "22:22", "yes", "# c", "a\nb\n", "a\n\n  b", "{{.X}}", "it's", "\u{1B}", "-"]
    switch Int.random(in: 0...(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: -5...5_000, using: &random))
    case 3: return .float([0.5, -1e30, .infinity, .nan, 3].randomElement(using: &random) ?? 0)
    case 4, 5: return .string(texts.randomElement(using: &random) ?? "")
    case 6:
      return .sequence(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in .random(depth: depth - 1, using: &random) }
      )
    default:
      var pairs: [(String, YAMLValue)] = []
      for key in ["k", "on", "a b", "8", ""].prefix(Int.random(in: 0...5, using: &random)) {
        pairs.append((key, .random(depth: depth - 1, using: &random)))
      }
      return .mapping(.init(uniqueKeysWithValues: pairs))
    }
  }
}
