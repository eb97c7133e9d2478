import AgentCore
import ComposeModel
import GitKit
import GitOpsKit
import OrderedCollections
import PolicyEngine
import ReleaseKit
import SourceDiagnostics
import Testing

@Suite struct `Proposing to a repository` {
  private static let stack = "services:\n  web:\n    image: nginx:1.27.1   # pinned\n    restart: always\n"
  private static let catalogue = """
    images:
      nginx:
        tags: [{tag: 1.28.0}]
        notes: [{version: 1.28.0, text: What is new., actions: [Look twice.]}]
    """
  private static let now = Timestamp(seconds: 1_763_900_000)

  @Test func `opens a proposal whose commit changes one line`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack, "README.md": "hello\n"])
    let publisher = RecordingPublisher()
    let run = try await propose(in: clone, to: publisher)

    #expect(run.outcomes.map(\.kind) == [.opened])
    #expect(run.outcomes.map(\.number) == [1])
    let draft = try #require(await publisher.drafts.first)
    let base = try #require(try clone.branch.tip)
    #expect(draft.base == base)
    #expect(try clone.changedPaths(from: base, to: draft.head) == ["web/compose.yaml"])
    #expect(
      try clone.text(of: "web/compose.yaml", at: draft.head)
        == "services:\n  web:\n    image: nginx:1.28.0   # pinned\n    restart: always\n"
    )
    #expect(try clone.reference("refs/heads/longshore/update-web") == draft.head)
  }

  @Test func `commits as the configured agent, with trailers`() async throws {
    let clone = try TemporaryClone([
      "web/compose.yaml": Self.stack,
      ".longshore/config.yaml": "agent: {name: Robo, email: robo@home.example}\n",
    ])
    let publisher = RecordingPublisher()
    _ = try await propose(in: clone, to: publisher)
    let draft = try #require(await publisher.drafts.first)
    let commit = try clone.commit(draft.head)
    #expect(commit.author.name == "Robo")
    #expect(commit.author.email == "robo@home.example")
    #expect(commit.author.seconds == Self.now.seconds)
    #expect(commit.summary == "web: nginx 1.27.1 → 1.28.0")
    #expect(commit.trailers.map(\.key) == ["Longshore-Proposal-Topic", "Longshore-Model", "Longshore-Fingerprint"])
    #expect(commit.trailers.map(\.value) == ["update-web", "rules", draft.fingerprint])
    #expect(draft.author == Identity(name: "Robo", email: "robo@home.example"))
  }

  @Test func `changes nothing when it is run again, later`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack])
    let publisher = RecordingPublisher()
    _ = try await propose(in: clone, to: publisher)
    try clone.commit(["README.md": "unrelated\n"])
    let run = try await propose(in: clone, to: publisher, at: Timestamp(seconds: Self.now.seconds + 86_400))
    #expect(run.outcomes.map(\.kind) == [.unchanged])
    let drafts = await publisher.drafts
    #expect(drafts.count == 2)
    #expect(Set(drafts.map(\.head)).count == 1)
    #expect(Set(drafts.map(\.fingerprint)).count == 1)
  }

  @Test func `updates its proposal when the file has moved on`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack])
    let publisher = RecordingPublisher()
    _ = try await propose(in: clone, to: publisher)
    try clone.commit(["web/compose.yaml": Self.stack + "    read_only: true\n"])
    let run = try await propose(in: clone, to: publisher)
    #expect(run.outcomes.map(\.kind) == [.updated])
    let draft = try #require(await publisher.drafts.last)
    #expect(try clone.text(of: "web/compose.yaml", at: draft.head).hasSuffix("read_only: true\n"))
    #expect(try clone.reference("refs/heads/longshore/update-web") == draft.head)
  }

  @Test func `doesn't publish what the policy denies`() async throws {
    let clone = try TemporaryClone([
      "web/compose.yaml": Self.stack, ".longshore/policy.yaml": "rules: [this isn't a mapping]\n",
    ])
    let publisher = RecordingPublisher()
    let run = try await propose(in: clone, to: publisher)
    #expect(run.outcomes.map(\.kind) == [.refused])
    #expect(run.outcomes.map(\.verdict) == [.deny])
    #expect(run.outcomes[0].findings.isEmpty == false)
    #expect(await publisher.drafts.isEmpty)
    #expect(try clone.reference("refs/heads/longshore/update-web") == nil)
  }

  @Test(arguments: [".longshore/policy.yaml", ".github/workflows/ci.yaml"])
  func `refuses a protected path, whatever the model wants`(path: String) async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack, path: "rules: {}\n"])
    let publisher = RecordingPublisher()
    let change = ProposedChange(
      topic: try TopicName("loosen"),
      title: "loosen",
      rationale: "because",
      edits: [try RepositoryPath(path): [.compose(.set(YAMLPath(keys: "rules"), "off"))]]
    )
    let run = try await proposer(in: clone, to: publisher).run(at: Self.now) { _, _ in ModelAnswer(changes: [change]) }
    #expect(run.outcomes.map(\.kind) == [.refused])
    #expect(await publisher.drafts.isEmpty)
  }

  @Test func `skips a change that doesn't do what it should`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack])
    let publisher = RecordingPublisher()
    let change = ProposedChange(
      topic: try TopicName("odd"),
      title: "odd",
      rationale: "because",
      edits: [
        try RepositoryPath("web/compose.yaml"): [.compose(.set(YAMLPath(keys: "services", "web", "restart"), "no"))]
      ],
      expectations: [.init(try RepositoryPath("web"), "web", .image(try ImageReference(parsing: "nginx:1.28.0")))]
    )
    let run = try await proposer(in: clone, to: publisher).run(at: Self.now) { _, _ in ModelAnswer(changes: [change]) }
    #expect(run.outcomes.map(\.kind) == [.skipped])
    #expect(
      run.outcomes.map(\.reason)
        == ["can't edit web: `web` would not run `nginx:1.28.0`: something else decides its image"]
    )
  }

  @Test func `skips a change that moves another service too`() async throws {
    let clone = try TemporaryClone([
      "web/compose.yaml": "services: {web: {image: 'nginx:${V}'}, own: {image: 'mine:${V}'}}\n",
      "web/.env": "V=1.27.1\n",
    ])
    let publisher = RecordingPublisher()
    let run = try await propose(in: clone, to: publisher)
    #expect(run.outcomes.map(\.kind) == [.skipped])
    #expect(run.outcomes.map(\.reason) == ["can't edit web: `own` shares the value, and would get another image too"])
    #expect(await publisher.drafts.isEmpty)
  }

  @Test(arguments: [
    ("gone/compose.yaml", "can't edit gone/compose.yaml: it isn't a regular file of the repository"),
    ("web/broken.yaml", "can't edit web/broken.yaml: it can't be read as YAML"),
  ])
  func `skips a file it can't edit`(path: String, reason: String) async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack, "web/broken.yaml": "a: [\n"])
    let publisher = RecordingPublisher()
    let change = ProposedChange(
      topic: try TopicName("odd"),
      title: "odd",
      rationale: "because",
      edits: [try RepositoryPath(path): [.compose(.set(YAMLPath(keys: "a"), "b"))]]
    )
    let run = try await proposer(in: clone, to: publisher).run(at: Self.now) { _, _ in ModelAnswer(changes: [change]) }
    #expect(run.outcomes.map(\.reason) == [reason])
    #expect(await publisher.drafts.isEmpty)
  }

  @Test func `goes on where it stopped when the server was away`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack])
    await #expect(throws: FailingPublisher.Failure()) { try await propose(in: clone, to: FailingPublisher()) }
    let publisher = RecordingPublisher()
    #expect(try await propose(in: clone, to: publisher).outcomes.map(\.kind) == [.opened])
  }

  @Test func `doesn't publish what somebody else left on its branch`() async throws {
    let clone = try TemporaryClone(["web/compose.yaml": Self.stack])
    let publisher = RecordingPublisher()
    _ = try await propose(in: clone, to: publisher)
    let first = try #require(await publisher.drafts.last)
    let planted = try clone.plant("services: {web: {image: evil}}\n", at: "web/compose.yaml", like: first.head)
    _ = try await propose(in: clone, to: publisher)
    let second = try #require(await publisher.drafts.last)
    #expect(second.head != planted)
    #expect(try clone.text(of: "web/compose.yaml", at: second.head).contains("nginx:1.28.0"))
  }

  @Test func `adds a health check and nothing else`() async throws {
    let clone = try TemporaryClone([
      "db/compose.yaml": "services:\n  db:\n    image: redis:7.4   # cache\n    restart: always\n"
    ])
    let publisher = RecordingPublisher()
    let model = RulesModel(UpdateFinder(ImageCatalogue()))
    let run = try await proposer(in: clone, to: publisher).run(at: Self.now) {
      try model.proposeHealthchecks(for: $0, in: $1)
    }
    #expect(run.outcomes.map(\.kind) == [.opened])
    let draft = try #require(await publisher.drafts.first)
    let text = try clone.text(of: "db/compose.yaml", at: draft.head)
    #expect(text.hasPrefix("services:\n  db:\n    image: redis:7.4   # cache\n    restart: always\n    healthcheck:\n"))
    #expect(text.contains("redis-cli ping | grep -q PONG"))
    let second = try await proposer(in: clone, to: publisher).run(at: Self.now) {
      try model.proposeHealthchecks(for: $0, in: $1)
    }
    #expect(second.outcomes.map(\.kind) == [.unchanged])
  }

  private func propose(
    in clone: TemporaryClone,
    to publisher: some ProposalPublisher,
    at now: Timestamp = now
  ) async throws -> ProposingRun {
    let catalogue = try #require(ImageCatalogue.load([("catalogue.yaml", Array(Self.catalogue.utf8))]).value)
    let model = RulesModel(UpdateFinder(catalogue))
    return try await proposer(in: clone, to: publisher).run(at: now) { try model.proposeUpdates(for: $0, in: $1) }
  }

  private func proposer(in clone: TemporaryClone, to publisher: some ProposalPublisher) throws -> Proposer {
    Proposer(to: try clone.branch, in: clone.repository, through: publisher)
  }
}
