import Fixtures
import GitKit
import GitTransport
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Repositories reached by a path` {
  private let server: GitFixture
  private let clone: GitFixture
  private let remote: RemoteRepository
  private let topic: RefName

  init() throws {
    server = try GitFixture(.bare)
    clone = try GitFixture()
    try clone.commit(["a": "1"])
    try clone.git("push", "-q", server.path, "main")
    remote = try RemoteRepository(url: server.path, localRepository: clone.path)
    topic = try RefName.branch("longshore/topic")
  }

  @Test func `references are listed without HEAD`() async throws {
    let main = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    #expect(try await remote.references() == [RefName.branch("main"): main])
  }

  @Test func `branches and Longshore's references are fetched, and pruned when asked`() async throws {
    let commit = try clone.git("rev-parse", "HEAD")
    try server.git("update-ref", "refs/longshore/deploy/nas", commit)
    try server.git("branch", "old", "main")
    let other = try GitFixture()
    let there = try RemoteRepository(url: server.path, localRepository: other.path)
    try await there.fetch([.branches(), .longshore])
    let names = { try Repository(at: other.path).references(matching: "").map(\.name.name) }
    let all = ["refs/longshore/deploy/nas", "refs/remotes/origin/main", "refs/remotes/origin/old"]
    #expect(try names() == all)
    try server.git("branch", "-D", "old")
    try await there.fetch([.branches(), .longshore])
    #expect(try names() == all)
    try await there.fetch([.branches(), .longshore], pruning: .prune)
    #expect(try names() == all.dropLast())
  }

  @Test func `a push makes, moves and removes a reference`() async throws {
    let first = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    let made = try await remote.push([RefUpdate(ref: topic, new: first, expecting: .absent)], within: .agent)
    #expect(made == [PushResult(ref: topic, outcome: .accepted, serverMessage: "")])
    let moved = try await remote.push([RefUpdate(ref: topic, new: second, expecting: .value(first))], within: .agent)
    #expect(moved.map(\.outcome) == [.accepted])
    #expect(try server.git("rev-parse", topic.name) == second.hex)
    let removed = try await remote.push([RefUpdate(ref: topic, new: nil, expecting: .value(second))], within: .agent)
    #expect(removed.map(\.outcome) == [.accepted])
    #expect(try await remote.references()[topic] == nil)
  }

  @Test func `a reference that moved meanwhile is left alone`() async throws {
    let first = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    _ = try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent)
    let exists = await #expect(throws: GitError.self) {
      try await remote.push([RefUpdate(ref: topic, new: second, expecting: .absent)], within: .agent)
    }
    #expect(exists?.code == .alreadyExists)
    #expect(exists?.description == "can't push to \(server.path): refs/heads/longshore/topic exists there already")
    let moved = await #expect(throws: GitError.self) {
      try await remote.push([RefUpdate(ref: topic, new: second, expecting: .value(second))], within: .agent)
    }
    #expect(moved?.code == .moved)
    #expect(
      moved?.description
        == "can't push to \(server.path): refs/heads/longshore/topic was changed there by someone else in the meantime"
    )
    #expect(try server.git("rev-parse", topic.name) == first.hex)
  }

  @Test func `one update that can't be stops all`() async throws {
    let first = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    let other = try RefName.branch("longshore/other")
    await #expect(throws: GitError.self) {
      try await remote.push(
        [
          RefUpdate(ref: other, new: first, expecting: .absent),
          RefUpdate(ref: topic, new: first, expecting: .value(first)),
        ],
        within: .agent
      )
    }
    #expect(try await remote.references()[other] == nil)
  }

  @Test func `commits are lost only when that is asked for`() async throws {
    let first = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    _ = try await remote.push([RefUpdate(ref: topic, new: second)], within: .agent)
    let error = await #expect(throws: GitError.self) {
      try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent)
    }
    #expect(error?.code == .notFastForward)
    #expect(error?.description == "can't push to \(server.path): it would lose commits that are there already")
    let rewound = try await remote.push([RefUpdate(ref: topic, new: first, motion: .rewind)], within: .agent)
    #expect(rewound.map(\.outcome) == [.accepted])
    #expect(try server.git("rev-parse", topic.name) == first.hex)
  }

  @Test func `what is out of scope isn't sent, whatever stands beside it`() async throws {
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    let error = try await #require(throws: GitError.self) {
      try await remote.push(
        [RefUpdate(ref: topic, new: second), RefUpdate(ref: RefName.branch("main"), new: second)],
        within: .agent
      )
    }
    #expect(error.code == .outOfScope)
    #expect(error.description == "can't push to \(server.path): this program may not push refs/heads/main")
    #expect(error.help == "it may push refs/heads/longshore/*, refs/longshore/proposals/*, refs/longshore/ci/*")
    #expect(try server.run(["cat-file", "-e", second.hex]).status != 0)
  }

  @Test func `hooks there don't run, and the remote says so`() async throws {
    try server.installHook("pre-receive", "#!/bin/sh\necho no\nexit 1\n")
    #expect(!remote.runsHooks)
    let first = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    #expect(try await remote.push([RefUpdate(ref: topic, new: first)], within: .agent).map(\.outcome) == [.accepted])
  }

  @Test func `an object that isn't here is named before anything is sent`() async throws {
    let nowhere = try ObjectID(hex: String(repeating: "1", count: 40))
    let error = await #expect(throws: GitError.self) {
      try await remote.push([RefUpdate(ref: topic, new: nowhere)], within: .agent)
    }
    #expect(error?.description == "can't push to \(server.path): object 1111111111 isn't in the local repository")
  }

  @Test func `nothing to push is nothing done`() async throws {
    let nowhere = try RemoteRepository(url: "/nowhere", localRepository: "/nowhere")
    #expect(try await nowhere.push([], within: .agent) == [])
  }

  @Test func `a path without a repository is named`() async throws {
    let folder = try TemporaryDirectory()
    for url in [folder.path, folder.path("none"), "file://" + folder.path] {
      let remote = try RemoteRepository(url: url, localRepository: clone.path)
      let error = await #expect(throws: GitError.self) { try await remote.fetch([.branches()]) }
      #expect(error?.description == "can't fetch from \(url): there is no Git repository")
      #expect(error?.code == .notFound)
    }
    let here = try RemoteRepository(url: server.path, localRepository: folder.path)
    let error = await #expect(throws: GitError.self) { try await here.references() }
    #expect(error?.description == "can't open repository \(folder.path): there is no Git repository")
  }

  @Test func `a clone has files, a remote and the server's branch`() async throws {
    let folder = try TemporaryDirectory()
    let copy = try await RemoteRepository.clone(from: server.path, into: folder.path("copy"))
    #expect(try folder.read("copy/a") == "1")
    #expect(copy.localRepository == folder.path("copy"))
    let repository = try Repository(at: folder.path("copy"))
    #expect(try repository.headBranch() == RefName.branch("main"))
    #expect(try repository.remoteURL(named: "origin") == server.path)
    #expect(try repository.isWorkTreeClean())
    let bare = try await RemoteRepository.clone(from: server.path, into: folder.path("bare"), kind: .bare)
    let isBare = try Repository(at: bare.localRepository).isBare
    #expect(isBare)
  }

  @Test func `a clone writes over nothing`() async throws {
    let folder = try TemporaryDirectory()
    try folder.write("mine", to: "copy/a")
    let error = await #expect(throws: GitError.self) {
      try await RemoteRepository.clone(from: server.path, into: folder.path("copy"))
    }
    #expect(error?.code == .alreadyExists)
    #expect(error?.description == "can't clone \(server.path): the folder \(folder.path("copy")) isn't empty")
    #expect(try folder.read("copy/a") == "mine")
  }
}
