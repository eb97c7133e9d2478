import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Merging without a work tree` {
  private let clone: GitFixture
  private static let lines = (1...20).map { "line \($0)\n" }

  init() throws {
    clone = try GitFixture()
    try clone.commit(["a": Self.lines.joined(), "b": "b\n", "dir/c": "c\n"])
  }

  private func text(_ number: Int, _ replacement: String) -> String {
    var lines = Self.lines
    lines[number - 1] = replacement + "\n"
    return lines.joined()
  }

  /// Makes both sides from the first commit, and answers what we and `git merge-tree` make of them.
  private func merge(
    ours: [String: String?],
    theirs: [String: String?]
  ) throws -> (outcome: MergeOutcome, git: Program.Result) {
    let base = try clone.git("rev-parse", "HEAD")
    try clone.git("checkout", "-q", "-b", "theirs")
    let their = try clone.commit(theirs)
    try clone.git("checkout", "-q", "main")
    let our = try clone.commit(ours)
    let repository = try Repository(at: clone.path)
    let outcome = try repository.mergeTrees(
      base: ObjectID(hex: base),
      ours: ObjectID(hex: our),
      theirs: ObjectID(hex: their)
    )
    let git = try clone.run(["-c", "merge.renames=false", "merge-tree", "--write-tree", "--name-only", our, their])
    return (outcome, git)
  }

  @Test func `changes in different files and lines give git's own tree`() throws {
    let (outcome, git) = try merge(
      ours: ["a": text(2, "ours"), "new": "n\n", "b": nil],
      theirs: ["a": text(18, "theirs"), "dir/c": "changed\n", "deep/er": "d\n"]
    )
    #expect(git.status == 0)
    #expect(outcome == .clean(tree: try ObjectID(hex: git.trimmed)))
  }

  @Test func `one side alone gives that side`() throws {
    let (outcome, _) = try merge(ours: [:], theirs: ["a": text(3, "theirs")])
    #expect(outcome == .clean(tree: try ObjectID(hex: clone.git("rev-parse", "theirs^{tree}"))))
  }

  @Test func `the same line on both sides is a conflict in that file`() throws {
    let (outcome, git) = try merge(
      ours: ["a": text(5, "ours"), "z": "1\n"],
      theirs: ["a": text(5, "theirs"), "z": "2\n"]
    )
    #expect(outcome == .conflicts(["a", "z"]))
    #expect(git.status == 1)
    #expect(git.output.split(separator: "\n").contains("a"))
  }

  @Test func `removing what the other side changed is a conflict`() throws {
    let (outcome, git) = try merge(ours: ["a": nil], theirs: ["a": text(5, "theirs")])
    #expect(outcome == .conflicts(["a"]))
    #expect(git.status == 1)
  }

  @Test func `a moved file never receives the other side's change`() throws {
    let (outcome, _) = try merge(ours: ["a": nil, "moved": Self.lines.joined()], theirs: ["a": text(5, "theirs")])
    #expect(outcome == .conflicts(["a"]))
  }

  @Test func `the same change on both sides is no conflict`() throws {
    let (outcome, git) = try merge(ours: ["a": text(5, "same")], theirs: ["a": text(5, "same")])
    #expect(outcome == .clean(tree: try ObjectID(hex: git.trimmed)))
  }

  @Test func `a file where the other side made a directory is a conflict`() throws {
    let (outcome, git) = try merge(ours: ["x": "file\n"], theirs: ["x/y": "inside\n"])
    guard case .conflicts(let paths) = outcome else { return #expect(Bool(false), "\(outcome)") }
    #expect(paths.contains { $0.hasPrefix("x") })
    #expect(git.status == 1)
  }

  @Test func `nothing in the work tree or the index changes`() throws {
    _ = try merge(ours: ["a": text(5, "ours")], theirs: ["a": text(5, "theirs")])
    #expect(try clone.git("status", "--porcelain") == "")
  }

  @Test func `histories that share nothing are merged from the empty tree`() throws {
    let head = try clone.git("rev-parse", "HEAD")
    let other = try clone.git("commit-tree", "-m", "alone", clone.git("mktree", input: ""))
    let repository = try Repository(at: clone.path)
    let (a, b) = (try ObjectID(hex: head), try ObjectID(hex: other))
    #expect(try repository.mergeBase(a, b) == nil)
    let tree = try repository.commit(a).tree
    #expect(try repository.mergeTrees(base: nil, ours: a, theirs: b) == .clean(tree: tree))
  }
}
