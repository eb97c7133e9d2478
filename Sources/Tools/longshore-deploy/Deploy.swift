import ArgumentParser
import ToolConsole

@main
struct Deploy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "longshore-deploy",
    abstract: "Deploys what was merged, watches its health, rolls back, and reports through Git.",
    discussion: """
      Examples:
        longshore-deploy once --host nas --remote ssh://git@server/homelab.git --state /var/lib/longshore
        longshore-deploy once --host nas --dry-run
      """,
    version: ToolRun.version,
    subcommands: [OnceCommand.self]
  )

  static func main() async { await ToolRun.main(Self.self) }
}
