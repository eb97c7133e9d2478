import SourceDiagnostics

/// The variables of a project's `.env` file, or of the files named instead.
enum ProjectEnvironment {
  /// Reads the `.env` of `directory`, or `files` when any are named.
  static func read(
    _ files: [SourcedValue] = [],
    in directory: RepositoryPath,
    lookup: @escaping (String) -> String?,
    _ context: inout LoadingContext
  ) throws -> [String: String] {
    var variables: [String: String] = [:]
    let names =
      files.isEmpty
      ? [(".env", Diagnostic.Label(directory.string, 0..<0))]
      : files.compactMap { file in
        file.text.map { ($0, file.label()) }
      }
    for (name, label) in names where name != "/dev/null" {
      guard
        let (path, bytes) = try context.read(
          name,
          from: directory,
          as: "the environment file",
          label: label,
          isRequired: !files.isEmpty
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
