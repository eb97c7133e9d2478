import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Comparing trees` {
  /// `git diff-tree`'s words: modes, ids and path.
  private func raw(_ changes: [TreeChange]) -> [String] {
    changes.map { change in
      let modes = [change.old, change.new].map { entry in
        let digits = String(entry?.mode.rawValue ?? 0, radix: 8)
        return String(repeating: "0", count: 6 - digits.count) + digits
      }
      let ids = [change.old, change.new].map { ($0?.id ?? .zero).hex }
      return ":\(modes[0]) \(modes[1]) \(ids[0]) \(ids[1])\t\(change.path)"
    }
  }

  private func git(_ clone: GitFixture, _ old: String, _ new: String) throws -> [String] {
    try clone.git("-c", "core.quotePath=false", "diff-tree", "-r", "--no-renames", "--raw", "--no-abbrev", old, new)
      .split(separator: "\n")
      .map { line in
        let fields = line.split(separator: "\t", maxSplits: 1)
        return fields[0].split(separator: " ").prefix(4).joined(separator: " ") + "\t" + fields[1]
      }
  }

  @Test func `they are git's own`() throws {
    let clone = try GitFixture()
    let first = try clone.commit([
      "a": "1", "b/c": "2", "b/d/e": "3", "file": "4", "folder/x": "5",
      "moved": "a long enough text to be found again\n",
      "ünï/ö": "6", "run.sh": "#!/bin/sh\n",
    ])
    try clone.git("rm", "-r", "-q", "folder", "file", "moved")
    try clone.write("now a file", to: "folder")
    try clone.write("now a folder", to: "file/inside")
    try clone.write("a long enough text to be found again\n", to: "renamed")
    try clone.git("add", "--all")
    try clone.git("update-index", "--chmod=+x", "run.sh")
    try clone.git("update-index", "--cacheinfo", "120000,\(clone.git("rev-parse", "HEAD:a")),a")
    try clone.git("update-index", "--add", "--cacheinfo", "160000,\(first),module")
    try clone.git("commit", "-q", "-m", "second")
    let repository = try Repository(at: clone.path)
    let (old, new) = try (repository.resolve("HEAD~1"), repository.resolve("HEAD"))
    #expect(try raw(repository.changes(from: old, to: new)).sorted() == git(clone, "HEAD~1", "HEAD").sorted())
    #expect(try raw(repository.changes(from: new, to: old)).sorted() == git(clone, "HEAD", "HEAD~1").sorted())
    #expect(try repository.changes(from: new, to: new) == [])
  }

  @Test func `the empty tree is nil`() throws {
    let clone = try GitFixture()
    try clone.commit(["a/b": "1", "c": "2"])
    let repository = try Repository(at: clone.path)
    let head = try repository.resolve("HEAD")
    #expect(try repository.changes(from: nil, to: head).map(\.path) == ["a/b", "c"])
    #expect(try repository.changes(from: head, to: nil).allSatisfy { $0.new == nil && $0.old != nil })
    #expect(try repository.changes(from: nil, to: nil) == [])
  }

  @Test func `a name in an entry is its last part`() throws {
    let clone = try GitFixture()
    try clone.commit(["a/b": "1"])
    let repository = try Repository(at: clone.path)
    #expect(try repository.changes(from: nil, to: repository.resolve("HEAD")).map(\.new?.name) == ["b"])
  }

  @Test func `a few objects that describe millions of files are refused soon`() throws {
    let clone = try GitFixture(.bare)
    let repository = try Repository(at: clone.path)
    var (id, mode) = (try repository.writeBlob([1]), "100644")
    for _ in 0..<12 {
      let entries = (0..<10).map { "\(mode) \(mode == "040000" ? "tree" : "blob") \(id.hex)\te\($0)\n" }.joined()
      id = try ObjectID(hex: clone.git("mktree", input: entries))
      mode = "040000"
    }
    let error = try #require(throws: GitError.self) { _ = try repository.changes(from: nil, to: id, limit: 1_000) }
    #expect(error.code == .tooLarge)
    #expect(error.description == "can't compare two trees: more than 1000 files differ")
    let merge = try #require(throws: GitError.self) {
      _ = try repository.mergeTrees(base: nil, ours: id, theirs: id, limit: 1_000)
    }
    #expect(merge.code == .tooLarge)
  }
}
