import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Rules about a change` {
  @Test(arguments: [
    ("healthcheck: { test: [CMD, x] }", "", "`app` loses its health check"),
    ("healthcheck: { test: [CMD, x] }", "healthcheck: { disable: true }", "`app` has its health check switched off"),
    ("healthcheck: { test: [CMD, x] }", "healthcheck: { test: [NONE] }", "`app` has its health check switched off"),
  ])
  func `a health check that goes needs approval`(_ old: String, _ new: String, _ message: String) throws {
    let judgement = try judge(change(from: app(old), to: app(new)), by: .standard, on: today)
    #expect(judgement.findings.map { "\($0.rule) \($0.level)" } == ["removed-healthcheck approval"])
    #expect(judgement.findings.map(\.diagnostic.message) == [message])
    #expect(judgement.findings.first?.diagnostic.help == "keep the health check, or put a better one in its place")
    #expect(judgement.verdict == .needsApproval)
    #expect(
      judgement.findings.first?.diagnostic.labels.map(\.file) == ["cloud/compose.yaml", "cloud/compose.yaml@main"]
    )
    #expect(try judge(change(from: app(new), to: app(old)), by: .standard, on: today).findings == [])
  }

  @Test(arguments: [
    ("", "cap_add: [CHOWN]", ["`app` gets the capability `CHOWN`"]),
    ("cap_drop: [ALL]", "cap_drop: []", ["`app` loses the dropped capability `ALL`"]),
    ("", "devices: ['/dev/dri:/dev/dri']", ["`app` gets the device `/dev/dri`"]),
    ("security_opt: ['no-new-privileges:true']", "", ["`app` loses the security option `no-new-privileges:true`"]),
    ("read_only: true", "", ["`app` loses its read-only file system"]),
    ("user: '1000'", "user: root", ["`app` loses its own user"]),
    ("user: '1000'", "", ["`app` loses its own user"]),
    ("cap_add: [A]", "cap_add: [B, A, C]", ["`app` gets the capability `B`", "`app` gets the capability `C`"]),
  ])
  func `a restriction that falls needs approval`(_ old: String, _ new: String, _ messages: [String]) throws {
    let judgement = try judge(change(from: app(old), to: app(new)), by: .standard, on: today)
    #expect(lines(of: "weakened-hardening", judgement) == messages.map { "approval: \($0)" })
    #expect(
      lines(of: "weakened-hardening", try judge(change(from: app(new), to: app(old)), by: .standard, on: today)) == []
    )
  }

  @Test func `a new service with rights needs approval too`() throws {
    let text = app("cap_add: [CHOWN]\ndevices: [/dev/dri]\ncap_drop: [ALL]")
    let judgement = try judge(change(from: nil, to: text), by: .standard, on: today)
    let expected = ["approval: `app` gets the capability `CHOWN`", "approval: `app` gets the device `/dev/dri`"]
    #expect(lines(of: "weakened-hardening", judgement) == expected)
    #expect(judgement.findings.first?.diagnostic.help == "take `cap_add` out, or say why it is needed")
  }

  @Test(arguments: [
    ("", "ports: ['8080:80']", ["approval: `app` opens 8080:80"]),
    ("ports: ['8080:80']", "ports: ['8081:80']", ["approval: `app` moves 8080:80 to 8081:80"]),
    (
      "ports: ['127.0.0.1:8080:80']", "ports: ['8080:80']",
      ["approval: `app` exposes 8080:80, which was 127.0.0.1:8080:80"]
    ),
    ("", "ports: ['127.0.0.1:8080:80']", []), ("ports: ['8080:80']", "", []),
  ])
  func `a port that opens needs approval`(_ old: String, _ new: String, _ messages: [String]) throws {
    #expect(
      try lines(of: "opened-port", judge(change(from: app(old), to: app(new)), by: .standard, on: today)) == messages
    )
  }

  @Test func `data that could be lost needs approval`() throws {
    let text = app("volumes: ['/srv/a:/data']")
    let judgement = try judge(
      change(from: text, to: text.replacing("/srv/a", with: "/srv/b")),
      by: .standard,
      on: today
    )
    #expect(lines(of: "data-loss", judgement) == ["approval: `app` gets `/srv/b` instead of `/srv/a` at `/data`"])
    #expect(judgement.findings.first?.diagnostic.help == "copy the data over before the change, or keep `/srv/a`")
  }

  @Test func `a stack that no longer loads is refused`() throws {
    let judgement = try judge(change(from: app(), to: "services:\n  app:\n    image: [\n"), by: .standard, on: today)
    #expect(judgement.verdict == .deny)
    let finding = try #require(judgement.findings.first { $0.rule == "does-not-load" })
    #expect(finding.diagnostic.message.hasPrefix("`cloud` doesn't load with this change: "))
    let other = try judge(
      change(by: .person, from: app(), to: "services:\n  app:\n    image: [\n"),
      by: .standard,
      on: today
    )
    #expect(other.verdict == .needsApproval)
  }

  @Test func `what was broken before isn't blamed on the change`() throws {
    let broken = "services:\n  app: { image: a, imag: b }\n"
    let judgement = try judge(change(from: broken, to: broken + "# a comment\n"), by: .standard, on: today)
    #expect(lines(of: "does-not-load", judgement) == [])
    let more = try judge(change(from: broken, to: broken + "  db: { image: b, imag: c }\n"), by: .standard, on: today)
    #expect(lines(of: "does-not-load", more).count == 1)
  }

  @Test func `many stacks at once need approval`() throws {
    let stacks = try (0..<4).map { number in
      try StackChange(RepositoryPath("s\(number)"), from: loaded(app()), to: loaded(app("restart: always")))
    }
    let policy = try "limits: { changed-stacks: 3 }".policy()
    let judgement = judge(Change(by: .agent, paths: [], stacks: stacks), by: policy, on: today)
    #expect(
      judgement.findings.map(\.diagnostic.message) == [
        "this changes 4 stacks at once, more than the 3 that the policy allows"
      ]
    )
    #expect(judgement.verdict == .needsApproval)
    #expect(
      judge(Change(by: .agent, paths: [], stacks: Array(stacks.dropLast())), by: policy, on: today).findings == []
    )
    #expect(judge(Change(by: .person, paths: [], stacks: stacks), by: policy, on: today).findings == [])
  }
}

