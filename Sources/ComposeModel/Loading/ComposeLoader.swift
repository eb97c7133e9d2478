public import SourceDiagnostics

/// Loads stacks as Docker Compose does, and says everything that is wrong with them.
///
/// The passes stand in files of their own, in the order they run: reading, interpolation, extends (and include), merging,
/// validation, canonical forms, consistency, binding.
public struct ComposeLoader: Sendable {
  /// How to load.
  public struct Options: Sendable, Hashable {
    /// What is done with variables.
    public enum InterpolationMode: Sendable, Hashable {
      /// They are resolved.
      case resolve
      /// They stay as they are written.
      case literal
    }

    /// The profiles that are switched on; `*` is all.
    public var profiles: Set<String>
    /// What is done with variables.
    public var interpolation: InterpolationMode

    /// Chooses how to load.
    public init(profiles: Set<String> = [], interpolation: InterpolationMode = .resolve) {
      self.profiles = profiles
      self.interpolation = interpolation
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
    let environment = environment
    let dotenv = try ProjectEnvironment.read(in: stack.directory, lookup: { environment[$0] }, &context)
    // Docker Compose sets PWD to the directory it runs in, from which relative paths start as well.
    let outside: (String) -> String? = { environment[$0] ?? dotenv[$0] ?? ($0 == "PWD" ? "." : nil) }
    let name = try ProjectName(stack: stack, lookup: outside).resolve(&context)
    let lookup: (String) -> String? = { outside($0) ?? ($0 == "COMPOSE_PROJECT_NAME" ? name : nil) }
    let assembly = ModelAssembly(directory: stack.directory, lookup: lookup)
    guard let model = try assembly.run(stack.files, &context) else {
      if !context.diagnostics.containsError { emptyFile(stack, &context) }
      return Loaded(nil, context.diagnostics)
    }
    ValidationPass().run(model, &context)
    let canonical = try CanonicalPass(directory: stack.directory, lookup: lookup).run(model, &context)
    ConsistencyPass(profiles: options.profiles).run(canonical, &context)
    return Loaded(BindingPass(name: name, files: context.files).run(canonical), context.diagnostics)
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
