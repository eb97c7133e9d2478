import ArgumentParser
import ForgeKit
import GitOpsKit
import ToolConsole

/// `longshore proposals`: what was proposed.
struct ProposalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposals",
    abstract: "Lists open proposals.",
    discussion: "Examples:\n  longshore proposals\n  longshore proposals --all --format json"
  )

  @OptionGroup var options: CloneOptions
  @Flag(help: "Answered ones too.") var all = false
  @Option(help: "text or json.") var format = AnswerFormat.text

  func run() async throws {
    let console = Console()
    let (clone, server) = try options.open()
    let proposals = try await clone.forge(on: server).proposals().filter { all || $0.state == .open }
    switch format {
    case .json: try console.json(proposals)
    case .text where proposals.isEmpty: console.line("no proposal is open")
    case .text: console.write(Table(proposals.map(\.row)).description)
    }
  }
}
