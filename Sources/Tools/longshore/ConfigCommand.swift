import ArgumentParser
import ComposeModel
import FoundationEssentials
import OrderedCollections
import SourceDiagnostics
import ToolConsole

/// `longshore config`: what `docker compose config` prints.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints a project as `docker compose config` does: merged, resolved, every short form written out.",
    discussion: """
      Examples:
        longshore config
        longshore config -f compose.yaml -f compose.prod.yaml --profile debug web
        longshore config --images
        longshore config --hash '*'      (what decides whether a container is recreated)

      Values of variables are printed, and secrets among them. Where docker compose prints what it can't read again, this
      prints what it can. `longshore explain services.web.image` says where a value came from.

      Exit status: 1 when there is an error in the project's files.
      """
  )

  /// What is printed instead of the whole project.
  enum Part: String, EnumerableFlag {
    case services
    case volumes
    case networks
    case models
    case images
    case profiles
    case variables
    case environment

    static func help(for part: Part) -> ArgumentHelp? {
      switch part {
      case .services: "Only the names of the services, those that others wait for first."
      case .volumes: "Only the keys of the volumes."
      case .networks: "Only the keys of the networks."
      case .models: "Only the language models."
      case .images: "Only the images."
      case .profiles: "Only the profiles."
      case .variables: "Only the variables that the files ask for."
      case .environment: "Only the variables that the files are resolved with."
      }
    }
  }

  /// How the project is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case yaml
    case json
  }

  /// Whose hashes are meant.
  enum Release: String, CaseIterable, ExpressibleByArgument {
    case two = "2"
    case five = "5"
  }

  @OptionGroup var project: ProjectOptions
  @Argument(help: "The services, with what they wait for; otherwise all that are switched on.")
  var services: [String] = []
  @Flag(exclusivity: .exclusive) var part: Part?
  @Option(help: "Only the hashes of these services, separated by commas; `*` is all.") var hash: String?
  @Option(help: "The version of docker compose whose hashes are meant: 2 or 5.") var release = Release.five
  @Option(help: "yaml or json.") var format = Format.yaml
  @Flag(name: [.customShort("q"), .long], help: "Prints nothing, only checks.") var quiet = false
  @Flag(help: "Leaves variables as they are written.") var noInterpolate = false
  @Flag(help: "Adds nothing of its own: no default network, no names.") var noNormalize = false
  @Flag(help: "Leaves paths as they are written.") var noPathResolution = false
  @Flag(help: "Doesn't check whether the parts fit together.") var noConsistency = false
  @Flag(help: "Doesn't read files of variables.") var noEnvResolution = false
  @Flag(help: "Keeps networks, volumes, secrets, configs and models that no service uses.") var allResources = false
  @Option(name: [.customShort("o"), .long], help: "A file to write to instead of standard output.") var output: String?

  func run() throws {
    let console = Console()
    let located = try project.locate()
    if part == .variables { return try printVariables(of: located, console) }
    if part == .environment { return try printEnvironment(of: located, console) }
    let loaded = try load(located, console)
    let text = try answer(loaded)
    if quiet { return }
    guard let output else { return console.write(text) }
    try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
  }

  private func load(_ located: LocatedProject, _ console: Console) throws -> ComposeProject {
    var options = located.options
    options.interpolation = noInterpolate ? .literal : .resolve
    options.normalizes = !noNormalize
    options.checksConsistency = !noConsistency
    // Other answers than the whole project don't need what the files hold.
    options.readsEnvironmentFiles = readsEnvironmentFiles
    if noPathResolution { options.paths = .relative }
    let loaded = try ComposeLoader(environment: located.environment, options: options)
      .load(located.stack, from: located.tree)
    located.complain(about: loaded.diagnostics, console)
    guard let project = loaded.value, !loaded.diagnostics.containsError else { throw ExitStatus.findings }
    return project
  }

  private var readsEnvironmentFiles: Bool { !noEnvResolution && part == nil && (hash == nil || release != .two) }

  private func answer(_ project: ComposeProject) throws -> String {
    if noInterpolate { return try lines(of: project) ?? literal(project) }
    let selected = services.isEmpty ? project.withoutDisabledServices() : try project.selecting(services)
    let shown = (allResources ? selected : selected.withoutUnusedResources())
      .withoutMergedFiles(keepingEnvironmentFiles: !readsEnvironmentFiles)
    if let hash { return try hashes(of: shown, named: hash) }
    if part == .profiles { return Self.text(Set(project.services.values.flatMap(\.profiles)).sorted()) }
    if let lines = try lines(of: shown) { return lines }
    return format == .yaml ? shown.yaml() : shown.json()
  }

  private func literal(_ project: ComposeProject) -> String {
    format == .yaml ? project.yaml(escapingDollars: false) : project.json(escapingDollars: false)
  }

  /// One name a line, where that is asked for.
  private func lines(of project: ComposeProject) throws -> String? {
    switch part {
    case .services: Self.text(try project.dependencyOrder().flatMap { $0.sorted() })
    case .volumes: Self.text(project.volumes.keys.sorted())
    case .networks: Self.text(project.networks.keys.sorted())
    case .models: Self.text(project.models.values.compactMap(\.model).sorted())
    case .images: Self.text(project.images)
    default: nil
    }
  }

  static func text(_ lines: [String]) -> String { lines.map { "\($0.neutralised)\n" }.joined() }
}
