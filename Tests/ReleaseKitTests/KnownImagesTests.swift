import ComposeModel
import SourceDiagnostics
import Testing

@testable import ReleaseKit

@Suite struct `The table of known images` {
  @Test func `names every image once, in a way that can be read`() throws {
    var seen: Set<String> = []
    for name in KnownImages.all.flatMap(\.names) {
      let reference = try ImageReference(parsing: name)
      #expect(reference.tag == nil && reference.digest == nil, "\(name)")
      #expect(seen.insert(reference.normalizedName).inserted, "\(name)")
    }
    #expect(seen.count == KnownImages.byName.count)
  }

  @Test func `asks nobody but the container itself`() {
    for image in KnownImages.all {
      guard case .http(let client, let port, let path) = image.probe else { continue }
      #expect((1...65_535).contains(port.number))
      #expect(path.hasPrefix("/") && path.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "'" && $0 != "$" })
      let words = client.test("http://127.0.0.1:\(port.number)\(path)")
      #expect(words.first == "CMD")
      #expect(words.joined(separator: " ").contains("http://127.0.0.1:\(port.number)\(path)"))
    }
  }

  @Test func `has a check that Compose reads back as it was meant`() throws {
    for image in KnownImages.all {
      let name = try #require(image.names.first)
      let check: KnownHealthcheck
      switch image.probe {
      case .builtIn: continue
      case .program(let words): check = KnownHealthcheck(test: ["CMD"] + words)
      case .shell(let line): check = KnownHealthcheck(test: ["CMD-SHELL", line])
      case .http(let client, let port, let path):
        check = KnownHealthcheck(test: client.test("http://127.0.0.1:\(port.number)\(path)"))
      }
      let text = "services:\n  web:\n    image: \(name)\n"
      let document = try #require(ComposeDocument.parse(Array(text.utf8), file: "compose.yaml").value)
      let edited = try document.applying([
        .insert(YAMLPath(keys: "services", "web", "healthcheck"), check.composeValue, at: .last)
      ])
      let tree = MemoryTree(["a/compose.yaml": String(decoding: edited.bytes, as: UTF8.self)])
      let stack = try #require(try StackFiles.find(in: RepositoryPath("a"), of: tree))
      let loaded = try ComposeLoader().load(stack, from: tree)
      #expect(loaded.diagnostics.isEmpty, "\(name)")
      let services = Array(try #require(loaded.value).services)
      #expect(services.first?.value.healthcheck?.test == check.test, "\(name)")
    }
  }
}
