import ComposeModel
import FoundationEssentials
import SourceDiagnostics
import Testing

/// The shapes of RFC 6902's appendix A, over YAML as people write it.
@Suite struct `JSON Patches` {
  private func patched(_ text: String, _ patch: String) throws -> String {
    try document(text).applying(decoded(patch)).text
  }

  private func decoded(_ patch: String) throws -> JSONPatch {
    try JSONDecoder().decode(JSONPatch.self, from: Data(patch.utf8))
  }

  private func refused(_ text: String, _ patch: String) throws -> String? {
    do {
      _ = try patched(text, patch)
      return nil
    } catch let refusal as EditRefusal {
      return "\(refusal.code): \(refusal)"
    }
  }

  @Test(arguments: [
    ("foo: bar # f\n", #"[{"op": "add", "path": "/baz", "value": "qux"}]"#, "foo: bar # f\nbaz: qux\n"),
    ("foo: [bar, baz]\n", #"[{"op": "add", "path": "/foo/1", "value": "qux"}]"#, "foo: [bar, qux, baz]\n"),
    ("baz: qux\n# f\nfoo: bar\n", #"[{"op": "remove", "path": "/baz"}]"#, "# f\nfoo: bar\n"),
    ("foo:\n  - bar\n  - qux\n  - baz\n", #"[{"op": "remove", "path": "/foo/1"}]"#, "foo:\n  - bar\n  - baz\n"),
    (
      "baz: 'qux' # q\nfoo: bar\n", #"[{"op": "replace", "path": "/baz", "value": "boo"}]"#,
      "baz: 'boo' # q\nfoo: bar\n"
    ),
    ("a: 1\n", #"[{"op": "add", "path": "/a", "value": 2}]"#, "a: 2\n"),
    ("a: null\n", #"[{"op": "replace", "path": "/a", "value": {"b": [1]}}]"#, "a:\n  b:\n    - 1\n"),
    ("volumes:\n", #"[{"op": "add", "path": "/volumes/data", "value": {}}]"#, "volumes:\n  data: {}\n"),
    (
      "foo: [all, grass, cows, eat]\n", #"[{"op": "move", "from": "/foo/1", "path": "/foo/3"}]"#,
      "foo: [all, cows, eat, grass]\n"
    ),
    ("l:\n- a\n- b # b\n- c\n", #"[{"op": "move", "from": "/l/1", "path": "/l/0"}]"#, "l:\n- b # b\n- a\n- c\n"),
    ("l:\n- a # a\n- b\n- c\n", #"[{"op": "move", "from": "/l/0", "path": "/l/-"}]"#, "l:\n- b\n- c\n- a # a\n"),
    (
      "foo:\n  bar: baz\n  waldo: fred\nqux:\n  corge: grault\n",
      #"[{"op": "move", "from": "/foo/waldo", "path": "/qux/thud"}]"#,
      "foo:\n  bar: baz\nqux:\n  corge: grault\n  thud: fred\n"
    ),
    ("a: 1 # one\nc: 2\n", #"[{"op": "move", "from": "/a", "path": "/b"}]"#, "b: 1 # one\nc: 2\n"),
    ("a: 1 # one\nc: 2\nd: 3\n", #"[{"op": "move", "from": "/a", "path": "/c"}]"#, "c: 1 # one\nd: 3\n"),
    ("a: 1\n", #"[{"op": "move", "from": "/a", "path": "/a"}]"#, "a: 1\n"),
    ("a: {b: 1}\nc: [x]\n", #"[{"op": "copy", "from": "/a", "path": "/c/-"}]"#, "a: {b: 1}\nc: [x, {b: 1}]\n"),
    ("x: &x {b: 1}\nc: *x\n", #"[{"op": "copy", "from": "/c/b", "path": "/d"}]"#, "x: &x {b: 1}\nc: *x\nd: 1\n"),
    (
      "foo: {bar: 1}\n", #"[{"op": "add", "path": "/child", "value": {"grandchild": {}}}]"#,
      "foo: {bar: 1}\nchild:\n  grandchild: {}\n"
    ),
    ("foo: bar\n", #"[{"op": "add", "path": "/baz", "value": "qux", "xyz": 123}]"#, "foo: bar\nbaz: qux\n"),
    ("foo: [bar]\n", #"[{"op": "add", "path": "/foo/-", "value": ["abc", "def"]}]"#, "foo: [bar, [abc, def]]\n"),
    (
      "/: 9\n\"~1\": 10\n",
      #"[{"op": "test", "path": "/~01", "value": 10}, {"op": "replace", "path": "/~1", "value": 8}]"#,
      "/: 8\n\"~1\": 10\n"
    ),
    (
      "ports:\n  \"8080\": web\n", #"[{"op": "replace", "path": "/ports/8080", "value": "db"}]"#,
      "ports:\n  \"8080\": db\n"
    ),
    ("m: {0: a}\n", #"[{"op": "add", "path": "/m/01", "value": "b"}]"#, "m: {0: a, \"01\": b}\n"),
    ("a: {b: c}\n", #"[{"op": "replace", "path": "", "value": {"a": {"b": "d"}}}]"#, "a: {b: d}\n"),
    ("a: 1\n", "[]", "a: 1\n"),
    (
      "services:\n  web:\n    image: nginx:1.25 # pinned\n    ports: [\"80:80\"]\n",
      #"[{"op": "test", "path": "/services/web/image", "value": "nginx:1.25"}, {"op": "replace", "path": "/services/web/image", "value": "nginx:1.27"}, {"op": "add", "path": "/services/web/ports/0", "value": "22:22"}, {"op": "remove", "path": "/services/web/ports/1"}]"#,
      "services:\n  web:\n    image: nginx:1.27 # pinned\n    ports: [\"22:22\"]\n"
    ),
  ])
  func `an operation changes what it must`(_ source: String, _ patch: String, _ expected: String) throws {
    expectText(try patched(source, patch), expected)
  }

  @Test(arguments: [
    ("a: 1\n", #""a", "value": 1"#), ("a: 1.0\n", #""a", "value": 1"#), ("a: '1'\n", #""a", "value": "1""#),
    ("a: {c: 2, b: [1]}\n", #""a", "value": {"b": [1.0], "c": 2}"#), ("a: ~\n", #""a", "value": null"#),
    ("x: &x {b: 1}\na: {<<: *x, c: 2}\n", #""a", "value": {"b": 1, "c": 2}"#), ("a: 0x10\n", #""a", "value": 16"#),
  ])
  func `a test passes`(_ source: String, _ question: String) throws {
    let question = question.replacing("\"a\"", with: "\"/a\"", maxReplacements: 1)
    #expect(try patched(source, #"[{"op": "test", "path": \#(question)}]"#) == source)
  }

  @Test(arguments: [
    (
      "a: 1\n", #"{"op": "test", "path": "/a", "value": "1"}"#, "edit/failed-test",
      "test /a: another value stands there"
    ),
    (
      "a: [1]\n", #"{"op": "test", "path": "/a", "value": [1, 2]}"#, "edit/failed-test",
      "test /a: another value stands there"
    ),
    (
      "a: 1\n", #"{"op": "test", "path": "", "value": 1}"#, "edit/failed-test",
      "test the document: another value stands there"
    ),
    ("a: 1\n", #"{"op": "test", "path": "/b", "value": 1}"#, "edit/missing-path", "test /b: there is no `b`"),
    (
      "foo: bar\n", #"{"op": "add", "path": "/baz/bat", "value": "qux"}"#, "edit/missing-path",
      "add /baz/bat: there is no `baz`"
    ),
    (
      "a: 1\n", #"{"op": "add", "path": "/a/b", "value": 1}"#, "edit/wrong-kind",
      "add /a/b: `a` is a single value, not a mapping or a list"
    ),
    (
      "a: ~\n", #"{"op": "add", "path": "/a/b", "value": 1}"#, "edit/wrong-kind",
      "add /a/b: `a` is empty, not a mapping or a list"
    ),
    ("a: [1]\n", #"{"op": "add", "path": "/a/2", "value": 1}"#, "edit/missing-path", "add /a/2: `a` has 1 item"),
    (
      "a: [1]\n", #"{"op": "add", "path": "/a/01", "value": 1}"#, "edit/missing-path",
      "add /a/01: `01` is no index of a list"
    ),
    (
      "a: [1]\n", #"{"op": "replace", "path": "/a/-", "value": 1}"#, "edit/missing-path",
      "replace /a/-: `-` is no index of a list"
    ),
    (
      "a: [1]\n", #"{"op": "remove", "path": "/a/-1"}"#, "edit/missing-path", "remove /a/-1: `-1` is no index of a list"
    ),
    ("a: 1\n", #"{"op": "remove", "path": "/b"}"#, "edit/missing-path", "remove /b: there is no `b`"),
    ("a: 1\n", #"{"op": "replace", "path": "/b", "value": 1}"#, "edit/missing-path", "replace /b: there is no `b`"),
    (
      "a: 1\n", #"{"op": "remove", "path": ""}"#, "edit/unsupported-shape",
      "remove the document: the document itself can't be removed"
    ),
    (
      "- 1\n", #"{"op": "replace", "path": "", "value": 1}"#, "edit/unsupported-shape",
      "replace the document: the document itself can't be set"
    ),
    (
      "a: {b: 1}\n", #"{"op": "move", "from": "/a", "path": "/a/b"}"#, "edit/wrong-kind",
      "move /a to /a/b: it would come to stand within itself"
    ),
    ("a: 1\n", #"{"op": "move", "from": "/b", "path": "/c"}"#, "edit/missing-path", "move /b to /c: there is no `b`"),
    (
      "x: &x {a: 1}\nb: *x\n", #"{"op": "replace", "path": "/b/a", "value": 2}"#, "edit/behind-alias",
      "replace /b/a: it stands behind the alias `*x`, so that other places would change too"
    ),
  ])
  func `an operation is refused`(_ source: String, _ operation: String, _ code: String, _ message: String) throws {
    #expect(try refused(source, "[\(operation)]") == "\(code): can't make operation 0 of the patch, \(message)")
  }

  @Test func `a refused operation leaves the document as it was and is named`() throws {
    let document = try document("a: 1\nb: 2\n")
    let patch = JSONPatch([
      .replace(JSONPointer(["a"]), 3), .remove(JSONPointer(["b"])), .test(JSONPointer(["a"]), 1),
    ])
    let refusal = #expect(throws: EditRefusal.self) { try document.applying(patch) }
    #expect(refusal?.step == 2)
    #expect(refusal?.path == YAMLPath(keys: "a"))
    #expect(refusal?.help == "look at the file again: it isn't the one that the patch was made for")
    #expect(refusal?.diagnostic.message == "can't make operation 2 of the patch, test /a: another value stands there")
    #expect(document.text == "a: 1\nb: 2\n")
  }

  @Test func `only the document that is meant changes`() throws {
    let patch = JSONPatch([.add(JSONPointer(["b"]), 2), .remove(JSONPointer(["a"]))])
    #expect(try document("a: 1\n---\na: 1\n").applying(patch, document: 1).text == "a: 1\n---\nb: 2\n")
    #expect(throws: EditRefusal.self) { try document("a: 1\n").applying(patch, document: 1) }
  }

  @Test func `each change has its line`() throws {
    let patch = JSONPatch([
      .add(JSONPointer(["c"]), [1]), .test(JSONPointer(["a"]), 1),
      .move(from: JSONPointer(["a"]), to: JSONPointer(["c", "-"])),
    ])
    let result = try document("a: 1\nb: 2\n").result(of: patch)
    #expect(result.document.text == "b: 2\nc:\n  - 1\n  - 1\n")
    #expect(result.changes.map { "\($0.operation) \($0.path) \($0.line)" } == ["add c 3", "move c[1] 4"])
  }

  @Test func `a patch is read and written as an array`() throws {
    let text =
      #"[{"op":"add","path":"/a~1b","value":null},{"from":"/a","op":"move","path":"/b/0"},{"op":"remove","path":"/c"}]"#
    let patch = try decoded(text)
    #expect(
      patch.operations == [
        .add(JSONPointer(["a/b"]), nil), .move(from: JSONPointer(["a"]), to: JSONPointer(["b", "0"])),
        .remove(JSONPointer(["c"])),
      ]
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(patch), as: UTF8.self) == text)
    #expect(patch.description == "add /a~1b\nmove /a to /b/0\nremove /c")
  }

  @Test func `what isn't one can't be read`() {
    for text in [
      #"{"op": "remove", "path": "/a"}"#, #"[{"op": "swap", "path": "/a"}]"#, #"[{"op": "add", "path": "/a"}]"#,
      #"[{"op": "move", "path": "/a"}]"#, #"[{"op": "remove", "path": "a"}]"#, #"[{"path": "/a"}]"#,
    ] {
      #expect(throws: DecodingError.self) { try decoded(text) }
    }
  }
}
