import ArgumentParser
import GitOpsKit
import ToolConsole

/// `longshore-guard install`: makes the guard the pre-receive hook of a bare repository.
struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Makes the guard the pre-receive hook of a bare repository.",
    discussion: "Examples:\n  longshore-guard install /srv/git/homelab.git --approver alice"
  )

  @Argument(help: "The bare repository.")
  var repository: String

  @Option(name: .customLong("approver"), help: "A login that may push to the deployment branch; may be given again.")
  var approvers: [String] = []

  func run() throws {
    let console = Console()
    let hook = GuardHook(program: try GuardHook.ownProgram(), approvers: approvers)
    switch try hook.install(in: repository) {
    case .written(let path): console.line("wrote \(path)")
    case .unchanged(let path): console.line("\(path) is up to date")
    }
  }
}
