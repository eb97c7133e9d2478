import ComposeModel
import SourceDiagnostics

/// Says what the difference of two versions of a stack means for what runs: containers, data, ports.
@main
enum ExplainDiff {
  static let old = """
    services:
      db:
        image: postgres:15.4
        volumes: [data:/var/lib/postgresql/data]
    volumes: {data: }
    """
  static let new = """
    services:
      db:
        image: postgres:17.0
        volumes:
          - {type: volume, source: data, target: /var/lib/postgresql/data}
        ports: ["5432:5432"]
    volumes: {data: }
    """

  static func main() throws {
    let stack = try RepositoryPath("db")
    let before = try project(old)
    let after = try project(new)

    // region: diff
    let diff = StackDiff.between(before, after, of: stack)
    let impact = Impact.of(diff, old: before, new: after)
    // endregion

    for service in diff.services {
      for change in service.changes { print("\(service.name): \(change.summary)") }
    }
    for service in impact.services { print("\(service.name) → \(service.action.rawValue)") }
    for risk in impact.data { print("\(risk.severity.rawValue): \(risk.message)") }
  }

  /// Loads a stack that exists in memory only; a directory or a commit is loaded the same way.
  static func project(_ text: String) throws -> ComposeProject? {
    let tree = try MemoryTree(["db/compose.yaml": text])
    guard let files = try StackFiles.find(in: RepositoryPath("db"), of: tree) else { return nil }
    let loaded = try ComposeLoader().load(files, from: tree)
    let renderer = DiagnosticRenderer(sources: ["db/compose.yaml": SourceText(text)])
    print(renderer.render(loaded.diagnostics), terminator: "")
    return loaded.value
  }
}
