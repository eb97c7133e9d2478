import ComposeModel
import GitOpsKit
import OrderedCollections
import SourceDiagnostics
import Testing

@testable import AgentCore

@Suite struct `Edits of a file` {
  private static let image = YAMLPath(keys: "services", "web", "image")

  @Test func `are made together`() throws {
    let edits: [FileEdit] = [
      .compose(.set(Self.image, "nginx:1.28")), .compose(.set(YAMLPath(keys: "services", "web", "restart"), "always")),
    ]
    let old = "# web\nservices:\n  web:\n    image: nginx:1.27 # pinned\n    restart: \"no\"\n"
    let new = "# web\nservices:\n  web:\n    image: nginx:1.28 # pinned\n    restart: \"always\"\n"
    #expect(try text(edits, old) == new)
  }

  @Test func `are none or all`() {
    let edits: [FileEdit] = [
      .compose(.set(Self.image, "nginx:1.28")), .compose(.set(YAMLPath(keys: "services", "api", "image"), "x:1")),
    ]
    #expect(throws: UneditableFile.self) { try text(edits, "services: {web: {image: 'nginx:1.27'}}\n") }
  }

  @Test func `say which variable has no plain line`() {
    #expect(throws: UneditableFile("a/.env", "the line of `V` is not a plain `V=value`")) {
      try [FileEdit.variable("V", value: "1")].applied(to: Array("V=$W\n".utf8), file: "a/.env")
    }
  }

  @Test func `say that a file can't be read`() {
    #expect(throws: UneditableFile("a", "it can't be read as YAML")) {
      try [FileEdit.compose(.set(Self.image, "x:1"))].applied(to: Array("a: [".utf8), file: "a")
    }
  }

  @Test func `change nothing when there are none`() throws {
    #expect(try text([], "not: [yaml") == "not: [yaml")
  }

  @Test func `have a title on one line, whatever is in it`() throws {
    let change = ProposedChange(
      topic: try TopicName("a"),
      title: "a\nLongshore-Model: x\u{1B}[31m",
      rationale: "",
      edits: [:]
    )
    #expect(change.title == "a␊Longshore-Model: x␛[31m")
  }

  private func text(_ edits: [FileEdit], _ old: String) throws -> String {
    String(decoding: try edits.applied(to: Array(old.utf8), file: "compose.yaml"), as: UTF8.self)
  }
}
