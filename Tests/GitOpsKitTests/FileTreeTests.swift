import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import Testing

@Suite struct `A directory as a tree` {
  private func text(_ path: String, in tree: some FileTree) throws -> String? {
    try tree.read(RepositoryPath(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `files are read and listed`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("one", to: "b/one.txt")
    try directory.write("two", to: "a.txt")
    try directory.setPermissions(0o755, of: "a.txt")
    let tree = try DirectoryTree(directory.path)
    #expect(try text("b/one.txt", in: tree) == "one")
    #expect(try text("b/two.txt", in: tree) == nil)
    #expect(try text("b", in: tree) == nil)
    #expect(try text("a.txt/x", in: tree) == nil)
    #expect(
      try tree.entries(in: .root)
        == [
          FileTreeEntry(name: "a.txt", kind: .executable, contentID: nil),
          FileTreeEntry(name: "b", kind: .directory, contentID: nil),
        ]
    )
    #expect(try tree.entries(in: RepositoryPath("missing")) == [])
    #expect(try tree.entries(in: RepositoryPath("a.txt")) == [])
  }

  @Test func `links are followed inside and refused outside`() throws {
    let outside = try TemporaryDirectory()
    try outside.write("secret", to: "key")
    let directory = try TemporaryDirectory()
    try directory.write("in", to: "real/file")
    func link(_ name: String, _ target: String) throws {
      let result = try Program.run("ln", ["-s", target, directory.path(name)])
      #expect(result.status == 0)
    }
    try link("inside", "real/file")
    try link("folder", "real")
    try link("outside", outside.path("key"))
    try link("away", "../\(outside.path.split(separator: "/").last ?? "")")
    try link("dangling", "nowhere")
    let tree = try DirectoryTree(directory.path)
    #expect(try text("inside", in: tree) == "in")
    #expect(try text("folder/file", in: tree) == "in")
    #expect(try text("dangling", in: tree) == nil)
    for path in ["outside", "away/key"] {
      let error = #expect(throws: GitOpsError.self) { try text(path, in: tree) }
      #expect(error?.description == "can't read \(path): a link on the way leads out of the directory")
    }
    #expect(throws: GitOpsError.self) { try tree.entries(in: RepositoryPath("away")) }
  }

  @Test func `what isn't a regular file is refused at once`() throws {
    let directory = try TemporaryDirectory()
    #expect(try Program.run("mkfifo", [directory.path("pipe")]).status == 0)
    let tree = try DirectoryTree(directory.path)
    let error = #expect(throws: GitOpsError.self) { try text("pipe", in: tree) }
    #expect(error?.description == "can't read pipe: it isn't a regular file")
  }

  @Test func `a large file is refused`() throws {
    let directory = try TemporaryDirectory()
    try directory.write("12345", to: "big")
    let tree = try DirectoryTree(directory.path, limit: 4)
    let error = #expect(throws: GitOpsError.self) { try text("big", in: tree) }
    #expect(error?.description == "can't read big: it has 5 bytes, and at most 4 are read")
  }

  @Test func `what isn't a directory has no tree`() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("x", to: "file")
    #expect(throws: GitOpsError.self) { try DirectoryTree(file) }
    let error = #expect(throws: GitOpsError.self) { try DirectoryTree("/nowhere/at/all") }
    #expect(error?.description == "can't read directory /nowhere/at/all: there is no such directory")
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `A commit as a tree` {
  private func text(_ path: String, in tree: some FileTree) throws -> String? {
    try tree.read(RepositoryPath(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `files are read and listed with the names of their contents`() throws {
    let lab = try Homelab()
    let tree = CommitTree(try lab.tip, in: try lab.repository)
    #expect(try text("notes.txt", in: tree) == "hello\n")
    #expect(try text("web/compose.yaml", in: tree) == Homelab.stack)
    #expect(try text("web", in: tree) == nil)
    #expect(try text("web/compose.yaml/x", in: tree) == nil)
    #expect(try tree.entries(in: .root).map(\.name) == [".longshore", "notes.txt", "web"])
    let blob = try lab.clone.git("rev-parse", "HEAD:web/compose.yaml")
    #expect(
      try tree.entries(in: RepositoryPath("web")) == [FileTreeEntry(name: "compose.yaml", kind: .file, contentID: blob)]
    )
    #expect(try tree.entries(in: RepositoryPath("missing")) == [])
  }

  @Test(
    arguments: [
      ("../notes.txt", "hello\n"), ("/etc/passwd", nil), ("../../x", nil), ("compose.yaml", Homelab.stack),
      ("../web/link", nil),
    ] as [(String, String?)]
  )
  func `links are followed inside and refused outside or in circles`(target: String, content: String?) throws {
    let lab = try Homelab()
    let blob = try lab.clone.git("hash-object", "-w", "--stdin", input: target)
    try lab.clone.git("update-index", "--add", "--cacheinfo", "120000,\(blob),web/link")
    let tree = CommitTree(try lab.offerIndex(), in: try lab.repository)
    if let content {
      #expect(try text("web/link", in: tree) == content)
    } else {
      #expect(throws: GitOpsError.self) { try text("web/link", in: tree) }
    }
  }

  @Test func `a file too large is refused in our words`() throws {
    let lab = try Homelab()
    let tree = CommitTree(try lab.tip, in: try lab.repository, limit: 3)
    let error = #expect(throws: GitOpsError.self) { try text("notes.txt", in: tree) }
    #expect(error?.description == "can't read notes.txt: it has 6 bytes, and at most 3 are read")
  }
}
