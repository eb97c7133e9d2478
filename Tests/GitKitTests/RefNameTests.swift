import Fixtures
import GitKit
import Testing

@Suite struct `Names of references` {
  private static let names = [
    "refs/heads/main", "refs/heads/longshore/update-nginx", "refs/longshore/deploy/nas", "refs/heads/ä",
    "refs/heads/a.b",
    "refs/heads/@", "refs/heads/a@b", "refs/heads/-", "refs/heads/a..b", "refs/heads/.a", "refs/heads/a.lock",
    "refs/heads/a.lock/b", "refs/heads/a/", "refs/heads//a", "refs/heads/a b", "refs/heads/a~1", "refs/heads/a^",
    "refs/heads/a:b", "refs/heads/a?", "refs/heads/a*", "refs/heads/[a", "refs/heads/a\\b", "refs/heads/a@{1}",
    "refs/heads/a.", "refs/heads/a\u{7f}", "refs/heads/a\nb", "refs/heads/a\u{1b}[31m", "refs/heads/.", "refs/heads/..",
  ]

  @Test(.enabled(if: GitFixture.isAvailable, "git isn't installed"), arguments: names)
  func `they are accepted exactly when git accepts them`(_ name: String) throws {
    let git = try Program.run("git", ["check-ref-format", name]).status == 0
    #expect((try? RefName(name)) == nil ? !git : git)
  }

  @Test(arguments: ["main", "HEAD", "", "heads/main", "../refs/heads/main", "refs"])
  func `only full names are accepted`(_ name: String) {
    #expect(throws: GitError.self) { try RefName(name) }
  }

  @Test func `a zero byte or an endless name is refused`() {
    #expect(throws: GitError.self) { try RefName("refs/heads/a\0b") }
    #expect(throws: GitError.self) { try RefName("refs/heads/" + String(repeating: "a", count: 2_000)) }
  }

  @Test func `the refusal names the rule and shows no control character`() throws {
    let error = try #require(throws: GitError.self) { try RefName("refs/heads/a\u{1b}[2J") }
    #expect(error.description == "can't use `refs/heads/a\u{fffd}[2J` as a reference: it holds a control character")
    #expect(error.help == "give a full name such as refs/heads/main")
  }

  @Test func `people say them shorter`() throws {
    #expect(try RefName.branch("a/b").name == "refs/heads/a/b")
    #expect(try RefName.branch("a/b").shortName == "a/b")
    #expect(try RefName("refs/longshore/deploy/nas").shortName == "longshore/deploy/nas")
    #expect(try RefName("refs/remotes/origin/main").shortName == "origin/main")
  }

  @Test func `a branch called like a path of the file system stays below its prefix`() {
    #expect(throws: GitError.self) { try RefName.branch("../../config") }
  }

  @Test func `they sort by bytes`() throws {
    let names = try ["refs/heads/b", "refs/heads/B", "refs/heads/a"].map { try RefName($0) }
    #expect(names.sorted().map(\.shortName) == ["B", "a", "b"])
  }
}
