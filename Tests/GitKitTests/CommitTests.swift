import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Reading and writing commits` {
  private let clone: GitFixture
  private let head: ObjectID

  init() throws {
    clone = try GitFixture()
    head = try ObjectID(hex: clone.commit(["a": "1"], message: "First\n\nbody\n\nKey: value"))
  }

  @Test func `a commit is read as git wrote it`() throws {
    let commit = try Repository(at: clone.path).commit(head)
    #expect(commit.id == head)
    #expect(try commit.tree.hex == clone.git("rev-parse", "HEAD^{tree}"))
    #expect(commit.parents == [])
    #expect(commit.author.description == "Ada <ada@example.org>")
    #expect(try "\(commit.author.seconds)" == clone.git("log", "-1", "--format=%at"))
    #expect(commit.message == "First\n\nbody\n\nKey: value\n")
    #expect(commit.trailers == [Trailer(key: "Key", value: "value")])
  }

  @Test func `the same words give the same commit as git's own`() throws {
    let repository = try Repository(at: clone.path)
    let second = try ObjectID(hex: clone.commit(["a": "2"]))
    let ada = Signature(name: "Ada", email: "ada@example.org", seconds: 1_800_000_000, offsetMinutes: 90)
    let tree = try repository.commit(second).tree
    let ours = try repository.writeCommit(
      tree: tree,
      parents: [head, second],
      author: ada,
      committer: ada,
      message: "Merge — ümlaut"
    )
    let date = "1800000000 +0130"
    let theirs = try clone.git(
      "commit-tree",
      tree.hex,
      "-p",
      head.hex,
      "-p",
      second.hex,
      "-m",
      "Merge — ümlaut",
      environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date]
    )
    #expect(ours.hex == theirs)
    #expect(try repository.commit(ours).parents == [head, second])
    #expect(try repository.commit(ours).committer == ada)
  }

  @Test func `writing a commit moves no branch`() throws {
    let repository = try Repository(at: clone.path)
    let me = Signature(name: "Ada", email: "a@b.c", seconds: 0)
    _ = try repository.writeCommit(
      tree: repository.commit(head).tree,
      parents: [head],
      author: me,
      committer: me,
      message: "aside"
    )
    #expect(try repository.resolve("HEAD") == head)
  }

  @Test(arguments: [("", "a@b.c"), ("a\0b", "c"), ("Ada", "a\0@b.c"), ("<>", "a@b.c")])
  func `a signature that git refuses is refused`(_ name: String, _ email: String) throws {
    let repository = try Repository(at: clone.path)
    let me = Signature(name: name, email: email, seconds: 0)
    let tree = try repository.commit(head).tree
    #expect(throws: GitError.self) {
      _ = try repository.writeCommit(tree: tree, parents: [], author: me, committer: me, message: "x")
    }
  }

  @Test func `a name can't add a line to the commit`() throws {
    let repository = try Repository(at: clone.path)
    let me = Signature(name: "Ada\ncommitter Eve <e@v.e> 0 +0000", email: "a@b.c", seconds: 0)
    let tree = try repository.commit(head).tree
    let id = try? repository.writeCommit(tree: tree, parents: [], author: me, committer: me, message: "x")
    guard let id else { return }
    #expect(try !repository.commit(id).committer.name.hasPrefix("Eve"))
    try clone.git("fsck", "--strict")
  }

  @Test func `parents and trees must be there and of their kind`() throws {
    let repository = try Repository(at: clone.path)
    let me = Signature(name: "Ada", email: "a@b.c", seconds: 0)
    let tree = try repository.commit(head).tree
    let nowhere = try ObjectID(hex: String(repeating: "1", count: 40))
    for parents in [[nowhere], [tree], [head, nowhere]] {
      #expect(throws: GitError.self) {
        _ = try repository.writeCommit(tree: tree, parents: parents, author: me, committer: me, message: "x")
      }
    }
    #expect(throws: GitError.self) {
      _ = try repository.writeCommit(tree: nowhere, parents: [], author: me, committer: me, message: "x")
    }
  }

  @Test func `a message that fills the memory isn't read`() throws {
    let message = String(repeating: "a", count: 2 << 20)
    let id = try ObjectID(hex: clone.git("commit-tree", "HEAD^{tree}", input: message))
    let repository = try Repository(at: clone.path)
    let error = try #require(throws: GitError.self) { _ = try repository.commit(id) }
    #expect(error.code == .tooLarge)
  }

  @Test func `a message that isn't text is still read`() throws {
    let bytes =
      "tree \(try clone.git("rev-parse", "HEAD^{tree}"))\nauthor \u{1} <> 0 +0000\ncommitter x <y> -1 +0000\n\n\u{1b}["
    let id = try ObjectID(hex: clone.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: bytes))
    #expect(try Repository(at: clone.path).commit(id).message == "\u{1b}[")
  }
}
