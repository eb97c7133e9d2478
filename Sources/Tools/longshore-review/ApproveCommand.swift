import ArgumentParser
import GitKit
import GitOpsKit
import ReviewKit
import SourceDiagnostics
import ToolConsole

/// `longshore-review approve`: merges a proposal.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Merges a proposal into the deployment branch, in the approver's name.",
    discussion:
      "Examples:\n  longshore-review approve 3\n  longshore-review approve 3 --seen COMMIT      (merges what you looked at, or nothing)"
  )

  @OptionGroup var options: ReviewOptions
  @Argument(help: "The proposal's number.") var number: Int
  @Option(help: "The commit that `show` named; a proposal that has changed since isn't merged.") var seen: String?

  func run() async throws {
    let console = Console()
    let head = try seenCommit()
    do {
      let approval = try await options.reviewer().approve(number, seen: head, now: .now)
      switch approval.outcome {
      case .merged: console.line("merged #\(number): \(approval.proposal.title.neutralised)")
      case .alreadyMerged: console.line("#\(number) was merged before")
      }
      if !approval.isRecorded { console.complain("the merge counts, but its event couldn't be recorded", as: .warning) }
    } catch let error as ReviewError where error.code.isFinding {
      try error.report(on: console)
    }
  }

  private func seenCommit() throws -> ObjectID? {
    guard let seen else { return nil }
    guard let id = try? ObjectID(hex: seen) else { throw ValidationError("`\(seen)` isn't the whole name of a commit") }
    return id
  }
}
