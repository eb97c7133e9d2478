import ComposeModel
import SourceDiagnostics

extension Diagnostic {
  static func tooManyFiles(_ directory: RepositoryPath, limit: Int) -> Diagnostic {
    Diagnostic(
      .warning,
      .tooManyFiles,
      "from `\(directory.shown)` on, nothing is looked at: there are more than \(limit) files",
      help: "name a smaller directory"
    )
  }

  static func tooDeep(_ directory: RepositoryPath, limit: Int) -> Diagnostic {
    Diagnostic(
      .warning,
      .tooDeep,
      "`\(directory.shown)` is not looked at: it is more than \(limit) directories deep",
      help: "move its stacks up"
    )
  }

  static func unusablePath(_ name: String, in directory: RepositoryPath) -> Diagnostic {
    Diagnostic(
      .warning,
      .unusablePath,
      "`\(GitOpsError.excerpt(name))` in `\(directory.shown)` is not looked at: no path can hold that name",
      help: "rename it"
    )
  }

  static func unreadableFile(_ error: GitOpsError, of path: RepositoryPath) -> Diagnostic {
    Diagnostic(
      .error,
      .unreadableFile,
      "\(error)",
      labels: [.init(path.string, 0..<0)],
      help: error.help ?? "put a regular file there"
    )
  }
}

extension RepositoryPath {
  /// The path as a message shows it.
  var shown: String { self == .root ? "." : GitOpsError.excerpt(string) }
}
