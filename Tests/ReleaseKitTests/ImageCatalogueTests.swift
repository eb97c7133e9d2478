import ComposeModel
import ReleaseKit
import SourceDiagnostics
import Testing

@Suite struct `An image catalogue` {
  @Test func `knows tags, digests, days and notes`() throws {
    let loaded = load(
      """
      images:
        nginx:
          tags:
            - tag: "1.27"
              released: 2024-10-02
              digest: sha256:\(String(repeating: "a", count: 64))
            - tag: 1.28
          notes:
            - version: 1.28
              breaking: [one]
              actions: [two, three]
              security: []
              text: what is new
      """
    )
    #expect(loaded.diagnostics.isEmpty)
    let image = try #require(loaded.value?[ImageReference(parsing: "docker.io/library/nginx:1.27")])
    #expect(image.tags.map(\.name) == ["1.27", "1.28"])
    #expect(image.tags.map(\.released) == ["2024-10-02", nil])
    #expect(image.tags.first?.digest == "sha256:" + String(repeating: "a", count: 64))
    let note = try #require(image.notes.first)
    #expect(note.version.numbers == [1, 28])
    #expect(note.text.escaped() == "what is new")
    #expect(note.breaking.map { $0.escaped() } == ["one"])
    #expect(note.actions.map { $0.escaped() } == ["two", "three"])
  }

  @Test func `keeps a tag that looks like a number as it is written`() throws {
    let loaded = load("images: {nginx: {tags: [{tag: 1.10}, {tag: 0x10}, {tag: 1e3}]}}")
    let image = try #require(loaded.value?[ImageReference(parsing: "nginx")])
    #expect(image.tags.map(\.name) == ["1.10", "0x10", "1e3"])
  }

  @Test func `joins what several files say of an image`() throws {
    let loaded = ImageCatalogue.load([
      ("a.yaml", Array("images: {redis: {tags: [{tag: 7.0}]}}".utf8)),
      ("b.yaml", Array("images: {docker.io/library/redis: {tags: [{tag: 7.1}, {tag: 7.0}]}}".utf8)),
    ])
    #expect(try #require(loaded.value?[ImageReference(parsing: "redis")]).tags.map(\.name) == ["7.0", "7.1"])
    let diagnostic = try #require(loaded.diagnostics.first)
    #expect(loaded.diagnostics.count == 1)
    #expect(diagnostic.message == "the tag `7.0` is listed twice")
    #expect(diagnostic.labels.map(\.file) == ["b.yaml", "a.yaml"])
    #expect(diagnostic.labels.last?.text == "listed before")
  }

  @Test func `is read from the YAML files of a directory`() throws {
    let tree = MemoryTree([
      "c/a.yaml": "images: {a: {tags: [{tag: 1}]}}",
      "c/b.yml": "images: {b: {tags: [{tag: 1}]}}",
      "c/notes.md": "images: [",
      "c/sub/d.yaml": "images: {d: {}}",
      "other.yaml": "images: {e: {}}",
    ])
    let loaded = try ImageCatalogue.load(from: tree, in: RepositoryPath("c"))
    #expect(loaded.value?.images.keys.sorted() == ["a", "b"].map { Self.normalized($0) })
    #expect(loaded.diagnostics.isEmpty)
    #expect(try ImageCatalogue.load(from: tree, in: RepositoryPath("none")).value == ImageCatalogue())
  }

  @Test(arguments: [
    ("imagse: {}", "`imagse` is not a key of a catalogue", "write `images`"),
    ("[]", "`a catalogue` needs a mapping", "write it as `key: value`"),
    ("images: {nginx: {tags: {}}}", "`tags` needs a list", "begin each item with `- `"),
    ("images: {nginx: {tags: [{released: 2024-01-01}]}}", "a tag has no name", "add `tag: NAME`"),
    ("images: {nginx: {tags: [{tag: [1]}]}}", "`tag` needs a text", "write one value"),
    (
      "images: {nginx: {tags: [{tag: 'a b'}]}}", "`a b` can't be a tag",
      "use letters, digits, `.`, `_` and `-`, at most 128 of them"
    ),
    (
      "images: {nginx: {tags: [{tag: 1, digest: sha256:12}]}}", "`sha256:12` is not a digest",
      "write `sha256:` and 64 hex digits"
    ),
    (
      "images: {nginx: {tags: [{tag: 1, released: spring}]}}", "`spring` is not a day", "write the day as 2027-01-31"
    ),
    ("images: {nginx: {notes: [{text: hi}]}}", "a note has no version", "add `version: NUMBERS`"),
    (
      "images: {nginx: {notes: [{version: new}]}}", "`new` is not a version", "write numbers, such as 1.27.3"
    ),
    (
      "images: {'nginx:1': {}}", "`nginx:1` is not the name of an image",
      "write the name alone, such as `nginx` or `ghcr.io/owner/name`"
    ),
    (
      "images: {\"a\\eb\": {}}", "`a␛b` is not the name of an image",
      "write the name alone, such as `nginx` or `ghcr.io/owner/name`"
    ),
  ])
  func `says what is wrong and what to do`(text: String, message: String, help: String) throws {
    let loaded = load(text)
    #expect(loaded.diagnostics.map(\.message) == [message])
    #expect(loaded.diagnostics.map(\.help) == [help])
    #expect(loaded.diagnostics.allSatisfy { $0.severity == .error && !$0.labels.isEmpty })
    #expect(loaded.value != nil)
  }

  @Test func `keeps what was right beside what was wrong`() throws {
    let loaded = load("images: {nginx: {tags: [{tag: 1.0}, {tag: 'no tag'}, {tag: 1.1}]}}")
    #expect(loaded.value?.images.values.first?.tags.map(\.name) == ["1.0", "1.1"])
    #expect(loaded.diagnostics.count == 1)
  }

  private func load(_ text: String) -> Loaded<ImageCatalogue> {
    ImageCatalogue.load([("catalogue.yaml", Array(text.utf8))])
  }

  private static func normalized(_ name: String) -> String {
    (try? ImageReference(parsing: name))?.normalizedName ?? ""
  }
}
