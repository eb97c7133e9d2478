import ArgumentParser
import ComposeModel
import FoundationEssentials
import GitOpsKit
import SourceDiagnostics
import ToolConsole

/// Which project is meant, in the words of `docker compose`.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .long],
    help: "A Compose file, over those before it; `-` is standard input. Otherwise COMPOSE_FILE, otherwise the nearest."
  )
  var file: [String] = []

  @Option(help: "A profile to switch on; `*` is all.")
  var profile: [String] = []

  @Option(help: "A file of variables instead of `.env`.")
  var envFile: [String] = []

  @Option(help: "The directory that relative paths start from; otherwise that of the first file.")
  var projectDirectory: String?

  @Option(name: [.customShort("p"), .long], help: "The project's name.")
  var projectName: String?

  /// The project's files, and how it is loaded before a command says otherwise.
  func locate() throws -> LocatedProject {
    try LocatedProject(self, environment: Settings.processEnvironment)
  }
}

/// A project of the file system, found as `docker compose` finds it.
struct LocatedProject {
  let stack: StackFiles
  let tree: HostTree
  /// The process's variables, with the name that was given.
  let environment: [String: String]
  let options: ComposeLoader.Options

  init(_ wanted: ProjectOptions, environment: [String: String]) throws {
    let here = FileManager.default.currentDirectoryPath
    var environment = environment
    if let name = wanted.projectName { environment["COMPOSE_PROJECT_NAME"] = name }
    if environment["PWD"] == nil { environment["PWD"] = here }
    let input = "\(here)/-"
    let tree = try HostTree(input: wanted.file.contains("-") ? [Self.place(input): StandardInput.read()] : [:])
    let absolute: (String) throws -> String = { path in
      "/" + (try Self.place(path.hasPrefix("/") ? path : "\(here)/\(path)").string)
    }
    let named = try wanted.file.map { $0 == "-" ? input : try absolute($0) }
    let namedEnvironment = try wanted.envFile.map(absolute)
    let directory = try wanted.projectDirectory.map(absolute)
    let first = directory ?? named.first { $0 != input }.map(Self.directory) ?? here
    let firstEnvironment = try Self.environmentFiles(namedEnvironment, environment, in: [first], absolute)
    let variables = try Self.variables(of: firstEnvironment, environment, tree)
    let files = try named.isEmpty ? Self.files(variables, near: first, tree, absolute) : named
    let home = directory ?? files.first { $0 != input }.map(Self.directory) ?? here
    let folders = home == first ? [first] : [home, first]

    stack = StackFiles(directory: try Self.place(home), files: try files.map(Self.place))
    self.tree = tree
    self.environment = environment
    options = ComposeLoader.Options(
      profiles: Set(wanted.profile),
      environmentFiles: try Self.environmentFiles(namedEnvironment, environment, in: folders, absolute),
      paths: .absolute(root: "", home: environment["HOME"])
    )
  }

  /// The files of variables that are named, or the `.env` of `folders` where there is one.
  private static func environmentFiles(
    _ named: [String],
    _ environment: [String: String],
    in folders: [String],
    _ absolute: (String) throws -> String
  ) throws -> [String] {
    if !named.isEmpty { return named }
    if let list = environment["COMPOSE_ENV_FILES"], !list.isEmpty {
      return try list.split(separator: ",").map { try absolute(String($0)) }
    }
    let isOff = ["1", "t", "T", "true", "TRUE", "True"].contains(environment["COMPOSE_DISABLE_ENV_FILE"] ?? "")
    return isOff ? [] : folders.map { "\($0)/.env" }.filter { FileManager.default.fileExists(atPath: $0) }
  }

  /// What the files of variables and the process say, before it is known which project is meant.
  private static func variables(
    of files: [String],
    _ environment: [String: String],
    _ tree: HostTree
  ) throws -> [String: String] {
    try files.reduce(into: environment) { variables, file in
      guard let bytes = try tree.read(place(file)) else { return }
      let known = variables
      let parsed = DotenvFile.parse(bytes, file: file) { known[$0] }
      variables.merge(parsed.value?.variables() ?? [:]) { old, _ in old }
    }
  }

  /// The files that COMPOSE_FILE names, or those of the nearest directory that has any.
  private static func files(
    _ variables: [String: String],
    near directory: String,
    _ tree: HostTree,
    _ absolute: (String) throws -> String
  ) throws -> [String] {
    if let list = variables["COMPOSE_FILE"], !list.isEmpty {
      let separator = variables["COMPOSE_PATH_SEPARATOR"].flatMap(\.first) ?? ":"
      return try list.split(separator: separator).map { try absolute(String($0)) }
    }
    var place = try place(directory)
    while true {
      if let found = try StackFiles.find(in: place, of: tree) { return found.files.map { "/\($0.string)" } }
      guard place != .root else {
        throw GitOpsError(
          code: .notFound,
          operation: "find a Compose file",
          reason: "there is none in \(directory) or above it",
          help: "name one with --file"
        )
      }
      place = place.parent
    }
  }

  private static func directory(of path: String) -> String { URL(filePath: path).deletingLastPathComponent().path }

  private static func place(_ path: String) throws -> RepositoryPath {
    try RepositoryPath.root.joining(relative: String(path.drop { $0 == "/" }))
  }
}

/// The whole file system, with standard input as a file.
struct HostTree: FileTree {
  private let files: DirectoryTree
  private let input: [RepositoryPath: [UInt8]]

  /// The file system; what stands in `input` is over it.
  init(input: [RepositoryPath: [UInt8]]) throws {
    files = try DirectoryTree("/")
    self.input = input
  }

  func read(_ path: RepositoryPath) throws -> [UInt8]? { try input[path] ?? files.read(path) }

  func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] { try files.entries(in: directory) }
}
