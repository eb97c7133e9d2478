import ArgumentParser
import GitOpsKit
import PolicyEngine
import ReviewKit
import SourceDiagnostics
import ToolConsole

/// `longshore-review show`: one proposal, judged anew.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a proposal: what it changes, what that does, and what policy says today.",
    discussion: "Examples:\n  longshore-review show 3"
  )

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The proposal's number.") var number: Int

  func run() async throws {
    let console = Console()
    let review = try await options.reviewer().show(number, now: .now)
    console.write(review.proposal.page)
    if !review.conflicts.isEmpty {
      console.line("\nIt conflicts with the deployment branch in \(review.conflicts.joined(separator: ", "))")
    }
    console.line("\nJudged today: \(review.judgement.verdict.rawValue)")
    console.write(
      DiagnosticRenderer(sources: review.sources, width: console.width, theme: console.outputTheme)
        .render(review.judgement.findings.map(\.diagnostic))
    )
  }
}
