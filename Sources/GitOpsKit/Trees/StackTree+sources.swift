import ComposeModel
public import SourceDiagnostics

extension StackTree {
  /// The sources that `diagnostics` point into, with the places of secrets, for drawing.
  ///
  /// A file that isn't in this tree, or can't be read any more, is left out.
  public func sources(for diagnostics: some Sequence<Diagnostic>) -> [String: SourceText] {
    var sources: [String: SourceText] = [:]
    for file in Set(diagnostics.flatMap(\.labels).map(\.file)) {
      if let source = source(of: file) { sources[file] = source }
    }
    return sources
  }

  func source(of file: String) -> SourceText? {
    guard let path = try? RepositoryPath(file), let bytes = try? tree.read(path) else { return nil }
    return SourceText(bytes, redactions: CredentialShape.redactions(in: bytes, file: file))
  }
}
