import Fixtures
import Foundation
import Testing

@Suite struct `longshore edit` {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory(named: "edit")
    try directory.write("# top\nweb:\n  image: nginx:1.25   # pinned\n  \"a.b\": 1\ndb:\n  image: x\n", to: "a.yaml")
  }

  private func edit(_ words: String..., input: String = "") throws -> Program.Result {
    try Programs.run("longshore", ["edit", "a.yaml"] + words, in: directory.path(""), input: input)
  }

  private var text: String { get throws { try directory.read("a.yaml") } }

  @Test func `several edits are one snapshot`() throws {
    let answer = try edit(
      "set",
      "web.image",
      "nginx:1.27",
      "--and",
      "move",
      "db",
      "--first",
      "--and",
      "remove",
      "web.\"a.b\"",
      "--diff"
    )
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try text == "# top\ndb:\n  image: x\nweb:\n  image: nginx:1.27   # pinned\n")
    #expect(
      answer.output == """
        @@ line 2 @@
        -web:
        -  image: nginx:1.25   # pinned
        -  "a.b": 1
        @@ line 4 @@
        +web:
        +  image: nginx:1.27   # pinned

        """
    )
  }

  @Test func `one refused edit refuses all`() throws {
    let before = try text
    let answer = try edit("set", "web.image", "y", "--and", "set", "web.imge", "z")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("error[edit/missing-path]: can't set web.imge: there is no `web.imge`"))
    #expect(try text == before)
  }

  @Test func `a check writes nothing`() throws {
    let before = try text
    let answer = try edit("comment", "db", "the data", "--check", "--diff")
    #expect(answer.status == 0 && answer.output == "@@ line 5 @@\n-db:\n+db:   # the data\n", "\(answer.output)")
    #expect(try text == before)
  }

  @Test func `JSON says what was changed and where`() throws {
    let answer = try edit("append", "db.ports", "1", "--format", "json")
    #expect(answer.status == 1)
    let changed = try edit("insert", "db.tty", "true", "--first", "--and", "set", "web.image", "x", "--format", "json")
    #expect(
      changed.output == """
        {
          "changes" : [
            {
              "line" : 6,
              "operation" : "insert",
              "path" : "db.tty"
            },
            {
              "line" : 3,
              "operation" : "set",
              "path" : "web.image"
            }
          ],
          "file" : "a.yaml",
          "written" : true
        }

        """
    )
  }

  @Test func `JSON says what was refused`() throws {
    let answer = try edit("set", "db.imge", "x", "--format", "json")
    #expect(answer.status == 1 && answer.errors.isEmpty)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let diagnostics = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["edit/missing-path"])
    #expect(diagnostics.map { $0["message"] as? String } == ["can't set db.imge: there is no `db.imge`"])
  }

  @Test func `a patch of ours comes from a file`() throws {
    try directory.write(
      #"{"edits": [{"op": "move", "path": "db", "before": "web"}, {"op": "comment", "path": "web.image", "comment": "front", "place": "above"}]}"#,
      to: "p.json"
    )
    let answer = try edit("--patch", "p.json")
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      try text == "# top\ndb:\n  image: x\nweb:\n  # front\n  image: nginx:1.25   # pinned\n  \"a.b\": 1\n"
    )
  }

  @Test func `a JSON Patch comes from standard input`() throws {
    let patch = #"[{"op": "test", "path": "/db/image", "value": "x"}, {"op": "remove", "path": "/web/a.b"}]"#
    #expect(try edit("--patch", "-", input: patch).status == 0)
    #expect(try text == "# top\nweb:\n  image: nginx:1.25   # pinned\ndb:\n  image: x\n")
    let refused = try edit("--patch", "-", input: #"[{"op": "test", "path": "/db/image", "value": "y"}]"#)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "error[edit/failed-test]: can't make operation 0 of the patch, test /db/image: another value stands there"
      )
    )
  }

  @Test func `a patch that can't be read is said with its place`() throws {
    let unknown = try edit(
      "--patch",
      "-",
      input: #"{"edits": [{"op": "remove", "path": "a"}, {"op": "swap", "path": "a"}]}"#
    )
    #expect(unknown.status == 2)
    #expect(
      unknown.errors.contains(
        "- holds no edits: edit 1, counted from 0: there is no operation `swap`: use set, insert, append, rename, move, "
          + "remove or comment"
      )
    )
    let missing = try edit("--patch", "-", input: #"[{"op": "add", "path": "/a"}]"#)
    #expect(
      missing.errors.contains("- holds no edits: edit 0, counted from 0: `value` is missing"),
      "\(missing.errors)"
    )
    let other = try edit("--patch", "-", input: "nothing")
    #expect(other.status == 2 && other.errors.contains(#"- holds no edits: write {"edits": [{"op": "set","#))
  }

  @Test func `another document of the file`() throws {
    try directory.write("a: 1\n---\na: 1\n", to: "a.yaml")
    #expect(try edit("set", "a", "2", "--document", "1").status == 0)
    #expect(try text == "a: 1\n---\na: 2\n")
    let answer = try edit("set", "a", "2", "--document", "2")
    #expect(answer.status == 1 && answer.errors.contains("the file has 2 YAML documents"))
  }

  @Test func `words that make no edit are a matter of usage`() throws {
    for (words, message) in [
      (["mvoe", "a"], "there is no operation `mvoe`: did you mean `move`?"),
      (["set", "a"], "set needs a value: set PATH VALUE"),
      (["set", "a", "1", "--dif"], "there is no option `--dif`; write `--` before a value that looks like one"),
      ([], "say what to do and where: set services.web.image VALUE"),
      (["set", "a", "1", "--patch", "x"], "--patch brings the edits: leave `set` away"),
      (["set", "a", "1", "--diff", "--format", "json"], "--diff is for people: leave --format json away"),
    ] {
      let answer = try Programs.run("longshore", ["edit", "a.yaml"] + words, in: directory.path(""))
      #expect(answer.status == 2 && answer.errors.contains(message), "\(words) \(answer.errors)")
    }
  }

  @Test func `a write that fails leaves the file and nothing beside it`() throws {
    let before = try text
    // What it says goes through a pipe, as the limit is for every file.
    let script = "trap '' XFSZ; (ulimit -f 0; \"$0\" edit a.yaml set db.image y; echo $?) 2>&1 | cat"
    let answer = try Program.run("sh", ["-c", script, "\(Programs.folder)/longshore"], in: directory.path(""))
    #expect(answer.output == "error: can't write a.yaml: it is larger than a file may be here\n3\n")
    #expect(try text == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["a.yaml"])
  }
}
