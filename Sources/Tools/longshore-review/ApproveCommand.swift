import ArgumentParser
import GitOpsKit
import ReviewKit
import SourceDiagnostics
import ToolConsole

/// `longshore-review approve`: merges a proposal.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Merges a proposal into the deployment branch, in the approver's name.",
    discussion: "Examples:\n  longshore-review approve 3"
  )

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The proposal's number.") var number: Int

  func run() async throws {
    let console = Console()
    do {
      let approval = try await options.reviewer().approve(number, now: .now)
      switch approval.outcome {
      case .merged: console.line("merged #\(number): \(approval.proposal.title)")
      case .alreadyMerged: console.line("#\(number) was merged before")
      }
      if !approval.isRecorded { console.complain("the merge counts, but its event couldn't be recorded", as: .warning) }
    } catch let error as ReviewError where [.denied, .conflict, .notOpen, .changed].contains(error.code) {
      try refuse(error, console)
    }
  }

  private func refuse(_ error: ReviewError, _ console: Console) throws -> Never {
    console.complain(error.description, as: .error)
    if let help = error.help { console.complain("  help: \(help)") }
    console.complain(error.findings, sources: error.sources)
    throw ExitStatus.findings
  }
}
