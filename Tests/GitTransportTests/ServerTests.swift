import Fixtures
import GitKit
import GitTransport
import Testing

@Suite(.enabled(if: GitDaemon.isAvailable, "git daemon isn't installed")) struct `Repositories behind a Git server` {
  private let server: GitFixture
  private let clone: GitFixture
  private let daemon: GitDaemon
  private let remote: RemoteRepository
  private let topic: RefName
  private let first: ObjectID

  init() throws {
    server = try GitFixture(.bare)
    clone = try GitFixture()
    first = try ObjectID(hex: clone.commit(["a": "1"]))
    daemon = try GitDaemon(serving: server.directory.path)
    remote = try RemoteRepository(url: daemon.url(of: server.path), localRepository: clone.path)
    topic = try RefName.branch("longshore/topic")
  }

  @Test func `an empty one has no references`() async throws {
    #expect(try await remote.references() == [:])
    try await remote.fetch([.branches(), .longshore], pruning: .prune)
  }

  @Test func `what is pushed is fetched and cloned elsewhere`() async throws {
    #expect(remote.runsHooks)
    #expect(try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent).map(\.outcome) == [.accepted])
    #expect(try await remote.references() == [topic: first])
    let folder = try TemporaryDirectory()
    _ = try await RemoteRepository.clone(from: remote.url, into: folder.path("copy"), kind: .bare)
    let copy = try Repository(at: folder.path("copy"))
    #expect(try copy.reference(RefName("refs/remotes/origin/longshore/topic")) == first)
    #expect(try Repository(at: clone.path).references(matching: "refs/outgoing/").isEmpty)
  }

  @Test func `a hook's refusal comes with its words`() async throws {
    try server.installHook(
      "pre-receive",
      """
      #!/bin/sh
      echo 'error[policy/protected-path]: an agent may not change .longshore/policy.yaml' >&2
      exit 1
      """
    )
    let results = try await remote.push([RefUpdate(ref: topic, new: first, expecting: .absent)], within: .agent)
    #expect(results.map(\.ref) == [topic])
    #expect(results.map(\.outcome) == [.refused("pre-receive hook declined")])
    let words = "error[policy/protected-path]: an agent may not change .longshore/policy.yaml\n"
    #expect(results.map(\.serverMessage) == [words])
    #expect(try await remote.references().isEmpty)
    #expect(try Repository(at: clone.path).references(matching: "refs/outgoing/").isEmpty)
  }

  @Test func `references are decided one by one`() async throws {
    try server.installHook("update", "#!/bin/sh\ncase $1 in *bad) echo no; exit 1;; esac\n")
    let bad = try RefName.branch("longshore/bad")
    let results = try await remote.push(
      [RefUpdate(ref: bad, new: first), RefUpdate(ref: topic, new: first)],
      within: .agent
    )
    #expect(results.map(\.outcome) == [.refused("hook declined"), .accepted])
    #expect(try await remote.references().keys.sorted() == [topic])
  }

  @Test func `a hook that never stops talking is cut short`() async throws {
    try server.installHook("pre-receive", "#!/bin/sh\nhead -c 3000000 /dev/zero | tr '\\0' x >&2\nexit 1\n")
    let results = try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent)
    #expect(results.map { $0.serverMessage.utf8.count } == [64 << 10])
  }

  @Test func `someone who pushes in between is noticed by the server`() async throws {
    try server.git("config", "receive.advertiseAtomic", "false")
    _ = try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent)
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    try clone.git("push", "-q", server.path, "HEAD:refs/heads/other")
    // The hook stands for the other program: it moves the reference after the comparison and before the update.
    let move = "git update-ref \(topic) $(git rev-parse refs/heads/other^{tree} | git commit-tree -m x $(cat))"
    try server.installHook("pre-receive", "#!/bin/sh\nunset GIT_QUARANTINE_PATH\n\(move)\n")
    let identity = ["user.name": "x", "user.email": "x@y.z"]
    for (key, value) in identity { try server.git("config", key, value) }
    let results = try await remote.push([RefUpdate(ref: topic, new: second, expecting: .value(first))], within: .agent)
    #expect(results.map(\.outcome) == [.refused("failed to update ref")])
  }

  @Test func `a repository that isn't there is named with the server's words`() async throws {
    let nowhere = try RemoteRepository(url: daemon.url(of: server.path + "-none"), localRepository: clone.path)
    let error = await #expect(throws: GitError.self) { try await nowhere.fetch([.branches()]) }
    #expect(error?.code == .unreachable)
    #expect(error?.description.hasPrefix("can't fetch from \(nowhere.url): ") == true)
    #expect(error?.help == "check the address, that the server is up, and that it lets you read there")
  }

  @Test func `a large push arrives whole`() async throws {
    var files: [String: String?] = [:]
    for index in 0..<300 { files["stacks/s\(index)/compose.yaml"] = String(repeating: "x\(index)\n", count: 500) }
    let commit = try ObjectID(hex: clone.commit(files))
    #expect(try await remote.push([RefUpdate(ref: topic, new: commit)], within: .agent).map(\.outcome) == [.accepted])
    try server.git("fsck", "--strict")
    let other = try GitFixture()
    let there = try RemoteRepository(url: remote.url, localRepository: other.path)
    try await there.fetch([.branches()])
    try other.git("fsck", "--strict")
    #expect(try other.git("rev-parse", "origin/longshore/topic") == commit.hex)
  }
}
