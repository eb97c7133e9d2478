import GitKit
import Testing

@Suite struct `Commit messages` {
  private func commit(_ message: String) throws -> Commit {
    let me = Signature(name: "a", email: "b", seconds: 0)
    return Commit(id: .zero, tree: .zero, parents: [], author: me, committer: me, message: message)
  }

  @Test func `the last paragraph holds the trailers`() throws {
    let commit = try commit("Merge it\n\nBecause: of that\n\nReviewed-by: Ada <a@b.c>\nLongshore-Proposal: 12\n")
    #expect(commit.trailers.map(\.key) == ["Reviewed-by", "Longshore-Proposal"])
    #expect(commit.trailers.map(\.value) == ["Ada <a@b.c>", "12"])
    #expect(commit.summary == "Merge it")
  }

  @Test func `an indented line continues the one above`() throws {
    #expect(try commit("a\n\nKey: one\n  two\n").trailers == [Trailer(key: "Key", value: "one two")])
  }

  @Test(arguments: [
    "Key: value", "a\n\nKey: value\nand prose", "a\n\nno key", "", "\n\n", "a\n\n  Key: v", "a\n\n: v", "a\n\nä: v",
  ])
  func `prose is no trailer`(_ message: String) throws {
    #expect(try commit(message).trailers.isEmpty)
  }

  @Test func `a value can't smuggle a second line`() {
    #expect(Trailer(key: "Reviewed-by", value: "x\nReviewed-by: y").value == "x Reviewed-by: y")
  }

  @Test func `the summary is the first paragraph`() throws {
    #expect(try commit("\none\ntwo\n\nthree").summary == "one two")
    #expect(try commit("").summary == "")
  }
}
