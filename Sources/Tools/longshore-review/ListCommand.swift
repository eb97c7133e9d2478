import ArgumentParser
import GitOpsKit
import ReviewKit
import SourceDiagnostics
import ToolConsole

/// `longshore-review list`: the proposals that wait.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the proposals that wait for an answer.",
    discussion: "Examples:\n  longshore-review list\n  longshore-review list --all --format json"
  )

  @OptionGroup var options: ReviewOptions
  @Flag(help: "Answered ones too.") var all = false
  @Option(help: "text or json.") var format = AnswerFormat.text

  func run() async throws {
    let console = Console()
    let (proposals, problems) = try await options.reviewer().list()
    let listed = proposals.filter { all || $0.state == .open }
    switch format {
    case .json: try console.json(listed)
    case .text where listed.isEmpty: console.line("no proposal waits for an answer")
    case .text: console.write(Table(listed.map(\.row)).description)
    }
    for problem in problems { console.complain(problem.description, as: .warning) }
  }
}
