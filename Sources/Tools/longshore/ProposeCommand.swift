import AgentCore
import ArgumentParser
import ComposeModel
import GitOpsKit
import ReleaseKit
import SourceDiagnostics
import ToolConsole

/// `longshore propose`: finds changes worth making, and proposes them.
struct ProposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Finds image updates or missing health checks, and opens a proposal for each stack.",
    discussion: """
      Fetches first. What policy denies is not pushed; what was proposed before is found again.

      Examples:
        longshore propose updates
        longshore propose health --format json
      """
  )

  /// What to look for.
  enum Goal: String, CaseIterable, ExpressibleByArgument {
    case updates
    case health
  }

  @Argument(help: "updates or health.") var goal: Goal
  @OptionGroup var options: CloneOptions
  @Option(help: "text or json.") var format = AnswerFormat.text

  func run() async throws {
    let console = Console()
    let (clone, server) = try options.open()
    console.progress("fetching \(clone.address)")
    try await clone.fetch(from: server)
    let branch = try clone.deploymentBranch()
    let catalogue = try catalogue(of: branch, console)
    let model = RulesModel(UpdateFinder(catalogue))
    let proposer = Proposer(to: branch, in: clone.repository, through: try clone.forge(on: server))
    let run = try await proposer.run(at: .now) { stacks, tree in
      switch goal {
      case .updates: try model.proposeUpdates(for: stacks, in: tree)
      case .health: try model.proposeHealthchecks(for: stacks, in: tree)
      }
    }
    switch format {
    case .json: try console.json(run)
    case .text: console.write(run.page)
    }
    if run.outcomes.contains(where: { $0.kind == .refused }) { throw ExitStatus.findings }
  }

  private func catalogue(of branch: DeploymentBranch, _ console: Console) throws -> ImageCatalogue {
    let configuration = try branch.configuration()
    let tree = try branch.tree()
    guard let directory = configuration.value?.catalogue else {
      let file = HomelabConfiguration.file
      if goal == .updates { console.complain("\(file) names no `catalogue`, so no update is known", as: .warning) }
      return ImageCatalogue()
    }
    let loaded = try ImageCatalogue.load(from: tree, in: directory)
    console.complain(loaded.diagnostics, sources: [:])
    return loaded.value ?? ImageCatalogue()
  }
}
