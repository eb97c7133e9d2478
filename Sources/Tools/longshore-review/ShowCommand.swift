import ArgumentParser
import ComposeModel
import GitKit
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
      let files = review.conflicts.map(\.neutralised).joined(separator: ", ")
      console.line("\nit conflicts with the deployment branch in \(files)")
    }
    console.heading("\nWhat merging it changes, read from its commits")
    for path in review.comparison.paths { console.line("  \(path.kind.rawValue) \(path.path.neutralised)") }
    console.write(review.comparison.summaries.map { "\n" + $0.text }.joined())
    console.heading("\nWhat policy says today: \(review.judgement.verdict.rawValue)")
    console.write(
      DiagnosticRenderer(sources: review.sources, width: console.width, theme: console.outputTheme)
        .render(review.judgement.findings.map(\.diagnostic))
    )
    if review.proposal.state == .open {
      console.line("to merge just this: longshore-review approve \(number) --seen \(review.proposal.head)")
    }
  }
}
