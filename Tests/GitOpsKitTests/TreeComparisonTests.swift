import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Comparing two trees` {
  private func tree(_ files: [String: String]) throws -> StackTree { try StackTree.load(from: MemoryTree(files)) }

  @Test func `only what differs is a change`() throws {
    let old = try tree([
      "a/compose.yaml": Homelab.stack, "b/compose.yaml": Homelab.stack, "c/compose.yaml": Homelab.stack,
    ])
    let new = try tree([
      "a/compose.yaml": Homelab.stack, "b/compose.yaml": Homelab.stack.replacing("1.25.0", with: "1.26.0"),
      "d/compose.yaml": Homelab.stack,
    ])
    let change = TreeComparison(old, new, base: "main").change(by: .agent)
    #expect(change.stacks.map(\.stack.string) == ["b", "c", "d"])
    #expect(change.stacks.map(\.diff.kind) == [.changed, .removed, .added])
    #expect(change.unchanged.map(\.stack.string) == ["a"])
    #expect(change.role == .agent)
    #expect(change.base == "main")
  }

  @Test func `stacks know their hosts, and a loose file has none`() throws {
    let files = ["media/a/compose.yaml": Homelab.stack, "x.yaml": Homelab.stack]
    let comparison = TreeComparison(try tree([:]), try tree(files))
    let hosts = [
      HostConfiguration(name: "nas", stacks: [PathPattern("media/**")]), HostConfiguration(name: "pi", stacks: []),
    ]
    let change = comparison.change(by: .person, on: hosts)
    #expect(change.stacks.map(\.hosts) == [["nas"], ["(no host) x.yaml"]])
    #expect(comparison.change(by: .person).stacks.map(\.hosts) == [[], ["(no host) x.yaml"]])
  }

  @Test func `the sources of both sides are found, without secrets`() throws {
    let old = try tree(["web/compose.yaml": Homelab.stack])
    let new = try tree(["web/compose.yaml": Homelab.stack + "    environment:\n      DB_PASSWORD: hunter2\n"])
    let diagnostic = Diagnostic(
      .error,
      "policy/test",
      "x",
      labels: [.init("web/compose.yaml", 0..<1), .init("web/compose.yaml@main", 0..<1), .init("gone.yaml", 0..<1)]
    )
    let sources = TreeComparison(old, new, base: "main").sources(for: [diagnostic])
    #expect(sources.keys.sorted() == ["web/compose.yaml", "web/compose.yaml@main"])
    #expect(sources["web/compose.yaml@main"]?.bytes == Array(Homelab.stack.utf8))
    let source = try #require(sources["web/compose.yaml"])
    let hidden = source.redactions.map { String(decoding: source.bytes[$0], as: UTF8.self) }
    #expect(hidden == ["hunter2"])
  }

  @Test(.enabled(if: GitFixture.isAvailable)) func `two commits are compared with their paths`() throws {
    let lab = try Homelab()
    let new = try lab.offer(["web/compose.yaml": nil, "notes.txt": "new\n", "extra": "1"])
    let comparison = try TreeComparison.between(lab.tip, new, in: lab.repository, base: "main")
    #expect(comparison.paths.map(\.path) == ["extra", "notes.txt", "web/compose.yaml"])
    #expect(comparison.paths.map(\.kind) == [.added, .modified, .removed])
    #expect(comparison.change(by: .agent).stacks.map(\.diff.kind) == [.removed])
  }
}
