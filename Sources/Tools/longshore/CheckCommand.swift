import ArgumentParser
import ComposeModel
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import ToolConsole

/// `longshore check`: everything that is wrong with the stacks of a tree.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Loads all stacks of a directory and reports what is wrong with them, and what policy finds.",
    discussion: """
      Examples:
        longshore check
        longshore check cloud --strict
        longshore check --format github      (in CI, to annotate the changed lines)
        longshore check ~/stacks --summary

      Exit status: 1 when there is an error, or with --strict a warning.
      """
  )

  @Argument(help: "The directory.")
  var directory = "."

  @Option(help: "text, json or github.")
  var format = ReportFormat.text

  @Flag(help: "Warnings count too.")
  var strict = false

  @Flag(help: "Only how many there are of each kind.")
  var summary = false

  func run() throws {
    let console = Console()
    console.progress("loading \(directory)")
    let place = try HomelabPlace(of: directory)
    let check = try TreeCheck(of: DirectoryTree(place.root), under: place.path, on: Timestamp.now.day)
    switch (format, summary) {
    case (.text, true): console.write(check.summary)
    case (.text, false):
      try console.report(check.diagnostics, sources: check.sources, format: format, scope: "in \(check.scope)")
      if check.failures.count > 1 { console.write(check.summary) }
    default: try console.report(check.diagnostics, sources: check.sources, format: format)
    }
    if check.isEmpty { console.complain(check.emptiness(of: directory), as: .warning) }
    let counts = DiagnosticTally(check.diagnostics)
    if counts.errors > 0 || strict && counts.warnings > 0 { throw ExitStatus.findings }
  }
}
