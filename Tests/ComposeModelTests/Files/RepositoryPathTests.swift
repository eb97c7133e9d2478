import ComposeModel
import Testing

@Suite struct `A path in a repository` {
  @Test(arguments: ["/etc/passwd", "..", "a/../../b", "a//b", "./a", "a/", ".git/config", "a/.GIT/hooks", "a\0b"])
  func `that leads elsewhere isn't made`(_ text: String) {
    #expect(throws: EscapesRepository.self) { try RepositoryPath(text) }
  }

  @Test func `knows its directory, name and parts`() throws {
    let path = try RepositoryPath("cloud/wiki/compose.yaml")
    #expect(path.parent.string == "cloud/wiki" && path.lastComponent == "compose.yaml")
    #expect(try path.isInside(RepositoryPath("cloud")))
    #expect(try !path.isInside(RepositoryPath("clo")))
    #expect(RepositoryPath.root.parent == .root && RepositoryPath.root.description == ".")
  }

  @Test func `climbs within the repository and no further`() throws {
    let stack = try RepositoryPath("cloud/wiki")
    #expect(try stack.joining(relative: "./../common/base.yaml").string == "cloud/common/base.yaml")
    #expect(try stack.joining(relative: "../..") == .root)
    #expect(throws: EscapesRepository.self) { try stack.joining(relative: "../../../x") }
    #expect(throws: EscapesRepository.self) { try stack.appending("a/b") }
  }

  @Test func `the error names what was given`() {
    #expect(EscapesRepositoryText.of("../x") == "`../x` isn't a path inside the repository")
  }

  private enum EscapesRepositoryText {
    static func of(_ path: String) -> String {
      do throws(EscapesRepository) { return try RepositoryPath(path).string } catch { return error.description }
    }
  }
}

@Suite struct `Files in memory` {
  private let base = MemoryTree(["a/x.yaml": "1", "a/b/y.yaml": "2", "z": "3"])

  @Test func `are listed by directory`() throws {
    #expect(try base.entries(in: .root).map(\.name) == ["a", "z"])
    #expect(try base.entries(in: RepositoryPath("a")).map(\.kind) == [.directory, .file])
    #expect(try base.entries(in: RepositoryPath("none")).isEmpty)
  }

  @Test func `lie over another tree`() throws {
    let path = try RepositoryPath("a/x.yaml")
    let tree = MemoryTree(overlaying: base, changes: [path: nil, try RepositoryPath("n/new"): [1]])
    #expect(try tree.read(path) == nil)
    #expect(try tree.read(RepositoryPath("z")) == Array("3".utf8))
    #expect(try tree.entries(in: .root).map(\.name) == ["a", "n", "z"])
    #expect(try tree.entries(in: RepositoryPath("a")).map(\.name) == ["b"])
  }
}
