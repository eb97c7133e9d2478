import ArgumentParser
import ForgeKit
import GitOpsKit
import SourceDiagnostics
import ToolConsole

/// `longshore show`: one proposal.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a proposal: what it changes, what that does, and what happened to it.",
    discussion: "Examples:\n  longshore show 3\n  longshore show 3 --format markdown"
  )

  @OptionGroup var options: CloneOptions
  @Argument(help: "The proposal's number.") var number: Int
  @Option(help: "text, json or markdown.") var format = DocumentFormat.text

  func run() async throws {
    let console = Console()
    let (clone, server) = try options.open()
    let proposal = try await clone.forge(on: server).proposal(number)
    switch format {
    case .text: console.write(proposal.page)
    case .json: try console.json(proposal)
    case .markdown:
      let body = UntrustedText(proposal.body).escaped(limit: 1 << 20)
      console.write(body.hasSuffix("\n") ? body : body + "\n")
    }
  }
}
