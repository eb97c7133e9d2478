/// Pass 16: relative paths become absolute, where that is asked for.
struct PathsPass {
  let directory: RepositoryPath
  let form: ComposeLoader.Options.PathForm

  func run(_ project: inout SourcedValue) {
    guard case .absolute(_, let home) = form else { return }
    HostPaths.absolute(directory: form.workingDirectory(of: directory), home: home).rewrite(&project)
  }
}

extension ComposeLoader.Options.PathForm {
  /// The directory that relative paths start from, as Docker Compose's `PWD` says it.
  func workingDirectory(of directory: RepositoryPath) -> String {
    switch self {
    case .relative: "."
    case .absolute(let root, _): directory == .root ? root : "\(root)/\(directory.string)"
    }
  }

  /// The place of a file in the tree, seen from its root or from the stack's directory; nil for a file elsewhere on the
  /// host.
  func placeInTree(of path: String) -> (path: String, isFromRoot: Bool)? {
    guard path.hasPrefix("/") || path.hasPrefix("~") else { return (path, false) }
    guard case .absolute(let root, let home) = self else { return nil }
    let full = path.hasPrefix("~") ? home.map { "\($0)/\(path.dropFirst())" } : path
    guard let cleaned = full.map(Mount.cleaned), cleaned.hasPrefix("\(root)/") else { return nil }
    return (String(cleaned.dropFirst(root.utf8.count + 1)), true)
  }
}