@Suite struct `Databases under the policy` {
  @Test func `a major jump is refused to an agent, and drawn with both sides`() throws {
    let old = """
      services:
        db:
          image: postgres:15.4
          volumes:
            - pgdata:/var/lib/postgresql/data
      volumes: { pgdata: }

      """
    let new = old.replacing("15.4", with: "17.0")
    let judgement = try judge(change(from: old, to: new), by: .standard, on: today)
    #expect(judgement.verdict == .deny)
    let finding = try #require(judgement.findings.first)
    #expect(finding.rule == "major-database-upgrade")
    let sources = ["cloud/compose.yaml": SourceText(new), "cloud/compose.yaml@main": SourceText(old)]
    #expect(
      DiagnosticRenderer(sources: sources).render(finding.diagnostic) == """
        error[policy/major-database-upgrade]: `db` jumps two major versions of PostgreSQL over the same data
          --> cloud/compose.yaml:3:12
           |
         3 |     image: postgres:17.0
           |            ^^^^^^^^^^^^^ 17 can't read what 15 wrote
        ...
         5 |       - pgdata:/var/lib/postgresql/data
           |         ------------------------------- this keeps 15's files
          ::: cloud/compose.yaml@main:3:12
           |
         3 |     image: postgres:15.4
           |            ------------- deployed now
           |
           = help: dump and restore, or stay with `postgres:15.4` and plan the upgrade

        """
    )
  }

  @Test func `one that upgrades its files itself only needs approval, unless the policy says more`() throws {
    let old = app("volumes: ['pg:/var/lib/mysql']", image: "mariadb:10.6") + "volumes: { pg: }\n"
    let change = try change(from: old, to: old.replacing("10.6", with: "10.11"))
    #expect(judge(change, by: .standard, on: today).verdict == .needsApproval)
    #expect(try judge(change, by: "rules: { major-database-upgrade: deny }".policy(), on: today).verdict == .deny)
    #expect(try judge(change, by: "rules: { major-database-upgrade: note }".policy(), on: today).verdict == .allow)
  }

  @Test func `the way back is refused`() throws {
    let old = app("volumes: ['pg:/data']", image: "postgres:17") + "volumes: { pg: }\n"
    let judgement = try judge(change(from: old, to: old.replacing(":17", with: ":15")), by: .standard, on: today)
    #expect(
      lines(of: "database-downgrade", judgement) == [
        "deny: `app` goes back from PostgreSQL 17 to 15 over the same data"
      ]
    )
  }
}
