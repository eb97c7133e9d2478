import AgentCore
import ComposeModel
import GitOpsKit
import OrderedCollections
import PolicyEngine
import ReleaseKit
import SourceDiagnostics
import Testing

@Suite struct `The sample homelab` {
  private static let now = Timestamp(seconds: 1_763_900_000)

  @Test func `has thirteen stacks that load without an error`() throws {
    let stacks = try StackTree.load(from: Sample.tree)
    #expect(stacks.stacks.count == 13)
    #expect(Array(stacks.loose).isEmpty)
    for (stack, loaded) in Array(stacks.stacks) {
      #expect(loaded.diagnostics.filter { $0.severity == .error } == [], "\(stack)")
      #expect(loaded.value != nil, "\(stack)")
    }
    #expect(stacks.diagnostics.isEmpty)
  }

  @Test func `has settings, a policy and a catalogue without a complaint`() throws {
    let configuration = try HomelabConfiguration.load(from: Sample.tree)
    #expect(configuration.diagnostics.isEmpty)
    let bytes = try #require(try Sample.tree.read(RepositoryPath(".longshore/policy.yaml")))
    #expect(Policy.load(bytes, file: ".longshore/policy.yaml").diagnostics.isEmpty)
    let place = try #require(configuration.value?.catalogue)
    #expect(try ImageCatalogue.load(from: Sample.tree, in: place).diagnostics.isEmpty)
    let later = try #require(try Sample.tree.read(RepositoryPath("demo/hello/image/release-1.2.yaml")))
    #expect(ImageCatalogue.load([("release-1.2.yaml", later)]).diagnostics.isEmpty)
  }

  @Test func `gets an update for every stack that is behind`() async throws {
    let (_, publisher, run) = try await propose { try $0.proposeUpdates(for: $1, in: $2) }
    #expect(run.outcomes.allSatisfy { $0.kind == .opened })
    let topics = await publisher.drafts.map(\.topic.name)
    #expect(
      Set(topics) == [
        "update-proxy-traefik", "update-media-jellyfin", "update-media-arr", "update-media-immich",
        "update-cloud-nextcloud", "update-cloud-nextcloud-nextcloud-major", "update-cloud-vaultwarden",
        "update-cloud-paperless", "update-common-valkey", "update-cloud-forgejo",
        "update-cloud-forgejo-forgejo-major", "update-monitoring-grafana",
        "update-home-assistant", "update-home-assistant-zigbee2mqtt-major", "update-home-adguard",
        "update-demo-hello",
      ]
    )
    #expect(
      run.skipped.contains { $0.stack.string == "cloud/nextcloud" && $0.service == "db" && $0.code == "database-major" }
    )
    #expect(run.skipped.contains { $0.service == "uptime-kuma" && $0.code == "floating-tag" })
    #expect(run.skipped.contains { $0.service == "ntfy" && $0.code == "floating-tag" })
    #expect(!run.skipped.contains { $0.code == "uneditable" })
  }

  @Test func `is changed in nothing but the lines of the images`() async throws {
    let (clone, publisher, _) = try await propose { try $0.proposeUpdates(for: $1, in: $2) }
    for draft in await publisher.drafts {
      for path in try clone.changedPaths(from: draft.base, to: draft.head) {
        let old = try clone.text(of: path, at: draft.base).split(separator: "\n", omittingEmptySubsequences: false)
        let new = try clone.text(of: path, at: draft.head).split(separator: "\n", omittingEmptySubsequences: false)
        try #require(old.count == new.count)
        for (before, after) in zip(old, new) where before != after {
          #expect(before.contains("image:") || before.hasPrefix("IMMICH_VERSION="))
          #expect(Self.isOneTag(before, after), "\(before) became \(after)")
        }
      }
    }
  }

  @Test func `gets health checks that load`() async throws {
    let (clone, publisher, run) = try await propose { try $0.proposeHealthchecks(for: $1, in: $2) }
    #expect(run.outcomes.allSatisfy { $0.kind == .opened })
    let topics = Set(await publisher.drafts.map(\.topic.name))
    #expect(
      topics.isSuperset(of: [
        "health-proxy-traefik", "health-cloud-nextcloud", "health-cloud-forgejo", "health-media-arr",
      ])
    )
    #expect(!topics.contains("health-media-jellyfin"))
    for draft in await publisher.drafts {
      let stacks = try StackTree.load(from: CommitTree(draft.head, in: clone.repository))
      for (stack, loaded) in Array(stacks.stacks) {
        #expect(loaded.diagnostics.filter { $0.severity == .error } == [], "\(stack)")
      }
    }
  }

  @Test func `gets no proposal twice`() async throws {
    let (clone, publisher, first) = try await propose { try $0.proposeUpdates(for: $1, in: $2) }
    let again = try await run(in: clone, publisher) { try $0.proposeUpdates(for: $1, in: $2) }
    #expect(again.outcomes.map(\.kind) == Array(repeating: .unchanged, count: first.outcomes.count))
    #expect(again.skipped == first.skipped)
  }

  @Test func `learns of the demo's next release from one more file`() async throws {
    let (clone, publisher, _) = try await propose { try $0.proposeUpdates(for: $1, in: $2) }
    let later = try #require(try Sample.tree.read(RepositoryPath("demo/hello/image/release-1.2.yaml")))
    try clone.commit(bytes: [".longshore/catalogue/release-1.2.yaml": later])
    let again = try await run(in: clone, publisher) { try $0.proposeUpdates(for: $1, in: $2) }
    #expect(again.outcomes.filter { $0.kind == .updated }.map(\.title) == ["demo/hello: longshore-demo/web 1.0 → 1.2"])
  }

  private typealias Ask = (RulesModel, StackTree, CommitTree) throws -> ModelAnswer

  private func propose(_ ask: Ask) async throws -> (TemporaryClone, RecordingPublisher, ProposingRun) {
    let clone = try TemporaryClone([:])
    try clone.commit(bytes: Sample.files())
    let publisher = RecordingPublisher()
    return (clone, publisher, try await run(in: clone, publisher, ask))
  }

  private func run(in clone: TemporaryClone, _ publisher: RecordingPublisher, _ ask: Ask) async throws -> ProposingRun {
    let branch = try clone.branch
    let place = try #require(try branch.configuration().value?.catalogue)
    let catalogue = try #require(try ImageCatalogue.load(from: try branch.tree(), in: place).value)
    let model = RulesModel(UpdateFinder(catalogue))
    return try await Proposer(to: branch, in: clone.repository, through: publisher)
      .run(at: Self.now) { try ask(model, $0, $1) }
  }

  /// Whether two lines differ in one word that is an image with its tag, or a version.
  private static func isOneTag(_ old: Substring, _ new: Substring) -> Bool {
    let (old, new) = (
      old.split(separator: " ", omittingEmptySubsequences: false),
      new.split(separator: " ", omittingEmptySubsequences: false)
    )
    return old.count == new.count && zip(old, new).count { $0 != $1 } == 1
  }
}
