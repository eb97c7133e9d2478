import ComposeModel
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `The homelab's configuration` {
  private func load(_ text: String) -> Loaded<HomelabConfiguration> {
    HomelabConfiguration.load(Array(text.utf8), file: "config.yaml")
  }

  @Test func `every key is read`() throws {
    let loaded = load(
      """
      version: 1
      branch: live
      remote: server
      forge: local
      agent:
        login: bot
        name: Longshore
        email: bot@example.org
      approvers:
        - ada
        - login: ben
          email: ben@example.org
      hosts:
        nas:
          stacks: [media/**, cloud/*]
          health-timeout: 1m30s
          login: nas-deploy
        pi:
      catalogue: .longshore/catalogue
      """
    )
    #expect(loaded.diagnostics == [])
    #expect(
      loaded.value
        == HomelabConfiguration(
          deploymentBranch: "live",
          remote: "server",
          agent: AgentIdentity(login: "bot", identity: Identity(name: "Longshore", email: "bot@example.org")),
          approvers: [Approver(login: "ada"), Approver(login: "ben", email: "ben@example.org")],
          hosts: [
            HostConfiguration(
              name: "nas",
              login: "nas-deploy",
              stacks: [.init("media/**"), .init("cloud/*")],
              healthTimeout: .seconds(90)
            ),
            HostConfiguration(name: "pi"),
          ],
          catalogue: try RepositoryPath(".longshore/catalogue")
        )
    )
  }

  @Test func `without a file everything has its default`() throws {
    let loaded = try HomelabConfiguration.load(from: MemoryTree([:]))
    #expect(loaded.value == HomelabConfiguration())
    #expect(loaded.diagnostics == [])
  }

  @Test func `a broken file leaves the defaults and an error`() {
    let loaded = load("branch: [")
    #expect(loaded.value == HomelabConfiguration())
    #expect(loaded.diagnostics.containsError)
  }

  @Test(
    arguments: [
      ("brnch: x", "config/unknown-key", "`brnch` is not a key of the configuration", "write `branch`"),
      ("forge: loca", "config/unknown-forge", "there is no forge `loca`", "write `local`"),
      (
        "branch: longshore/x", "config/malformed-value",
        "the agent writes branches below `longshore/`, so none of them can be deployed",
        "name a branch that only approvers write, such as main"
      ),
      ("branch: a..b", "config/malformed-value", "`a..b` can't be a branch", "write a name such as main"),
      ("approvers: ada", "config/unexpected-shape", "`approvers` needs a list", "begin each item with `- `"),
      (
        "approvers: [{email: a@b}]", "config/missing-key", "this approver has no `login`",
        "write what the Git server calls this person"
      ),
      ("approvers: [ci]", "config/malformed-value", "the login `ci` stands for somebody else", "write another login"),
      (
        "approvers: ['host:nas']", "config/malformed-value", "the login `host:nas` stands for somebody else",
        "write another login"
      ),
      ("hosts: {a/b: }", "config/malformed-value", "`a/b` can't be a host's name", "use letters, digits and dashes"),
      (
        "hosts: {nas: {health-timeout: 5}}", "config/malformed-value", "`5` isn't a time up to a day",
        "write it as 90s, 2m or 1h30m"
      ),
      (
        "hosts: {nas: {health-timeout: 25h}}", "config/malformed-value", "`25h` isn't a time up to a day",
        "write it as 90s, 2m or 1h30m"
      ),
      (
        "catalogue: ../elsewhere", "config/malformed-value", "`../elsewhere` isn't a path in the repository",
        "write a path from the repository's root, without `..`"
      ),
      (
        "agent: {name: 'a <b>'}", "config/malformed-value", "`name` holds characters that a name can't",
        "write plain text"
      ),
      ("remote: a b", "config/malformed-value", "`remote` needs one word", "use letters, digits and dashes"),
      (
        "version: 2", "config/other-version", "this configuration isn't of version 1",
        "write 1, or use a newer Longshore"
      ),
      ("- a", "config/unexpected-shape", "the configuration needs keys with values", "write `key: value`"),
    ]
  )
  func `what can't be understood is said`(text: String, code: String, message: String, help: String) {
    let diagnostics = load(text).diagnostics
    #expect(diagnostics.map(\.code.rawValue) == [code])
    #expect(diagnostics.first?.message == message)
    #expect(diagnostics.first?.help == help)
    #expect(diagnostics.first?.labels.isEmpty == false)
  }

  @Test func `the agent can't be an approver, whatever comes first`() {
    for text in ["agent: {login: bot}\napprovers: [ada, bot]\n", "approvers: [ada, bot]\nagent: {login: bot}\n"] {
      let loaded = load(text)
      #expect(loaded.value?.approvers == [Approver(login: "ada")])
      #expect(loaded.diagnostics.map(\.message) == ["the agent `bot` is among the approvers, who judge what it does"])
      #expect(loaded.diagnostics.first?.help == "give the agent a login of its own")
    }
  }

  @Test func `a host runs what its patterns mean`() throws {
    let host = HostConfiguration(name: "nas", stacks: [.init("media/**")])
    #expect(host.runs(try RepositoryPath("media/plex")))
    #expect(!host.runs(try RepositoryPath("cloud/media")))
    #expect(HostConfiguration(name: "all").runs(.root))
  }
}
