import ArgumentParser
import DeployKit
import GitOpsKit
import GitTransport
import SourceDiagnostics
import ToolConsole

/// `longshore-deploy once`: makes the host what the deployment branch says.
struct OnceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "once",
    abstract: "Deploys what is new, watches its health, rolls back what fails, and reports.",
    discussion: """
      Run twice with nothing new, it changes nothing. A stack that failed is left alone until a commit changes it.

      Examples:
        longshore-deploy once --host nas --remote git://server/homelab.git --state /var/lib/longshore
        longshore-deploy once --host nas --remote git://server/homelab.git --dry-run

      Exit status: 1 when a stack isn't as the branch wants it, 3 when the server or the engine doesn't answer.
      """
  )

  @Option(help: "This host's name in the configuration; otherwise LONGSHORE_DEPLOY_HOST.") var host: String?
  @Option(help: "The repository's address; otherwise LONGSHORE_DEPLOY_REMOTE.") var remote: String?
  @Option(help: "A directory of the deployer's own; otherwise LONGSHORE_DEPLOY_STATE, otherwise /var/lib/longshore.")
  var state: String?
  @Flag(help: "Only says what would be done.") var dryRun = false
  @Flag(help: "Tries stacks again that failed.") var retry = false
  @Flag(help: "Follows the deployment branch although it has lost commits that were deployed.") var followRewind = false
  @Option(help: "text or json.") var format = AnswerFormat.text

  func run() async throws {
    let console = Console()
    let settings = Settings(flags: ["deploy.host": host, "deploy.remote": remote, "deploy.state": state])
    let deployment = DeploySettings(
      host: try settings.require("deploy.host", flag: "--host"),
      remote: try settings.require("deploy.remote", flag: "--remote"),
      state: settings["deploy.state"] ?? "/var/lib/longshore",
      credentials: Credentials { settings[$0] },
      retry: retry ? .now : .whenChanged,
      rewind: followRewind ? .follow : .refuse
    )
    console.progress("deploying to \(deployment.host)")
    let engine = DockerComposeTarget(environment: Settings.processEnvironment)
    let run =
      dryRun
      ? try await Reconciler(deployment, to: DryRunTarget()).once(now: .now)
      : try await Reconciler(deployment, to: engine).once(now: .now)
    console.complain(run.diagnostics, sources: [:])
    switch format {
    case .json: try console.json(run.report)
    case .text:
      if !run.isNews { console.line("nothing is new since the last report:") }
      console.write(run.page)
    }
    if let unpublished = run.unpublished { console.complain(unpublished) }
    if !run.isFine { throw ExitStatus.findings }
    if run.unpublished != nil { throw ExitStatus.worldFailed }
  }
}

extension Settings {
  fileprivate func require(_ name: String, flag: String) throws -> String {
    if let value = self[name] { return value }
    let variable = "LONGSHORE_" + name.uppercased().replacing(".", with: "_")
    throw ValidationError("say \(flag), or set \(variable)")
  }
}
