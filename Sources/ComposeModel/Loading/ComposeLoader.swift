public import SourceDiagnostics

/// Loads stacks as Docker Compose does, and says everything that is wrong with them.
///
/// The passes stand in files of their own, `Pass01Reading` to `Pass18Binding`, in the order they run.
public struct ComposeLoader: Sendable {
  /// How to load.
  public struct Options: Sendable, Hashable {
    /// What is done with variables.
    public enum InterpolationMode: Sendable, Hashable {
      /// They are resolved.
      case resolve
      /// They stay as they are written, and so do the values that their attributes would make of them.
      case literal
    }

    /// How paths of the host are written in a project.
    public enum PathForm: Sendable, Hashable {
      /// As they are seen from the stack's directory, `./data`.
      case relative
      /// From the file system's root, as Docker Compose writes them.
      ///
      /// - Parameters:
      ///   - root: Where the root of the tree lies, without a `/` at its end.
      ///   - home: What `~` stands for; nil keeps it.
      case absolute(root: String, home: String?)
    }

    /// The profiles that are switched on; `*` is all, and where none is named those of `COMPOSE_PROFILES` are.
    public var profiles: Set<String>
    /// What is done with variables.
    public var interpolation: InterpolationMode
    /// The files that are read instead of `.env`, each over those before it; nil is `.env`.
    public var environmentFiles: [String]?
    /// How paths of the host are written.
    public var paths: PathForm
    /// Whether what Docker Compose adds by itself is written out: the default network, the names of resources, the
    /// dependencies that links and shared namespaces imply.
    public var normalizes: Bool
    /// Whether it is an error when parts of the project don't fit together.
    public var checksConsistency: Bool
    /// Whether the variables of `env_file` join those of their services.
    public var readsEnvironmentFiles: Bool

    /// Chooses how to load; what isn't said is done as `docker compose` does it, but for paths, which stay relative.
    public init(
      profiles: Set<String> = [],
      interpolation: InterpolationMode = .resolve,
      environmentFiles: [String]? = nil,
      paths: PathForm = .relative,
      normalizes: Bool = true,
      checksConsistency: Bool = true,
      readsEnvironmentFiles: Bool = true
    ) {
      self.profiles = profiles
      self.interpolation = interpolation
      self.environmentFiles = environmentFiles
      self.paths = paths
      self.normalizes = normalizes
      self.checksConsistency = checksConsistency
      self.readsEnvironmentFiles = readsEnvironmentFiles
    }
  }

  let environment: [String: String]
  let options: Options

  /// A loader that knows `environment`, whose variables win over those of `.env` files.
  public init(environment: [String: String] = [:], options: Options = .init()) {
    self.environment = environment
    self.options = options
  }

  /// Loads a stack.
  ///
  /// - Returns: The project, nil when nothing could be understood, and what is wrong with its files. A project beside
  ///   errors is what could be understood of it.
  /// - Throws: What `tree` throws.
  public func load(_ stack: StackFiles, from tree: some FileTree) throws -> Loaded<ComposeProject> {
    var context = LoadingContext(tree: tree, environment: environment, options: options)
    let (name, variables) = try surroundings(of: stack, &context)
    let lookup: (String) -> String? = { variables[$0] }
    let assembly = ModelAssembly(directory: stack.directory, lookup: lookup)
    guard var model = try assembly.run(stack.files, &context) else {
      if !context.diagnostics.containsError { emptyFile(stack, &context) }
      return Loaded(nil, context.diagnostics)
    }
    try complete(&model, of: stack, named: name, lookup, &context)
    let binding = BindingPass(name: name, files: context.files, activeProfiles: context.options.profiles)
    return Loaded(binding.run(model), context.diagnostics)
  }

  /// The variables that a stack's files are resolved with: those the loader knows, those of `.env`, and
  /// `COMPOSE_PROJECT_NAME`.
  ///
  /// - Returns: The values by name, and what is wrong with the files they come from.
  /// - Throws: What `tree` throws.
  public func environment(of stack: StackFiles, from tree: some FileTree) throws -> Loaded<[String: String]> {
    var context = LoadingContext(tree: tree, environment: environment, options: options)
    return Loaded(try surroundings(of: stack, &context).variables, context.diagnostics)
  }

  /// The project's name and variables; the profiles they switch on are switched on.
  private func surroundings(
    of stack: StackFiles,
    _ context: inout LoadingContext
  ) throws -> (name: String, variables: [String: String]) {
    let environment = environment
    let files = options.environmentFiles?.map { ($0, Diagnostic.Label($0, 0..<0)) }
    let dotenv = try ProjectEnvironment.read(files, in: stack.directory, lookup: { environment[$0] }, &context)
    var variables = dotenv.merging(environment) { $1 }
    if variables["PWD"] == nil { variables["PWD"] = options.paths.workingDirectory(of: stack.directory) }
    if options.profiles.isEmpty, let profiles = variables["COMPOSE_PROFILES"] {
      context.options.profiles = Set(profiles.split { $0 == "," || $0 == " " }.map(String.init))
    }
    let known = variables
    let name = try ProjectName(stack: stack, lookup: { known[$0] }).resolve(&context)
    variables["COMPOSE_PROJECT_NAME"] = name
    return (name, variables)
  }

  /// Passes 9 to 17; what isn't resolved is neither cast nor checked.
  private func complete(
    _ model: inout SourcedValue,
    of stack: StackFiles,
    named name: String,
    _ lookup: @escaping (String) -> String?,
    _ context: inout LoadingContext
  ) throws {
    DefaultsPass().run(&model)
    ExclusionsPass().run(model, &context)
    InheritancePass(lookup: lookup).run(&model)
    if options.normalizes { NormalizationPass(name: name, lookup: lookup).run(&model) }
    if options.interpolation == .resolve {
      TypingPass().run(&model, &context)
      if options.checksConsistency { ConsistencyPass(profiles: context.options.profiles).run(&model, &context) }
      try EnvironmentFilesPass(directory: stack.directory, lookup: lookup).run(&model, &context)
    }
    PathsPass(directory: stack.directory, form: options.paths).run(&model)
    if options.interpolation == .resolve { OmissionPass().run(&model) }
  }

  private func emptyFile(_ stack: StackFiles, _ context: inout LoadingContext) {
    let file = stack.files.first?.string ?? ""
    context.error(
      .emptyProject,
      "the file holds nothing",
      [.init(file, 0..<0)],
      help: "add `services:`, or take the file away"
    )
  }
}
