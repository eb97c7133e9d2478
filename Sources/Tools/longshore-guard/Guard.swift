import ArgumentParser
import ToolConsole

@main
struct Guard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "longshore-guard",
    abstract: "The wall on the Git server: refuses pushes that the pusher may not make.",
    discussion: """
      Examples:
        longshore-guard install /srv/git/homelab.git
        LONGSHORE_IDENTITY=agent longshore-guard hook     (as Git calls it)
      """,
    version: ToolRun.version,
    subcommands: [InstallCommand.self, HookCommand.self]
  )

  static func main() async { await ToolRun.main(Self.self) }
}
