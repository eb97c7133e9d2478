import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Reading and moving references` {
  private let clone: GitFixture
  private let first: ObjectID
  private let second: ObjectID
  private let topic: RefName

  init() throws {
    clone = try GitFixture()
    first = try ObjectID(hex: clone.commit(["a": "1"]))
    second = try ObjectID(hex: clone.commit(["a": "2"]))
    topic = try RefName.branch("longshore/topic")
  }

  @Test func `a revision is named in all of git's ways`() throws {
    let repository = try Repository(at: clone.path)
    try clone.git("tag", "-a", "-m", "annotated", "v1", first.hex)
    for name in ["HEAD", "main", "refs/heads/main", second.hex, second.short] {
      #expect(try repository.resolve(name) == second)
    }
    for name in ["HEAD~1", "main^", "v1", "v1^{commit}"] { #expect(try repository.resolve(name) == first) }
  }

  @Test func `a revision that isn't there is named, on one line`() throws {
    let repository = try Repository(at: clone.path)
    let error = try #require(throws: GitError.self) { _ = try repository.resolve("no-such") }
    #expect(error.description == "can't find revision `no-such`: there is no such branch, tag or commit here")
    for name in [
      "", "no\nsuch", "main\0", "HEAD~999", "HEAD:a", String(repeating: "a", count: 5_000), "@{upstream}", "^{/x", ":/",
    ] {
      #expect(throws: GitError.self) { _ = try repository.resolve(name) }
    }
  }

  @Test func `a reference that doesn't exist is nil`() throws {
    let repository = try Repository(at: clone.path)
    #expect(try repository.reference(RefName.branch("main")) == second)
    #expect(try repository.reference(topic) == nil)
  }

  @Test func `references are listed below a prefix, sorted`() throws {
    for name in ["longshore/b", "longshore/a", "longshore2/c"] { try clone.git("branch", name) }
    try clone.git("symbolic-ref", "refs/heads/longshore/dangling", "refs/heads/none")
    let repository = try Repository(at: clone.path)
    let names = try repository.references(matching: "refs/heads/longshore/").map(\.name.shortName)
    #expect(names == ["longshore/a", "longshore/b"])
    #expect(try repository.references(matching: "").count == 4)
    let error = try #require(throws: GitError.self) { _ = try repository.references(matching: "", limit: 2) }
    #expect(error.description == "can't list references: there are more than 2")
  }

  @Test func `packed references are listed too`() throws {
    try clone.git("branch", "longshore/a")
    try clone.git("pack-refs", "--all")
    #expect(try Repository(at: clone.path).references(matching: "refs/heads/longshore/").map(\.id) == [second])
  }

  @Test func `a reference is made only where there is none`() throws {
    let repository = try Repository(at: clone.path)
    try repository.updateReference(topic, to: first, expecting: .absent, log: "made")
    #expect(try clone.git("rev-parse", topic.name) == first.hex)
    let error = try #require(throws: GitError.self) {
      try repository.updateReference(topic, to: second, expecting: .absent, log: "made")
    }
    #expect(error.code == .alreadyExists)
    #expect(error.description == "can't update refs/heads/longshore/topic: it exists already")
  }

  @Test func `a reference moves only from the value that was expected`() throws {
    let repository = try Repository(at: clone.path)
    try repository.updateReference(topic, to: first, expecting: .anything, log: "made")
    try repository.updateReference(topic, to: second, expecting: .value(first), log: "moved")
    let error = try #require(throws: GitError.self) {
      try repository.updateReference(topic, to: first, expecting: .value(first), log: "moved")
    }
    #expect(error.code == .moved)
    #expect(error.reason == "it was changed by someone else in the meantime")
    #expect(try repository.reference(topic) == second)
  }

  @Test func `a reference that was expected and is gone has moved`() throws {
    let repository = try Repository(at: clone.path)
    let error = try #require(throws: GitError.self) {
      try repository.updateReference(topic, to: first, expecting: .value(second), log: "moved")
    }
    #expect(error.code == .moved)
    #expect(try repository.reference(topic) == nil)
  }

  @Test func `a lock that somebody holds is named with what to do`() throws {
    try clone.write("", to: ".git/refs/heads/main.lock")
    let repository = try Repository(at: clone.path)
    let error = try #require(throws: GitError.self) {
      try repository.updateReference(RefName.branch("main"), to: first, expecting: .anything, log: "moved")
    }
    #expect(error.code == .locked)
    #expect(error.description == "can't update refs/heads/main: another program holds its lock")
  }

  @Test func `an object that isn't there can't be pointed at`() throws {
    let repository = try Repository(at: clone.path)
    let nowhere = try ObjectID(hex: String(repeating: "1", count: 40))
    #expect(throws: GitError.self) {
      try repository.updateReference(topic, to: nowhere, expecting: .absent, log: "made")
    }
    #expect(try !repository.hasObject(nowhere))
  }

  @Test func `removing asks for the expected value`() throws {
    let repository = try Repository(at: clone.path)
    try repository.updateReference(topic, to: first, expecting: .absent, log: "made")
    let error = try #require(throws: GitError.self) {
      try repository.deleteReference(topic, expecting: .value(second))
    }
    #expect(error.code == .moved)
    try repository.deleteReference(topic, expecting: .value(first))
    #expect(try repository.reference(topic) == nil)
    let gone = try #require(throws: GitError.self) { try repository.deleteReference(topic, expecting: .anything) }
    #expect(gone.code == .notFound)
  }

  @Test func `a detached HEAD names no branch`() throws {
    #expect(try Repository(at: clone.path).headBranch() == RefName.branch("main"))
    try clone.git("checkout", "--quiet", "--detach")
    #expect(try Repository(at: clone.path).headBranch() == nil)
  }
}
