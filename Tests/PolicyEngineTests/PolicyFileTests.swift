import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Policy files` {
  @Test func `a whole policy is read`() throws {
    let loaded = load(
      """
      rules:
        floating-tag: deny
        privileged: { agent: approval, person: off }
      paths:
        "lab/**": { floating-tag: off }
      exceptions:
        - rule: privileged
          path: media/**
          reason: the tuner needs the device
          until: 2027-01-01
      protected:
        - secrets
      limits:
        changed-stacks: 3
      """
    )
    #expect(loaded.diagnostics == [])
    let policy = try #require(loaded.value)
    #expect(policy.levels == ["floating-tag": .init(.deny), "privileged": .init(agent: .approval, person: .off)])
    #expect(policy.pathLevels == [PathLevels(PathPattern("lab/**"), ["floating-tag": .init(.off)])])
    #expect(policy.exceptions.map(\.reason) == ["the tuner needs the device"])
    #expect(policy.exceptions.map(\.until.description) == ["2027-01-01"])
    #expect(policy.exceptions.first?.place?.file == "policy.yaml")
    #expect(policy.protectedPaths == [PathPattern("secrets")])
    #expect(policy.maximumChangedStacks == 3)
    #expect(policy.isComplete)
  }

  @Test(arguments: ["", "# nothing yet\n", "rules:\n", "{}", "rules: {}\nexceptions: []\n", "---\n"])
  func `a policy that says nothing is the standard one`(_ text: String) {
    #expect(load(text) == Loaded(.standard))
  }

  @Test func `an anchor spares words`() throws {
    let policy = try #require(
      load("rules: &all { floating-tag: deny }\npaths: { lab: { <<: *all, privileged: off } }").value
    )
    #expect(policy.pathLevels.first?.levels == ["floating-tag": .init(.deny), "privileged": .init(.off)])
  }

  @Test(arguments: [
    ("exeptions: []", "`exeptions` is not a key of a policy", "write `exceptions`"),
    ("colour: red", "`colour` is not a key of a policy", "use one of rules, paths, exceptions, protected, limits"),
    ("rules: { floating-tags: warn }", "there is no rule `floating-tags`", "write `floating-tag`"),
    ("rules: { floating-tag: wrn }", "`wrn` is not a level", "write `warn`"),
    ("rules: { floating-tag: maybe }", "`maybe` is not a level", "write one of off, note, warn, approval, deny"),
    ("rules: { floating-tag: { agnt: off } }", "`agnt` is not a key of `floating-tag`", "write `agent`"),
    ("rules: { floating-tag: }", "a rule needs a level", "write a level"),
    (
      "rules: { protected-path: off }", "the level of `protected-path` is fixed",
      "remove it; a policy can't make this rule milder"
    ),
    (
      "paths: { '**': { protected-path: note } }", "the level of `protected-path` is fixed",
      "remove it; a policy can't make this rule milder"
    ),
    ("rules: warn", "`rules` needs a mapping", "write it as `key: value`"),
    ("- rules", "a policy needs a mapping", "write it as `key: value`"),
    ("exceptions: { a: b }", "`exceptions` needs a list", "begin each item with `- `"),
    ("protected: [[a]]", "`protected` needs a path", "write a path"),
    ("protected: ['']", "`protected` needs a path", "write a path"),
    (
      "limits: { changed-stacks: 0 }", "`changed-stacks` needs a number above 0",
      "write how many stacks may change at once"
    ),
    ("limits: { changed-stack: 3 }", "`changed-stack` is not a key of `limits`", "write `changed-stacks`"),
    ("{}\n---\n{}", "a policy is one document, and here begins another", "join the documents"),
    ("? [a]\n: b", "a key of a policy is not a word", "write a plain word"),
  ])
  func `what isn't understood is said, and the policy is not complete`(
    _ text: String,
    _ message: String,
    _ help: String
  ) {
    let loaded = load(text)
    #expect(loaded.diagnostics.map(\.message) == [message])
    #expect(loaded.diagnostics.map(\.help) == [help])
    #expect(loaded.diagnostics.allSatisfy { $0.severity == .error && $0.labels.first?.file == "policy.yaml" })
    #expect(loaded.value?.isComplete == false)
  }

  @Test(arguments: [
    ("path: a, reason: b, until: 2027-01-01", "this exception has no `rule`", "name the rule that is to stay silent"),
    (
      "rule: privileged, reason: b, until: 2027-01-01", "this exception has no `path`",
      "say where it holds, such as `media/**`"
    ),
    ("rule: privileged, path: a, until: 2027-01-01", "this exception has no `reason`", "say why it is accepted"),
    (
      "rule: privileged, path: a, reason: b", "this exception has no `until`",
      "name the last day on which it holds, such as 2027-01-31"
    ),
    ("rule: privileged, path: a, reason: ' ', until: 2027-01-01", "the reason is blank", "say why it is accepted"),
    (
      "rule: privileged, path: a, reason: b, until: 2027-02-29", "`2027-02-29` is not a day of the calendar",
      "write the day as 2027-01-31"
    ),
    (
      "rule: privileged, path: a, reason: b, until: always", "`always` is not a day of the calendar",
      "write the day as 2027-01-31"
    ),
    (
      "rule: protected-path, path: a, reason: b, until: 2027-01-01", "`protected-path` allows no exception",
      "remove the exception"
    ),
    ("rule: privilegd, path: a, reason: b, until: 2027-01-01", "there is no rule `privilegd`", "write `privileged`"),
    (
      "rule: privileged, path: a, reason: b, until: 2027-01-01, untill: 2", "`untill` is not a key of an exception",
      "write `until`"
    ),
  ])
  func `half an exception is none`(_ parts: String, _ message: String, _ help: String) {
    let loaded = load("exceptions: [{ \(parts) }]")
    #expect(loaded.diagnostics.map(\.message) == [message])
    #expect(loaded.diagnostics.map(\.help) == [help])
    #expect(loaded.value?.isComplete == false)
  }

  @Test func `a slip is pointed at and mended`() throws {
    let text = "rules:\n  floatin-tag: warn\n"
    let diagnostic = try #require(load(text).diagnostics.first)
    let replacement = try #require(diagnostic.fixes.first?.replacements.first)
    let start = try #require(text.firstRange(of: "floatin-tag"))
    #expect(diagnostic.labels.first?.bytes.lowerBound == text[..<start.lowerBound].utf8.count)
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(replacement.bytes, with: replacement.text.utf8)
    #expect(load(String(decoding: bytes, as: UTF8.self)).diagnostics == [])
  }

  @Test(arguments: ["rules: [", "rules: *nobody", "a: 1\na: 2", "\u{0}", "rules:\n\tx: y"])
  func `a file that isn't YAML denies`(_ text: String) {
    let loaded = load(text)
    #expect(loaded.diagnostics.containsError)
    #expect(loaded.value?.isComplete == false)
  }

  @Test func `bytes that are no text deny`() {
    #expect(Policy.load([0xFF, 0xFE, 0x00], file: "policy.yaml").value?.isComplete == false)
  }

  @Test func `many faults are all said`() {
    let text = "rules:\n" + (0..<500).map { "  rule-\($0): warn\n" }.joined()
    #expect(load(text).diagnostics.count == 500)
  }

  private func load(_ text: String) -> Loaded<Policy> { Policy.load(Array(text.utf8), file: "policy.yaml") }
}
