import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Judging a change` {
  static let exception = """
    exceptions:
      - rule: privileged
        path: media/**
        reason: the tuner needs the device
        until: 2027-01-01
    """

  @Test func `an exception holds where it says, until its last day`() throws {
    let policy = try Self.exception.policy()
    let media = try change(from: app(), to: app("privileged: true"), at: "media/tv")
    let last = try #require(CalendarDate("2027-01-01"))
    let judgement = judge(media, by: policy, on: last)
    #expect(judgement.verdict == .allow && judgement.findings == [])
    #expect(judgement.excused.map(\.rule) == ["privileged"])
    #expect(judgement.excused.first?.excuse?.reason == "the tuner needs the device")
    #expect(
      try judge(change(from: app(), to: app("privileged: true"), at: "cloud"), by: policy, on: last).verdict == .deny
    )
    #expect(
      try judge(change(from: app(), to: app("network_mode: host"), at: "media/tv"), by: policy, on: last).verdict
        == .needsApproval
    )
  }

  @Test func `an exception that ran out excuses nothing, and says so`() throws {
    let policy = try Self.exception.policy()
    let media = try change(from: app(), to: app("privileged: true"), at: "media/tv")
    let judgement = judge(media, by: policy, on: try #require(CalendarDate("2027-01-02")))
    #expect(judgement.verdict == .deny)
    #expect(judgement.findings.map(\.rule) == ["privileged", "expired-exception"])
    #expect(
      judgement.findings.last?.diagnostic.message
        == "the exception from `privileged` for `media/**` held until 2027-01-01"
    )
    #expect(judgement.findings.last?.diagnostic.labels.map(\.file) == [".longshore/policy.yaml"])
    let state = try StackState(RepositoryPath("cloud"), #require(loaded(app("healthcheck: { test: [CMD, x] }")).value))
    #expect(
      inspect([state], by: policy, on: try #require(CalendarDate("2028-01-01"))).findings.map(\.rule) == [
        "expired-exception"
      ]
    )
  }

  @Test func `a file of an excused directory doesn't excuse those who include it`() throws {
    let tree = MemoryTree([
      "media/base.yaml": "services: { base: { image: 'a:1', privileged: true } }",
      "cloud/compose.yaml": "services: { app: { extends: { file: ../media/base.yaml, service: base } } }",
    ])
    let path = try RepositoryPath("cloud")
    let files = try #require(try StackFiles.find(in: path, of: tree))
    let new = try ComposeLoader().load(files, from: tree)
    let change = Change(by: .agent, paths: [], stacks: [StackChange(path, from: nil, to: new)])
    #expect(try judge(change, by: Self.exception.policy(), on: #require(CalendarDate("2026-01-01"))).verdict == .deny)
  }

  @Test func `levels hold for all, or for a part of the tree, or for a role`() throws {
    let policy = try """
    rules: { privileged: approval, floating-tag: { agent: deny } }
    paths:
      "lab/**": { privileged: note }
      "lab/secure/**": { privileged: deny }
    """.policy()
    let expected: [(String, Role, Level)] = [
      ("cloud", .agent, .approval), ("cloud", .person, .approval), ("lab", .agent, .note), ("lab/x", .agent, .note),
      ("lab/secure/x", .agent, .deny),
    ]
    for (stack, role, level) in expected {
      let judgement = try judge(
        change(by: role, from: app(), to: app("privileged: true"), at: stack),
        by: policy,
        on: today
      )
      #expect(judgement.findings.first { $0.rule == "privileged" }?.level == level, "\(stack)")
    }
    let floating = try judge(change(from: app(), to: app(image: "nginx")), by: policy, on: today)
    #expect(floating.verdict == .deny)
    let person = try judge(change(by: .person, from: app(), to: app(image: "nginx")), by: policy, on: today)
    #expect(person.verdict == .allow)
  }

  @Test func `a rule that is off says nothing`() throws {
    let policy = try "rules: { privileged: off }".policy()
    let judgement = try judge(change(from: app(), to: app("privileged: true")), by: policy, on: today)
    #expect(judgement == Judgement([]))
  }

  @Test func `a policy that wasn't understood denies everything`() throws {
    let policy = try #require(Policy.load(Array("rules: { privileged: offf }".utf8), file: "p").value)
    let judgement = judge(Change(by: .person, paths: [], stacks: []), by: policy, on: today)
    #expect(judgement.verdict == .deny)
    #expect(
      judgement.findings.map(\.diagnostic.message) == ["the policy wasn't understood as a whole, so nothing may change"]
    )
    #expect(judgement.findings.map(\.diagnostic.help) == ["mend `.longshore/policy.yaml` on the deployment branch"])
  }

  @Test func `the gravest finding comes first`() throws {
    let text = app("privileged: true\nports: ['1:1']", image: "nginx")
    let levels = try judge(change(from: app(), to: text), by: .standard, on: today).findings.map(\.level)
    #expect(levels == levels.sorted(by: >))
    #expect(levels.first == .deny)
  }

  @Test func `nothing changed, nothing said`() throws {
    let text = app("privileged: true\nports: ['1:1']", image: "nginx")
    #expect(try judge(change(from: text, to: text), by: .standard, on: today) == Judgement([]))
    #expect(try judge(change(from: text, to: nil), by: .standard, on: today).verdict == .allow)
  }

  @Test func `more changes never make a verdict milder`() throws {
    let parts = [
      "privileged: true", "ports: ['1:1']", "cap_add: [A]", "network_mode: host", "environment: { A_PASSWORD: b }",
      "user: root",
    ]
    for first in parts {
      let alone = try judge(change(from: app(), to: app(first)), by: .standard, on: today).verdict
      for second in parts where second != first && Set([first, second]) != ["ports: ['1:1']", "network_mode: host"] {
        let both = try judge(change(from: app(), to: app(first + "\n" + second)), by: .standard, on: today).verdict
        #expect(both >= alone, "\(first) and \(second)")
      }
    }
  }

  @Test func `each rule has a name, a reason and a code of its own`() {
    let rules: [any Rule] = .standard
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(rule.code.rawValue == "policy/\(rule.id)")
      #expect(rule.rationale.hasSuffix(".") && !rule.rationale.contains("\n"))
      #expect(rule.levels.person <= rule.levels.agent)
    }
  }

  @Test func `somebody else's rule is judged like ours`() throws {
    struct NoBusybox: ServiceRule {
      let code: DiagnosticCode = "acme/no-busybox"
      let levels = LevelByRole(.deny)
      let rationale = "We don't use it."
      func observations(of service: Service, in state: StackState) -> [Observation] {
        guard service.image?.hasPrefix("busybox") == true else { return [] }
        let labels = state.project.labels(service.name, ["image"])
        return [
          Observation("`\(service.name)` is made of busybox", of: state.stack, subject: service.name, labels: labels)
        ]
      }
    }
    let rules: [any Rule] = [NoBusybox()]
    let judgement = try judge(change(from: nil, to: app(image: "busybox:1")), by: .standard, on: today, rules: rules)
    #expect(judgement.findings.map(\.rule) == ["no-busybox"])
    #expect(judgement.findings.map(\.diagnostic.code.rawValue) == ["acme/no-busybox"])
    #expect(judgement.verdict == .deny)
    let text = "rules: { no-busybox: note }"
    let policy = try #require(Policy.load(Array(text.utf8), file: "p", rules: rules).value)
    #expect(
      try judge(change(from: nil, to: app(image: "busybox:1")), by: policy, on: today, rules: rules).verdict == .allow
    )
  }

  @Test func `odd names stay in their backticks`() throws {
    let image = "nginx:1\u{1B}[31m" + String(repeating: "x", count: 10_000)
    let old = app("volumes: ['/srv/a:/data']", image: "postgres:15")
    let new = app("volumes: ['/srv/a:/data']", image: "\"\(image.replacing("\u{1B}", with: "\\e"))\"")
    for finding in try judge(change(from: old, to: new), by: .standard, on: today).findings {
      #expect(finding.diagnostic.message.unicodeScalars.count < 400)
    }
  }
}
