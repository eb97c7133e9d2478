import Fixtures
import Foundation
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Opening a repository` {
  @Test func `a clone and a bare repository are opened where they are`() throws {
    let clone = try GitFixture()
    let repository = try Repository(at: clone.path)
    #expect([repository.path, repository.workTree] == [clone.path + "/.git", clone.path])
    let server = try GitFixture(.bare)
    let bare = try Repository(at: server.path)
    #expect([bare.path, bare.workTree] == [server.path, nil])
    let areBare = (repository.isBare, bare.isBare)
    #expect(areBare == (false, true))
  }

  @Test func `a directory inside one is found from below only when asked for`() throws {
    let clone = try GitFixture()
    try clone.commit(["cloud/web/compose.yaml": "services: {}\n"])
    let workTree = try Repository(discoveringFrom: clone.path + "/cloud/web").workTree
    #expect(workTree == clone.path)
    #expect(throws: GitError.self) { _ = try Repository(at: clone.path + "/cloud/web") }
  }

  @Test func `a folder without one is named, with what to do`() throws {
    let folder = try TemporaryDirectory()
    let error = try #require(throws: GitError.self) { _ = try Repository(at: folder.path) }
    #expect(error.code == .notFound)
    #expect(error.description == "can't open repository \(folder.path): there is no Git repository")
    #expect(error.help == "name the folder of a clone or of a bare repository")
    let above = try #require(throws: GitError.self) { _ = try Repository(discoveringFrom: folder.path) }
    #expect(above.reason == "neither this directory nor one above it is a Git repository")
  }

  @Test func `a zero byte doesn't shorten the path`() throws {
    let clone = try GitFixture()
    let error = try #require(throws: GitError.self) { _ = try Repository(at: clone.path + "\0/elsewhere") }
    #expect(error.code == .malformed)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `a repository that belongs to somebody else is refused`() throws {
    let clone = try GitFixture()
    let owner = try Program.run("chown", ["-R", "65534:65534", clone.path])
    try #require(owner.status == 0)
    let error = try #require(throws: GitError.self) { _ = try Repository(at: clone.path) }
    #expect(error.code == .untrustedOwner)
    #expect(
      error.description
        == "can't open repository \(clone.path): the repository belongs to another user, who could make us run things"
    )
    #expect(error.help?.contains("safe.directory") == true)
  }

  @Test func `a new one has the branch it was given and no commit`() throws {
    let folder = try TemporaryDirectory()
    let repository = try Repository.create(at: folder.path("new"), kind: .bare, initialBranch: "trunk")
    #expect(try repository.headBranch() == RefName.branch("trunk"))
    #expect(try repository.reference(RefName.branch("trunk")) == nil)
    #expect(try Program.run("git", ["-C", folder.path("new"), "fsck"]).status == 0)
    let again = try #require(throws: GitError.self) {
      _ = try Repository.create(at: folder.path("new"), kind: .bare, initialBranch: "trunk")
    }
    #expect(again.code == .alreadyExists)
    #expect(again.reason == "there is a repository already")
  }

  @Test func `a new one with a work tree is one that git understands`() throws {
    let folder = try TemporaryDirectory()
    _ = try Repository.create(at: folder.path("a/b"), kind: .withWorkTree)
    #expect(try Program.run("git", ["-C", folder.path("a/b"), "branch", "--show-current"]).trimmed == "main")
    #expect(throws: GitError.self) {
      _ = try Repository.create(at: folder.path("c"), kind: .bare, initialBranch: "a b")
    }
  }

  @Test func `a damaged repository is an error and not a crash`() throws {
    let clone = try GitFixture()
    let head = try clone.commit(["a": "1"])
    try clone.write("[core\nrubbish", to: ".git/config")
    #expect(throws: GitError.self) { _ = try Repository(at: clone.path).resolve("HEAD") }
    try clone.write("", to: ".git/config")
    let object = ".git/objects/\(head.prefix(2))/\(head.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(clone.path)/\(object)")
    try clone.write("rubbish", to: object)
    let repository = try Repository(at: clone.path)
    #expect(throws: GitError.self) { _ = try repository.commit(ObjectID(hex: head)) }
  }
}
