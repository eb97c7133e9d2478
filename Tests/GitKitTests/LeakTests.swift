import Fixtures
import GitKit
import Testing

@Suite(
  .enabled(if: GitFixture.isAvailable, "git isn't installed"),
  .enabled(if: OpenHandles.areCounted, "handles are counted in debug builds only")
)
struct `Handles of libgit2` {
  /// Counted in a process of its own, where no other test opens anything meanwhile.
  @Test func `none stays open after everything was used, with and without success`() async throws {
    let clone = try GitFixture()
    try clone.commit(["a": "1", "b/c": "2"])
    try clone.commit(["a": "2"])
    let path = clone.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Self.tour(of: path)
      #expect(OpenHandles.count == 0)
      let repository = try Repository(at: path)
      #expect(OpenHandles.count > 0)
      _ = consume repository
      #expect(OpenHandles.count == 0)
    }
  }

  private static func tour(of path: String) throws {
    let repository = try Repository(discoveringFrom: path)
    let head = try repository.resolve("HEAD")
    let old = try repository.resolve("HEAD~1")
    let me = Signature(name: "Ada", email: "a@b.c", seconds: 0)
    let tree = try repository.writeTree(from: head, changes: ["x/y": .put(repository.writeBlob([1])), "a": .remove])
    let side = try repository.writeCommit(tree: tree, parents: [old], author: me, committer: me, message: "side")
    let topic = try RefName.branch("topic")
    try repository.updateReference(topic, to: side, expecting: .absent, log: "tour")
    _ = try repository.references(matching: "")
    _ = try repository.entry(at: "b/c", inTree: head)
    _ = try repository.changes(from: old, to: head)
    _ = try repository.history(from: head, limit: 9)
    _ = try repository.mergeTrees(base: old, ours: head, theirs: side)
    _ = try (repository.mergeBase(head, side), repository.isAncestor(old, of: head), repository.headBranch())
    _ = try (repository.isWorkTreeClean(), repository.remoteURL(named: "origin"), repository.hasObject(head))
    try repository.deleteReference(topic, expecting: .value(side))
    #expect(throws: GitError.self) { _ = try repository.resolve("none") }
    #expect(throws: GitError.self) { _ = try repository.blob(head) }
    #expect(throws: GitError.self) { _ = try repository.changes(from: nil, to: head, limit: 0) }
    #expect(throws: GitError.self) { try repository.updateReference(topic, to: .zero, expecting: .absent, log: "") }
    #expect(throws: GitError.self) { _ = try Repository(at: path + "/none") }
  }
}
