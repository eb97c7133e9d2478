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

  @Test func `a key goes last when nothing else is said`() throws {
    let patch = try decoded(#"{"edits": [{"op": "insert", "path": "a.b", "value": {"z": 1, "c": [null]}}]}"#)
    #expect(patch.edits == [.insert(try path("a.b"), ["c": [nil], "z": 1], at: .last)])
  }

  @Test func `what isn't an edit is refused`() throws {
    for text in [
      #"{"edits": [{"op": "swap", "path": "a"}]}"#, #"{"edits": [{"op": "set", "path": "a"}]}"#,
      #"{"edits": [{"op": "remove", "path": "a..b"}]}"#,
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
