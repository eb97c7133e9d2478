import ComposeModel
import Fixtures
import FoundationEssentials
import GitKit
import GitOpsKit
import Testing

@testable import DeployKit

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"))
struct `Writing a commit's files to the host` {
  let directory: TemporaryDirectory
  let git: GitFixture
  let checkout: StackCheckout

  init() throws {
    directory = try TemporaryDirectory(named: "checkout")
    git = try GitFixture(in: directory)
    checkout = StackCheckout(in: directory.path)
  }

  func place(_ path: String) -> String { directory.path("tree/\(path)") }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: place(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes all files of HEAD and answers the paths that changed.
  @discardableResult
  func write(where isCovered: (RepositoryPath) -> Bool = { _ in true }) throws -> Set<String> {
    let repository = try SharedRepository(at: "\(git.path)/.git")
    let head = try ObjectID(hex: git.git("rev-parse", "HEAD"))
    let files = try TrackedFiles(of: head, stacks: [], in: repository)
    return Set(try checkout.write(files.entries, for: nil, from: repository, removingWhere: isCovered).map(\.string))
  }

  func shell(_ script: String) throws { _ = try Program.run("sh", ["-c", script], in: directory.path) }

  @Test func `files come with their modes, and only what differs is written`() throws {
    try git.write("#!/bin/sh\n", to: "a/run")
    try shell("chmod +x repo/a/run")
    try git.commit(["a/b/c.yaml": "1", "top": "2"])
    #expect(try write() == ["a/b/c.yaml", "a/run", "top"])
    #expect(read("a/b/c.yaml") == "1")
    #expect(FileManager.default.isExecutableFile(atPath: place("a/run")))
    #expect(!FileManager.default.isExecutableFile(atPath: place("top")))
    #expect(try write() == [])
    try shell("chmod -x repo/a/run")
    try git.commit(["top": "3"])
    #expect(try write() == ["a/run", "top"])
    #expect(!FileManager.default.isExecutableFile(atPath: place("a/run")))
  }

  @Test func `what was edited by hand is put right`() throws {
    try git.commit(["a": "1"])
    try write()
    try directory.write("2", to: "tree/a")
    #expect(try write() == ["a"])
    #expect(read("a") == "1")
  }

  @Test func `what is tracked no more goes and what never was stays`() throws {
    try git.commit(["a/x": "1", "a/y": "1", "b/z": "1"])
    try write()
    try directory.write("precious", to: "tree/a/data/db")
    try directory.write("precious", to: "tree/a/.env")
    try git.commit(["a/x": nil, "b/z": nil])
    #expect(try write { $0.string.hasPrefix("a/") } == ["a/x"])
    #expect(read("a/x") == nil)
    #expect(read("b/z") == "1")
    #expect(read("a/data/db") == "precious")
    #expect(read("a/.env") == "precious")
  }

  @Test func `a crash before the end loses nothing`() throws {
    try git.commit(["a": "1"])
    try write()
    try git.commit(["a": nil, "b": "1"])
    // As after a crash between the list and the files: the list names both, the files are as they were.
    try directory.write(#"["a","b"]"#, to: "written/shared.json")
    #expect(try write() == ["a", "b"])
    #expect(read("a") == nil)
    #expect(try directory.read("written/shared.json") == #"["b"]"#)
  }

  @Test func `a file becomes a directory and a directory a file`() throws {
    try git.commit(["a": "1", "b/c": "2"])
    try write()
    try shell("rm -r repo/a repo/b")
    try git.commit(["a/d": "3", "b": "4"])
    try write()
    #expect(read("a/d") == "3")
    #expect(read("b") == "4")
  }

  @Test func `a directory with data isn't removed for a file`() throws {
    try git.commit(["a": "1"])
    try directory.write("precious", to: "tree/a/db")
    let error = #expect(throws: DeployError.self) { try write() }
    #expect(error?.description == "can't write a: a directory with data is where the file belongs")
    #expect(error?.help == "move \(place("a")) away")
    #expect(read("a/db") == "precious")
  }

  @Test func `a link that stands where a file belongs is replaced, not followed`() throws {
    try directory.write("precious", to: "outside")
    try git.commit(["a": "1"])
    try shell("mkdir tree && ln -s ../outside tree/a")
    try write()
    #expect(read("a") == "1")
    #expect(try directory.read("outside") == "precious")
  }

  @Test func `a link that stands where a directory belongs isn't followed`() throws {
    try git.commit(["a/x": "1"])
    try shell("mkdir tree outside && ln -s ../outside tree/a")
    let error = #expect(throws: DeployError.self) { try write() }
    #expect(
      error?.description == "can't write a/x: something else is where its directory belongs".replacing("a/x", with: "a")
    )
    #expect(!FileManager.default.fileExists(atPath: directory.path("outside/x")))
  }

  @Test func `nothing is removed through a link`() throws {
    try git.commit(["a/x": "1"])
    try write()
    try shell("rm -r tree/a && mkdir outside && echo precious > outside/x && ln -s ../outside tree/a")
    try git.commit(["a/x": nil, "b": "1"])
    #expect(try write() == ["b"])
    #expect(try directory.read("outside/x") == "precious\n")
  }

  @Test func `a tracked link within the tree is kept as one`() throws {
    try shell("mkdir repo/a && ln -s ../common/x repo/a/link")
    try git.commit(["common/x": "1"])
    #expect(try write() == ["a/link", "common/x"])
    #expect(read("a/link") == "1")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place("a/link")) == "../common/x")
    #expect(try write() == [])
  }

  @Test(arguments: ["/etc/passwd", "../../etc/passwd", "../.git/config", "x/../../../y"])
  func `a tracked link that leads out is refused`(_ target: String) throws {
    try shell("mkdir repo/a && ln -s '\(target)' repo/a/link")
    try git.commit(["x": "1"])
    let error = #expect(throws: DeployError.self) { try write() }
    #expect(error?.code == .unusablePath)
    #expect(error?.description == "can't write a/link: it's a symbolic link that leads out of the repository")
  }

  @Test func `a place that can't be written to is said`() throws {
    try git.commit(["a": "1"])
    try directory.write("in the way", to: "tree")
    #expect(throws: DeployError.self) { try write() }
    #expect(try directory.read("tree") == "in the way")
  }

  @Test func `a path that Git itself would refuse is left out`() throws {
    let blob = try git.git("hash-object", "-w", "--stdin", input: "evil")
    let evil = try git.git("mktree", input: "100644 blob \(blob)\tx\n")
    let tree = try git.git("mktree", input: "040000 tree \(evil)\t..\n100644 blob \(blob)\tgood\n")
    let repository = try SharedRepository(at: "\(git.path)/.git")
    let files = try TrackedFiles(of: ObjectID(hex: tree), stacks: [], in: repository)
    #expect(files.entries.keys.map(\.string) == ["good"])
  }
}
