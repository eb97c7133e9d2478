import ComposeModel
import FoundationEssentials
import Testing

@Suite struct `Edits as JSON` {
  private func coded(_ patch: YAMLPatch) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(patch), as: UTF8.self)
  }

  private func decoded(_ text: String) throws -> YAMLPatch {
    try JSONDecoder().decode(YAMLPatch.self, from: Data(text.utf8))
  }

  @Test func `each operation has a shape of its own`() throws {
    let patch = YAMLPatch([
      .set(try path("services.web.image"), "nginx:1.27"),
      .insert(try path("services.web.healthcheck"), ["retries": 3, "test": ["CMD", "true"]], at: .after("image")),
      .insert(try path("a"), nil, at: .first),
      .insert(try path("b"), true, at: .before("a")),
      .append(try path("p"), 1.5),
      .rename(try path("a"), to: "c.d"),
      .remove(try path("services.\"a.b\".ports[0]")),
    ])
    let text = try coded(patch)
    #expect(try decoded(text) == patch)
    #expect(
      text.hasPrefix(#"{"edits":[{"op":"set","path":"services.web.image","value":"nginx:1.27"},{"after":"image""#)
    )
    #expect(text.contains(#"{"op":"rename","path":"a","to":"c.d"},{"op":"remove","path":"services.\"a.b\".ports[0]"}"#))
  }

  @Test func `a move and a comment say where`() throws {
    let patch = YAMLPatch([
      .move(try path("a"), to: .first), .move(try path("a"), to: .last), .move(try path("a"), to: .inOrder),
      .move(try path("a"), to: .before("b")), .move(try path("p[0]"), to: .after(2)),
      .comment(try path("a"), "why", at: .above), .comment(try path("a"), nil, at: .beside),
    ])
    let text = try coded(patch)
    #expect(try decoded(text) == patch)
    #expect(
      text == #"{"edits":[{"first":true,"op":"move","path":"a"},{"last":true,"op":"move","path":"a"},"#
        + #"{"inOrder":true,"op":"move","path":"a"},{"before":"b","op":"move","path":"a"},"#
        + #"{"after":2,"op":"move","path":"p[0]"},{"comment":"why","op":"comment","path":"a","place":"above"},"#
        + #"{"comment":null,"op":"comment","path":"a","place":"beside"}]}"#
    )
  }

  @Test func `the document is named where it isn't the first`() throws {
    let patch = YAMLPatch([.remove(try path("a"))], document: 2)
    let text = try coded(patch)
    #expect(text == #"{"document":2,"edits":[{"op":"remove","path":"a"}]}"#)
    #expect(try decoded(text) == patch)
    #expect(try decoded(#"{"edits": []}"#).document == 0)
    let edited = try document("a: 1\n---\na: 1\n---\na: 1\nb: 2\n").applying(patch)
    #expect(edited.text == "a: 1\n---\na: 1\n---\nb: 2\n")
  }

  @Test func `a key goes last when nothing else is said`() throws {
    let patch = try decoded(#"{"edits": [{"op": "insert", "path": "a.b", "value": {"z": 1, "c": [null]}}]}"#)
    #expect(patch.edits == [.insert(try path("a.b"), ["c": [nil], "z": 1], at: .last)])
  }

  @Test func `what isn't an edit is refused`() throws {
    for text in [
      #"{"edits": [{"op": "swap", "path": "a"}]}"#, #"{"edits": [{"op": "set", "path": "a"}]}"#,
      #"{"edits": [{"op": "remove", "path": "a..b"}]}"#, #"{"edits": [{"op": "move", "path": "a"}]}"#,
      #"{"edits": [{"op": "move", "path": "a", "before": "b", "last": true}]}"#,
      #"{"edits": [{"op": "comment", "path": "a", "place": "above"}]}"#,
      #"{"edits": [{"op": "comment", "path": "a", "comment": "x", "place": "below"}]}"#,
      #"{"edits": [{"op": "insert", "path": "a", "value": 1, "first": true, "after": "b"}]}"#,
    ] {
      #expect(throws: DecodingError.self) { try decoded(text) }
    }
  }

  @Test func `a patch reads as a list of what it does`() throws {
    let patch = YAMLPatch([.set(try path("a.b"), "secret"), .remove(try path("c[1]"))])
    #expect(patch.description == "set a.b\nremove c[1]")
  }
}
