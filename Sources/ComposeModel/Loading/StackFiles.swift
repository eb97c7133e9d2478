/// The Compose files of a stack: the main file and what is laid over it.
public struct StackFiles: Sendable, Hashable {
  /// The directory that relative paths start from.
  public let directory: RepositoryPath
  /// The files, each over those before it.
  public let files: [RepositoryPath]

  /// The names of a main file, in the order they are looked for.
  public static let mainNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
  /// The names of an override file, in the order they are looked for.
  public static let overrideNames = [
    "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml",
  ]

  /// One file by itself.
  public init(file: RepositoryPath) {
    directory = file.parent
    files = [file]
  }

  /// `files` of a project in `directory`, each over those before it.
  public init(directory: RepositoryPath, files: [RepositoryPath]) {
    self.directory = directory
    self.files = files
  }

  /// The stack in `directory`, nil when it holds no Compose file.
  ///
  /// - Throws: What `tree` throws.
  public static func find(in directory: RepositoryPath, of tree: some FileTree) throws -> StackFiles? {
    let names = try Set(tree.entries(in: directory).filter { $0.kind == .file || $0.kind == .executable }.map(\.name))
    guard let main = mainNames.first(where: names.contains) else { return nil }
    let override = overrideNames.first(where: names.contains)
    let files = try [main, override].compactMap(\.self).map { try directory.appending($0) }
    return StackFiles(directory: directory, files: files)
  }
}
