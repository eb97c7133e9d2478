import ArgumentParser
import GitOpsKit
import ReviewKit
import SourceDiagnostics
import ToolConsole

/// `longshore-review reject`: answers a proposal with no.
struct RejectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Rejects a proposal; the agent won't open the same one again.",
    discussion: "Examples:\n  longshore-review reject 3 --reason \"wait for 17.1\""
  )

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The proposal's number.") var number: Int
  @Option(help: "Why; the agent reads it.") var reason: String

  func run() async throws {
    let console = Console()
    do {
      let proposal = try await options.reviewer().reject(number, reason: reason, now: .now)
      console.line("rejected #\(proposal.number): \(proposal.title.neutralised)")
    } catch let error as ReviewError where error.code == .reasonMissing {
      throw ValidationError(error.description)
    } catch let error as ReviewError where error.code.isFinding {
      try error.report(on: console)
    }
  }
}
