public import ComposeModel
public import GitKit

/// The files of a commit, read from the object database.
public struct CommitTree: FileTree {
  /// The commit, or a tree.
  public let id: ObjectID
  private let repository: SharedRepository
  private let limit: Int

  /// The most symbolic links that are followed for one file.
  private static let mostLinks = 8

  /// The files of `commit`.
  ///
  /// - Parameters:
  ///   - commit: A commit or a tree.
  ///   - repository: Where it is.
  ///   - limit: The most bytes of a file that are read.
  public init(_ commit: ObjectID, in repository: SharedRepository, limit: Int = 4 << 20) {
    id = commit
    self.repository = repository
    self.limit = limit
  }

  /// The bytes of the file at `path`, through symbolic links that stay within the tree; nil when there is none.
  public func read(_ path: RepositoryPath) throws -> [UInt8]? {
    guard let (_, entry) = try find(path), entry.mode == .file || entry.mode == .executable else { return nil }
    let limit = limit
    do throws(GitError) {
      return try repository.read { (repository) throws(GitError) in try repository.blob(entry.id, limit: limit) }
    } catch {
      guard error.code == .tooLarge else { throw error }
      throw GitOpsError(code: .tooLarge, operation: "read \(path)", reason: error.reason, help: error.help)
    }
  }

  /// What is in the directory at `path`, sorted by name.
  public func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    guard let tree = try tree(at: directory) else { return [] }
    return try repository.read { (repository) throws(GitError) in try repository.entries(ofTree: tree) }
      .map { FileTreeEntry(name: $0.name, kind: FileTreeEntry.Kind($0.mode), contentID: $0.id.hex) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func tree(at directory: RepositoryPath) throws -> ObjectID? {
    if directory == .root { return id }
    guard let (_, entry) = try find(directory), entry.mode == .directory else { return nil }
    return entry.id
  }

  /// The entry at `path` and its path without symbolic links.
  private func find(_ path: RepositoryPath) throws -> (RepositoryPath, TreeEntry)? {
    var remaining = path.string.split(separator: "/").map(String.init)
    remaining.reverse()
    var place = RepositoryPath.root
    var directory = id
    var links = 0
    while let name = remaining.popLast() {
      guard let entry = try entry(named: name, in: directory) else { return nil }
      if entry.mode == .symlink {
        links += 1
        guard links <= Self.mostLinks else { throw badLink(path, "it goes through more than \(Self.mostLinks) links") }
        let target = try target(of: entry, from: place, to: path)
        remaining += target.string.split(separator: "/").map(String.init).reversed()
        (place, directory) = (.root, id)
      } else {
        place = try place.appending(name)
        if remaining.isEmpty { return (place, entry) }
        guard entry.mode == .directory else { return nil }
        directory = entry.id
      }
    }
    return nil
  }

  private func target(of link: TreeEntry, from place: RepositoryPath, to path: RepositoryPath) throws -> RepositoryPath
  {
    let bytes = try repository.read { (repository) throws(GitError) in try repository.blob(link.id, limit: 4_096) }
    guard let text = String(validating: bytes, as: UTF8.self), let target = try? place.joining(relative: text) else {
      throw badLink(path, "a link on the way leads out of the repository")
    }
    return target
  }

  private func entry(named name: String, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    try repository.read { (repository) throws(GitError) in try repository.entry(at: name, inTree: tree) }
  }

  private func badLink(_ path: RepositoryPath, _ reason: String) -> GitOpsError {
    GitOpsError(code: .badLink, operation: "read \(path)", reason: reason, help: "put a file in the place of the link")
  }
}

extension FileTreeEntry.Kind {
  /// What Git's mode says.
  public init(_ mode: FileMode) {
    self =
      switch mode {
      case .file: .file
      case .executable: .executable
      case .symlink: .symlink
      case .directory: .directory
      case .submodule: .submodule
      }
  }
}
