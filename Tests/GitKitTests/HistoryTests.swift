import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Walking through history` {
  private let clone: GitFixture

  init() throws {
    clone = try GitFixture()
    try clone.commit(["a": "1"])
    try clone.commit(["a": "2"])
    try clone.git("checkout", "-q", "-b", "topic")
    try clone.commit(["b": "1"])
    try clone.commit(["b": "2"])
    try clone.git("checkout", "-q", "main")
    try clone.commit(["c": "1"])
    try clone.git("merge", "-q", "--no-ff", "-m", "merge", "topic")
    try clone.commit(["c": "2"])
  }

  private func git(_ arguments: [String]) throws -> [String] {
    try clone.run(["rev-list", "--date-order"] + arguments).output.split(separator: "\n").map(String.init)
  }

  @Test func `it's the order of git rev-list`() throws {
    let repository = try Repository(at: clone.path)
    let head = try repository.resolve("main")
    #expect(try repository.history(from: head, limit: 100).map(\.id.hex) == git(["main"]))
    #expect(try repository.history(from: head, limit: 3).map(\.id.hex) == git(["-3", "main"]))
    let first = try repository.history(from: head, following: .first, limit: 100).map(\.id.hex)
    #expect(try first == git(["--first-parent", "main"]))
    #expect(try repository.history(from: head, limit: 0).isEmpty)
  }

  @Test func `what is excluded takes its ancestors along`() throws {
    let repository = try Repository(at: clone.path)
    let (main, topic) = try (repository.resolve("main"), repository.resolve("topic"))
    let commits = try repository.history(from: main, excluding: [topic], limit: 100)
    #expect(try commits.map(\.id.hex) == git(["main", "^topic"]))
    #expect(try repository.history(from: topic, excluding: [main], limit: 100) == [])
  }

  @Test func `ancestors are git's`() throws {
    let repository = try Repository(at: clone.path)
    let (main, topic) = try (repository.resolve("main"), repository.resolve("topic"))
    let before = try repository.resolve("main~2")
    #expect(try repository.isAncestor(topic, of: main))
    #expect(try !repository.isAncestor(main, of: topic))
    #expect(try repository.isAncestor(main, of: main))
    #expect(try repository.mergeBase(before, topic)?.hex == clone.git("merge-base", "main~2", "topic"))
  }

  @Test func `a commit that isn't there is an error, not an answer`() throws {
    let repository = try Repository(at: clone.path)
    let main = try repository.resolve("main")
    let nowhere = try ObjectID(hex: String(repeating: "1", count: 40))
    #expect(throws: GitError.self) { _ = try repository.isAncestor(nowhere, of: main) }
    #expect(throws: GitError.self) { _ = try repository.isAncestor(main, of: nowhere) }
    #expect(throws: GitError.self) { _ = try repository.mergeBase(main, nowhere) }
    #expect(throws: GitError.self) { _ = try repository.history(from: nowhere, limit: 1) }
    #expect(throws: GitError.self) { _ = try repository.history(from: main, excluding: [nowhere], limit: 1) }
  }
}
