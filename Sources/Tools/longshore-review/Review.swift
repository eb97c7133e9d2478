import ArgumentParser
import ToolConsole

@main
struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "longshore-review",
    abstract: "The approver's desk: read proposals, approve or reject them.",
    discussion: """
      Examples:
        longshore-review list
        longshore-review show 3
        longshore-review approve 3
        longshore-review reject 3 --reason "wait for 17.1"
      """,
    version: ToolRun.version,
    subcommands: [ListCommand.self, ShowCommand.self, ApproveCommand.self, RejectCommand.self]
  )

  static func main() async { await ToolRun.main(Self.self) }
}
