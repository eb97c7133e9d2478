import SourceDiagnostics

/// The variables of a project's `.env` file, or of the files named instead.
enum ProjectEnvironment {
  /// A file and the place that names it.
  typealias NamedFile = (name: String, label: Diagnostic.Label)

  /// Reads the `.env` of `directory`, or `files` when they are named.
  static func read(
    _ files: [NamedFile]? = nil,
    in directory: RepositoryPath,
    lookup: @escaping (String) -> String?,
    _ context: inout LoadingContext
  ) throws -> [String: String] {
    var variables: [String: String] = [:]
    for (name, label) in files ?? [(".env", .init(directory.string, 0..<0))] where name != "/dev/null" {
      guard let place = context.options.paths.placeInTree(of: name),
        let (path, bytes) = try context.read(
          place.path,
          from: place.isFromRoot ? .root : directory,
          as: "the environment file",
          label: label,
          isRequired: files != nil
        )
      else { continue }
      let known = variables
      let parsed = DotenvFile.parse(bytes, file: path.string) { lookup($0) ?? known[$0] }
      context.diagnostics += parsed.diagnostics
      variables.merge(parsed.value?.variables(inherited: lookup) ?? [:]) { $1 }
    }
    return variables
  }
}
