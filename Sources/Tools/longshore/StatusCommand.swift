import ArgumentParser
import GitOpsKit
import ToolConsole

/// `longshore status`: where everything stands, read from Git alone.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says what waits for an approver, what CI said, and how the hosts are.",
    discussion: "Examples:\n  longshore status\n  longshore status --format json"
  )

  @OptionGroup var options: CloneOptions
  @Option(help: "text or json.") var format = AnswerFormat.text

  func run() async throws {
    let console = Console()
    let (clone, server) = try options.open()
    try await clone.fetch(from: server)
    let overview = try Overview(of: clone.repository, on: clone.deploymentBranch())
    switch format {
    case .json: try console.json(overview)
    case .text: console.write(overview.page)
    }
    if !overview.isFine { throw ExitStatus.findings }
  }
}
