import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Reading and writing trees` {
  private let clone: GitFixture
  private let head: ObjectID

  init() throws {
    clone = try GitFixture()
    head = try ObjectID(hex: clone.commit(["a.yaml": "a\n", "cloud/web/compose.yaml": "web\n", "cloud/x": "x\n"]))
  }

  private func listing(_ tree: ObjectID) throws -> [String] {
    try clone.git("ls-tree", "-r", "--name-only", tree.hex).split(separator: "\n").map(String.init)
  }

  @Test func `entries have names, modes and ids`() throws {
    try clone.git("update-index", "--add", "--cacheinfo", "160000,\(head.hex),module")
    try clone.git("update-index", "--add", "--cacheinfo", "120000,\(clone.git("hash-object", "a.yaml")),link")
    try clone.git("update-index", "--chmod=+x", "a.yaml")
    let tree = try ObjectID(hex: clone.git("write-tree"))
    let entries = try Repository(at: clone.path).entries(ofTree: tree)
    #expect(entries.map(\.name) == ["a.yaml", "cloud", "link", "module"])
    #expect(entries.map(\.mode) == [.executable, .directory, .symlink, .submodule])
    #expect(entries.last?.id == head)
  }

  @Test func `an entry is found below a commit`() throws {
    let repository = try Repository(at: clone.path)
    let entry = try #require(try repository.entry(at: "cloud/web/compose.yaml", inTree: head))
    #expect(try repository.blob(entry.id) == Array("web\n".utf8))
    for path in [
      "cloud/none", "none/a", "a.yaml/b", "", "/a.yaml", "cloud/", "cloud//x", "../a.yaml", "cloud/../a.yaml",
    ] {
      #expect(try repository.entry(at: path, inTree: head) == nil, "\(path)")
    }
    #expect(throws: GitError.self) { _ = try repository.entry(at: "a.yaml\0", inTree: head) }
  }

  @Test func `a file that is too large isn't read`() throws {
    let repository = try Repository(at: clone.path)
    let large = try repository.writeBlob([UInt8](repeating: 65, count: 5_000))
    #expect(try repository.blob(large, limit: 5_000).count == 5_000)
    let error = try #require(throws: GitError.self) { _ = try repository.blob(large, limit: 4_999) }
    #expect(error.code == .tooLarge)
    #expect(error.description == "can't read file \(large.short): it has 5000 bytes, and at most 4999 are read")
    #expect(try repository.blob(repository.writeBlob([])) == [])
  }

  @Test func `an object of another kind isn't a file, a tree or a commit`() throws {
    let repository = try Repository(at: clone.path)
    let blob = try repository.writeBlob([1])
    #expect(throws: GitError.self) { _ = try repository.blob(head) }
    #expect(throws: GitError.self) { _ = try repository.commit(blob) }
    let error = try #require(throws: GitError.self) { _ = try repository.entries(ofTree: blob) }
    #expect(error.description == "can't read tree \(blob.short): object \(blob.short) is of another kind")
  }

  @Test func `changes are made in directories that exist and that don't`() throws {
    let repository = try Repository(at: clone.path)
    let blob = try repository.writeBlob(Array("new\n".utf8))
    let tree = try repository.writeTree(
      from: head,
      changes: [
        "cloud/web/compose.yaml": .put(blob), "deep/er/file": .put(blob, .executable), "cloud/x": .remove,
        "none/at/all": .remove,
      ]
    )
    #expect(try listing(tree) == ["a.yaml", "cloud/web/compose.yaml", "deep/er/file"])
    #expect(try repository.entry(at: "deep/er/file", inTree: tree)?.mode == .executable)
    try clone.git("fsck", "--strict")
  }

  @Test func `a directory that becomes empty disappears`() throws {
    let repository = try Repository(at: clone.path)
    let tree = try repository.writeTree(from: head, changes: ["cloud/web/compose.yaml": .remove, "cloud/x": .remove])
    #expect(try repository.entries(ofTree: tree).map(\.name) == ["a.yaml"])
    let empty = try repository.writeTree(from: tree, changes: ["a.yaml": .remove])
    #expect(empty.hex == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
    #expect(try repository.writeTree(from: nil, changes: [:]) == empty)
  }

  @Test func `no change gives the same tree`() throws {
    let repository = try Repository(at: clone.path)
    #expect(try repository.writeTree(from: head, changes: [:]) == repository.commit(head).tree)
  }

  @Test func `a file takes a directory's place and the other way round`() throws {
    let repository = try Repository(at: clone.path)
    let blob = try repository.writeBlob([1])
    let tree = try repository.writeTree(from: head, changes: ["cloud": .put(blob), "a.yaml/b": .put(blob)])
    #expect(try listing(tree) == ["a.yaml/b", "cloud"])
    try clone.git("fsck", "--strict")
  }

  @Test func `a whole directory is removed at once`() throws {
    let repository = try Repository(at: clone.path)
    #expect(try listing(repository.writeTree(from: head, changes: ["cloud": .remove])) == ["a.yaml"])
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "..", "a/../b", ".git", ".GIT/config", "a/.Git/hooks/post-checkout", "a\0b",
  ])
  func `a path that would leave the tree is refused`(_ path: String) throws {
    let repository = try Repository(at: clone.path)
    let error = try #require(throws: GitError.self) {
      _ = try repository.writeTree(from: head, changes: [path: .put(repository.writeBlob([1]))])
    }
    #expect(error.code == .malformed)
  }

  @Test func `a path deeper than any real one is refused`() throws {
    let repository = try Repository(at: clone.path)
    let path = Array(repeating: "d", count: 5_000).joined(separator: "/")
    #expect(throws: GitError.self) { _ = try repository.writeTree(from: head, changes: [path: .remove]) }
  }

  @Test func `two changes that stand in each other's way are refused`() throws {
    let repository = try Repository(at: clone.path)
    let blob = try repository.writeBlob([1])
    let error = try #require(throws: GitError.self) {
      _ = try repository.writeTree(from: head, changes: ["new": .put(blob), "new/file": .put(blob)])
    }
    #expect(error.code == .conflict)
    #expect(error.reason == "another change makes or removes a file at a directory of this path")
  }

  @Test func `a blob that isn't there can't be put into a tree`() throws {
    let repository = try Repository(at: clone.path)
    let nowhere = try ObjectID(hex: String(repeating: "1", count: 40))
    #expect(throws: GitError.self) { _ = try repository.writeTree(from: head, changes: ["a": .put(nowhere)]) }
  }
}
