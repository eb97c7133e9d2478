import ArgumentParser
import ComposeModel
import SourceDiagnostics
import ToolConsole

/// `longshore explain`: what a diagnostic means, or where a value came from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a diagnostic means and what to do about it, or where a value of a project came from.",
    discussion: """
      A path names a value as `longshore config` prints it.

      Examples:
        longshore explain compose/unknown-key
        longshore explain services.web.image
        longshore explain services.web.environment.TZ -f compose.yaml -f compose.prod.yaml
        longshore explain --list
      """
  )

  @Argument(help: "A code as it stands in brackets, such as `compose/unknown-key`, or a path, `services.web.image`.")
  var subject: String?
  @OptionGroup var project: ProjectOptions

  @Flag(help: "Lists all codes.")
  var list = false

  func run() throws {
    let console = Console()
    if list { return console.write(Table(Explanation.all.map { [$0.code.rawValue, $0.summary] }).description) }
    guard let subject else { throw ValidationError("name a code or a path, or ask for all codes with --list") }
    if let explanation = Explanation.about(DiagnosticCode(rawValue: subject)) {
      return console.write(explanation.page)
    }
    // A code is two words with a slash between them.
    guard subject.contains(where: { ".[\"".contains($0) }) || !subject.contains("/") else {
      throw ValidationError(Explanation.unknown(subject))
    }
    try explain(YAMLPath(parsing: subject), console)
  }

  private func explain(_ path: YAMLPath, _ console: Console) throws {
    let located = try project.locate()
    let loaded = try ComposeLoader(environment: located.environment, options: located.options)
      .load(located.stack, from: located.tree)
    guard let provenance = loaded.value?.provenance(of: path) else {
      located.complain(about: loaded.diagnostics.filter { $0.severity == .error }, console)
      throw ValidationError("the project has no value `\(path)`; `longshore config` prints all there are")
    }
    console.write(try ValueStory(provenance, of: path, in: located).text)
  }
}
