import ArgumentParser
import ComposeModel
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import ToolConsole

/// `longshore diff`: what a change does to services, data and ports.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two versions of stacks: what differs, what is recreated, what could be lost.",
    discussion: """
      A and B are directories, Compose files or Git revisions; B is the work tree when it isn't given.

      Examples:
        longshore diff main
        longshore diff main longshore/update-wiki --format markdown
        longshore diff old/compose.yaml new/compose.yaml
      """
  )

  @Argument(help: "The version before.") var before: String
  @Argument(help: "The version after.") var after: String?
  @Option(name: [.customShort("C"), .customLong("directory")], help: "A clone of the homelab repository.")
  var directory = "."
  @Option(help: "text, json or markdown.") var format = DocumentFormat.text

  func run() throws {
    let console = Console()
    let versions = VersionSource(directory: directory)
    let old = try versions.load(before)
    let new = try after.map { try versions.load($0, reusing: old) } ?? versions.workTree(reusing: old)
    complain(about: old, before, console)
    complain(about: new, after ?? "the work tree", console)
    let summaries = TreeComparison(old, new).summaries
    switch format {
    case .json: try console.json(summaries)
    case .markdown: console.write(summaries.map { $0.markdown() }.joined(separator: "\n"))
    case .text where summaries.isEmpty: console.line("nothing that matters to a stack differs")
    case .text: console.write(summaries.map(\.text).joined(separator: "\n"))
    }
  }

  private func complain(about tree: StackTree, _ name: String, _ console: Console) {
    let errors = tree.allDiagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    console.complain(errors, sources: tree.sources(for: errors))
    console.complain("what is wrong in \(name) may hide differences", as: .warning)
  }
}
