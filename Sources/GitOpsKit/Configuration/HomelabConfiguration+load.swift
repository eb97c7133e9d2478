public import ComposeModel
public import SourceDiagnostics

extension HomelabConfiguration {
  /// Reads `.longshore/config.yaml` of `tree`; without that file everything is as it is by default.
  ///
  /// What can't be understood is a diagnostic, and has its default.
  public static func load(from tree: some FileTree) throws -> Loaded<HomelabConfiguration> {
    guard let bytes = try tree.read(RepositoryPath(file)) else { return Loaded(HomelabConfiguration()) }
    return load(bytes, file: file)
  }

  /// Reads the text of a configuration.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - file: The name that diagnostics use.
  /// - Returns: What was understood, and what wasn't.
  public static func load(_ bytes: [UInt8], file: String) -> Loaded<HomelabConfiguration> {
    let document = ComposeDocument.parse(bytes, file: file)
    var reader = ConfigurationReader(file: file)
    reader.diagnostics = document.diagnostics
    if let root = document.value?.root { reader.read(root) }
    return Loaded(reader.configuration, reader.diagnostics)
  }
}
