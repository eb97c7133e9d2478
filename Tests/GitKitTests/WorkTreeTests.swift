import Fixtures
import GitKit
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Looking at the work tree` {
  @Test func `it's clean until something differs from HEAD`() throws {
    let clone = try GitFixture()
    try clone.commit(["a": "1", "b": "2", "c": "3", ".gitignore": "ignored\n"])
    try clone.write("x", to: "ignored")
    #expect(try Repository(at: clone.path).isWorkTreeClean())
    try clone.write("changed", to: "a")
    try clone.git("rm", "-q", "b")
    try clone.write("new", to: "new/file")
    let repository = try Repository(at: clone.path)
    #expect(try repository.modifiedPaths() == ["a", "b", "new/"])
    #expect(try repository.modifiedPaths(limit: 1).count == 1)
    #expect(try !repository.isWorkTreeClean())
  }

  @Test func `a repository without commits has only new files`() throws {
    let clone = try GitFixture()
    #expect(try Repository(at: clone.path).isWorkTreeClean())
    try clone.write("x", to: "a")
    #expect(try Repository(at: clone.path).modifiedPaths() == ["a"])
  }

  @Test func `a bare repository has none, and says what to use`() throws {
    let server = try GitFixture(.bare)
    let repository = try Repository(at: server.path)
    let error = try #require(throws: GitError.self) { _ = try repository.isWorkTreeClean() }
    #expect(error.code == .bareRepository)
    #expect(error.description == "can't look at the work tree: the repository is bare")
    #expect(error.help == "use a clone with a work tree")
  }
}

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Remotes in the configuration` {
  @Test func `an address is read by name`() throws {
    let clone = try GitFixture()
    try clone.git("remote", "add", "origin", "ssh://git@example.org/homelab.git")
    let repository = try Repository(at: clone.path)
    #expect(try repository.remoteURL(named: "origin") == "ssh://git@example.org/homelab.git")
    for name in ["other", "", "a b", "a.b", "origin\nurl"] { #expect(try repository.remoteURL(named: name) == nil) }
    #expect(throws: GitError.self) { _ = try repository.remoteURL(named: "origin\0") }
  }

  @Test func `the user's replacements are those of git`() throws {
    let clone = try GitFixture()
    for (base, prefix) in [("ssh://git@a.org/", "a:"), ("ssh://git@b.org/", "a:b/"), ("https://c.org/", "c:")] {
      try clone.git("config", "--add", "url.\(base).insteadOf", prefix)
    }
    for (name, url) in [("one", "a:x"), ("two", "a:b/x"), ("three", "c:x"), ("four", "d:x")] {
      try clone.git("remote", "add", name, url)
      #expect(try Repository(at: clone.path).remoteURL(named: name) == clone.git("remote", "get-url", name))
    }
  }
}
