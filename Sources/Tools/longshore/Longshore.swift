import ArgumentParser
import ToolConsole

@main
struct Longshore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "longshore",
    abstract: "Looks after Docker Compose stacks: checks, compares and edits them, and proposes changes.",
    discussion: """
      Examples:
        longshore check
        longshore diff main HEAD --format markdown
        longshore edit cloud/wiki/compose.yaml set services.web.image nginx:1.27
        longshore propose updates

      Exit status: 0 fine, 1 findings, 2 the command line, 3 the world (a file, a repository, a remote).
      """,
    version: ToolRun.version,
    subcommands: [
      CheckCommand.self, ConfigCommand.self, DiffCommand.self, EditCommand.self, ProposeCommand.self,
      ProposalsCommand.self,
      ShowCommand.self, StatusCommand.self, ExplainCommand.self,
    ]
  )

  static func main() async { await ToolRun.main(Self.self) }
}
