import ComposeModel
import SourceDiagnostics

/// The code of the article "Load a Compose project", run from the first line to the last.
@main
enum LoadAProject {
  static let files = [
    "wiki/compose.yaml": """
    services:
      web:
        image: wiki:${TAG:-1}
        ports: ["8080:80"]
        depends_on: [db]
      db:
        image: postgres:17
        volumes: ["data:/var/lib/postgresql/data"]
        healthcheck: {test: pg_isready, interval: 30s}
    volumes: {data: , old: }
    """,
    "wiki/compose.override.yaml": "services:\n  web:\n    environment: [TZ]\n",
    "wiki/.env": "TAG=2.4\n",
  ]

  static func main() throws {
    // region: load
    let tree = MemoryTree(files)
    guard let stack = try StackFiles.find(in: RepositoryPath("wiki"), of: tree) else { return }
    let loaded = try ComposeLoader(environment: ["TZ": "UTC"]).load(stack, from: tree)
    guard let project = loaded.value else {
      return print(DiagnosticRenderer(sources: [:]).render(loaded.diagnostics))
    }
    // endregion

    // region: look
    if let web = project.services["web"] {
      print(web.image ?? "", web.ports.first?.published ?? "", web.environment["TZ"] as? String ?? "")
    }
    print(project.services["db"]?.healthcheck?.interval?.description ?? "")
    // endregion

    // region: origin
    if let provenance = project.provenance(of: try YAMLPath(parsing: "services.web.image")) {
      print(provenance.origin.file, provenance.origin.variables)
    }
    // endregion

    // region: operate
    print(try project.dependencyOrder())
    print(project.unusedResources(.volumes))
    print(try project.selecting(["db"]).services.keys)
    // endregion

    // region: print
    print(project.withoutUnusedResources().yaml())
    // endregion
  }
}
