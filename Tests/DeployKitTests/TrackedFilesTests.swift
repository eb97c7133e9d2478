import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import Testing

@testable import DeployKit

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `Which files concern a stack` {
  let files: TrackedFiles

  init() throws {
    let git = try GitFixture()
    try git.commit([
      "compose.yaml": "", "readme": "", "a/compose.yaml": "", "a/conf/x": "", "a/b/compose.yaml": "", "a/b/y": "",
      "common/base.yaml": "", "common/other": "", "c/compose.yaml": "",
    ])
    let head = try ObjectID(hex: git.git("rev-parse", "HEAD"))
    let stacks = try ["a", "a/b", "c"].map { try RepositoryPath($0) }
    files = try TrackedFiles(of: head, stacks: stacks, in: SharedRepository(at: "\(git.path)/.git"))
  }

  func names(_ entries: [RepositoryPath: TreeEntry]) -> [String] { entries.keys.sorted().map(\.string) }

  func paths(_ names: String...) throws -> Set<RepositoryPath> { Set(try names.map { try RepositoryPath($0) }) }

  @Test func `a stack depends on its directory without the stacks in it`() throws {
    #expect(try names(files.inputs(of: RepositoryPath("a"), using: [])) == ["a/compose.yaml", "a/conf/x"])
    #expect(try names(files.inputs(of: RepositoryPath("a/b"), using: [])) == ["a/b/compose.yaml", "a/b/y"])
  }

  @Test func `it depends on what it uses elsewhere, file or directory, tracked or not`() throws {
    let outside = try paths("common/base.yaml", "a/b", "a/conf", "nowhere", "c/compose.yaml")
    #expect(
      try names(files.inputs(of: RepositoryPath("a"), using: outside)) == [
        "a/b/compose.yaml", "a/b/y", "a/compose.yaml", "a/conf/x", "c/compose.yaml", "common/base.yaml",
      ]
    )
  }

  @Test func `what belongs to no stack lies there for all`() throws {
    #expect(
      names(files.shared) == [
        "common/base.yaml", "common/other", "compose.yaml", "readme",
      ]
    )
  }

  @Test func `the innermost stack holds a path`() throws {
    #expect(try files.stack(holding: RepositoryPath("a/b/y/z")) == RepositoryPath("a/b"))
    #expect(try files.stack(holding: RepositoryPath("a/conf/x")) == RepositoryPath("a"))
    #expect(try files.stack(holding: RepositoryPath("common/base.yaml")) == nil)
  }
}
