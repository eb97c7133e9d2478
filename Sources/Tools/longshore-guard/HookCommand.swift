import ArgumentParser
import CLockdown
import GitKit
import GitOpsKit
import SourceDiagnostics
import ToolConsole

/// `longshore-guard hook`: judges a push, as Git's pre-receive hook.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Judges a push; Git calls it as the pre-receive hook.",
    discussion: "Git gives it the updates as lines of `OLD NEW REF`, and LONGSHORE_IDENTITY says who pushes."
  )

  @Option(name: .customLong("approver"), help: "A login that may push to the deployment branch; may be given again.")
  var approvers: [String] = []

  /// Git puts `remote: ` before each line, so that 80 columns hold 72.
  private static let width = 72
  private static let updateLimit = 10_000

  func run() throws {
    guard longshore_lock_down() == 0 else { throw LockFailure() }
    let environment = Settings.processEnvironment
    guard environment["GIT_DIR"] != nil else {
      throw ValidationError("Git calls this as a hook: set it up with `longshore-guard install REPOSITORY`")
    }
    var updates: [PushedUpdate] = []
    while let line = readLine() {
      guard updates.count < Self.updateLimit else { throw TooManyUpdates(limit: Self.updateLimit) }
      updates.append(try PushedUpdate(parsing: line))
    }
    let repository = SharedRepository(try Repository.fromEnvironment())
    let judge = PushJudge(repository, approvers: Set(approvers))
    let decision = judge.decide(updates, environment: environment, now: .now)
    guard !decision.isAccepted else { return }
    let renderer = DiagnosticRenderer(sources: decision.sources, width: Self.width)
    let console = Console()
    console.complain(renderer.render(decision.refusals))
    console.complain("refused: \(DiagnosticTally(decision.refusals)); nothing was changed")
    throw ExitStatus.findings
  }
}

/// The kernel didn't take the guard's sockets away; without that it judges nothing.
private struct LockFailure: Error, CustomStringConvertible {
  var description: String { "can't lock the guard: the kernel refused the seccomp filter, so nothing is let through" }
}

/// A push that nobody makes by hand; what isn't read can't be judged.
private struct TooManyUpdates: Error, CustomStringConvertible {
  let limit: Int
  var description: String { "can't judge this push: it has more than \(limit) updates; push fewer at a time" }
}
