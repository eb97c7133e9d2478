import Fixtures
import Foundation
import Testing

/// What goes wrong outside of our programs has a sentence, a status, and leaves nothing changed.
@Suite struct `Bad input` {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory(named: "bad") }

  @Test func `a broken YAML file is drawn with its place`() throws {
    try directory.write("services:\n  web: {image: [\n", to: "compose.yaml")
    let answer = try Programs.run("longshore", ["check", directory.path("")])
    #expect(answer.status == 1)
    #expect(answer.output.contains("error[yaml/syntax]") && answer.output.contains("--> compose.yaml:"))
  }

  @Test func `an unknown key is named with what was meant`() throws {
    try directory.write("services:\n  web:\n    imge: nginx:1.27\n", to: "compose.yaml")
    let answer = try Programs.run("longshore", ["check"], in: directory.path(""))
    #expect(answer.status == 1 && answer.output.contains("did you mean `image`?"))
  }

  @Test func `a missing file is said`() throws {
    let answer = try Programs.run("longshore", ["edit", "none.yaml", "remove", "a"], in: directory.path(""))
    #expect(answer.status == 3 && answer.errors == "error: can't read none.yaml: there is no such file\n")
  }

  @Test func `a directory without stacks is said and is no error`() throws {
    let answer = try Programs.run("longshore", ["check", directory.path("")])
    #expect(answer.status == 0 && answer.errors.contains("there is no Compose file"))
  }

  @Test func `outside of a repository there is nothing to propose to`() throws {
    let answer = try Programs.run("longshore", ["propose", "updates"], in: directory.path(""))
    #expect(answer.status == 3 && answer.errors.contains("can't open the repository"))
  }

  @Test func `a remote that isn't there is named`() throws {
    let clone = try GitFixture()
    try clone.commit(["a/compose.yaml": "services: {a: {image: \"x:1\"}}\n"])
    try clone.git("remote", "add", "origin", "git://127.0.0.1:1/none.git")
    let answer = try Programs.run("longshore", ["propose", "updates"], in: clone.path)
    #expect(answer.status == 3 && answer.errors.contains("127.0.0.1:1"), "\(answer.errors)")
  }

  @Test func `a dirty clone stays as it is`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    try agent.write("half done\n", to: "notes.txt")
    let head = try agent.git("rev-parse", "HEAD")
    let status = try agent.git("status", "--porcelain")
    try agent.tool("longshore", "propose", "updates")
    #expect(try agent.git("rev-parse", "HEAD") == head)
    #expect(try agent.git("status", "--porcelain") == status)
  }

  @Test func `a hook run by hand says who should call it`() throws {
    let answer = try Programs.run("longshore-guard", ["hook"], in: directory.path(""))
    #expect(answer.status == 2 && answer.errors.contains("longshore-guard install"))
  }

  @Test func `a guard isn't put in the place of another hook, nor into a clone`() throws {
    let server = try GitFixture(.bare)
    try server.installHook("pre-receive", "#!/bin/sh\nexit 0\n")
    let other = try Programs.run("longshore-guard", ["install", server.path])
    #expect(other.status == 3 && other.errors.contains("is another hook"))
    let clone = try GitFixture()
    let refused = try Programs.run("longshore-guard", ["install", clone.path])
    #expect(refused.status == 3 && refused.errors.contains("has a work tree"))
  }

  @Test func `a refused edit leaves the file as it was`() throws {
    let text = "x: &x {a: 1}\ny: *x\n"
    try directory.write(text, to: "a.yaml")
    let answer = try Programs.run("longshore", ["edit", "a.yaml", "set", "y.a", "2"], in: directory.path(""))
    #expect(answer.status == 1 && answer.errors.contains("error[edit/behind-alias]"), "\(answer.errors)")
    #expect(try String(contentsOfFile: directory.path("a.yaml"), encoding: .utf8) == text)
  }

  @Test func `an edit keeps the file's mode and says what it did`() throws {
    try directory.write("# top\nimage: nginx:1.25   # pinned\npassword: hunter2\n", to: "a.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: directory.path("a.yaml"))
    let answer = try Programs.run(
      "longshore",
      ["edit", "a.yaml", "set", "image", "nginx:1.27", "--diff"],
      in: directory.path("")
    )
    #expect(answer.status == 0)
    #expect(answer.output == "@@ line 2 @@\n-image: nginx:1.25   # pinned\n+image: nginx:1.27   # pinned\n")
    #expect(
      try FileManager.default.attributesOfItem(atPath: directory.path("a.yaml"))[.posixPermissions] as? Int == 0o640
    )
  }

  @Test func `every program knows its version, its help and what it doesn't know`() throws {
    for program in ["longshore", "longshore-guard", "longshore-review", "longshore-deploy"] {
      #expect(try Programs.run(program, ["--version"]).output == "0.1.0\n")
      #expect(try Programs.run(program, ["--help"]).output.contains("Examples:"))
      #expect(try Programs.run(program, ["nonsense"]).status == 2)
    }
  }
}
