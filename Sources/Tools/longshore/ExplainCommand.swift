import ArgumentParser
import SourceDiagnostics
import ToolConsole

/// `longshore explain CODE`: what a diagnostic means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a diagnostic means and what to do about it.",
    discussion: """
      Examples:
        longshore explain compose/unknown-key
        longshore explain --list
      """
  )

  @Argument(help: "A code as it stands in brackets, such as `compose/unknown-key`.")
  var code: String?

  @Flag(help: "Lists all codes.")
  var list = false

  func run() throws {
    let console = Console()
    if list { return console.write(Table(Explanation.all.map { [$0.code.rawValue, $0.summary] }).description) }
    guard let code else { throw ValidationError("name a code, or ask for all of them with --list") }
    guard let explanation = Explanation.about(DiagnosticCode(rawValue: code)) else {
      throw ValidationError(Explanation.unknown(code))
    }
    console.write(explanation.page)
  }
}
