/// Files held in memory, alone or laid over another tree.
public struct MemoryTree: FileTree {
  private var changes: [RepositoryPath: [UInt8]?]
  private let base: (any FileTree)?

  /// A tree of `files`; paths that aren't inside a repository are left out.
  public init(_ files: [String: String]) {
    base = nil
    changes = [:]
    for (name, text) in files {
      if let path = try? RepositoryPath(name) { changes[path] = Array(text.utf8) }
    }
  }

  /// The tree `base` with some files changed; nil takes one away.
  public init(overlaying base: any FileTree, changes: [RepositoryPath: [UInt8]?]) {
    self.base = base
    self.changes = changes
  }

  /// The bytes of the file at `path`, changed or as the base has them.
  public func read(_ path: RepositoryPath) throws -> [UInt8]? {
    if let change = changes[path] { return change }
    return try base?.read(path)
  }

  /// What `directory` holds, by name.
  public func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    var entries: [String: FileTreeEntry] = [:]
    for entry in try base?.entries(in: directory) ?? [] { entries[entry.name] = entry }
    let depth = directory.components.count
    for (path, bytes) in changes where path != directory && path.isInside(directory) {
      let name = path.components[depth]
      let isDirect = path.components.count == depth + 1
      if bytes == nil {
        if isDirect { entries[name] = nil }
      } else if !isDirect {
        entries[name] = FileTreeEntry(name: name, kind: .directory)
      } else {
        let kind = entries[name].map(\.kind) ?? .file
        entries[name] = FileTreeEntry(name: name, kind: kind == .executable ? .executable : .file)
      }
    }
    return entries.values.sorted { $0.name < $1.name }
  }
}
