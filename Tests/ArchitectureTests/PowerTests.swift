import CustomDump
import Testing

/// The link graph is the trust graph: what a program can do is what it links.
@Suite struct `The powers of each program` {
  /// GitTransport: fetch and push · ProcessRunner: start a program · AgentCore: run a model · ReviewKit: merge.
  private let powers = ["GitTransport", "ProcessRunner", "AgentCore", "ReviewKit"]

  private let table: [String: [String]] = [
    "longshore": ["GitTransport", "AgentCore"],
    "longshore-guard": [],
    "longshore-review": ["GitTransport", "ReviewKit"],
    "longshore-deploy": ["GitTransport", "ProcessRunner"],
  ]

  @Test func `are those of the table and no others`() throws {
    let manifest = try Manifest.current.get()
    let programs = manifest.targets.filter { $0.type == "executable" }.map(\.name)
    let found = Dictionary(
      uniqueKeysWithValues: programs.map { program in
        let links = manifest.links(of: program)
        return (program, powers.filter(links.contains))
      }
    )
    expectNoDifference(found, table)
  }

  @Test func `come from nowhere but the power modules`() throws {
    let manifest = try Manifest.current.get()
    let gates = ["Subprocess": "ProcessRunner", "AsyncHTTPClient": "HTTPTransport"]
    for (library, gate) in gates {
      let users = manifest.targets.filter { $0.type != "test" && $0.dependencies.contains { $0.name == library } }
      #expect(users.allSatisfy { $0.name == gate }, "\(library) is for \(gate) alone")
    }
  }

  @Test func `never reach below the line`() throws {
    let manifest = try Manifest.current.get()
    let powerless = [
      "SourceDiagnostics", "ComposeModel", "PolicyEngine", "GitKit", "GitOpsKit", "ToolConsole", "ReleaseKit",
    ]
    for module in powerless {
      #expect(manifest.links(of: module).isDisjoint(with: ["GitTransport", "ProcessRunner", "Subprocess"]))
    }
  }

  @Test func `to push wider than a scope is made in ReviewKit alone`() {
    let makers = ProjectFiles.sources.filter { source in
      source.module != "GitTransport" && source.code.contains { $0.contains("PushScope(") }
    }
    #expect(Set(makers.map(\.module)) == ["ReviewKit"])
  }
}
