import ComposeModel
import GitKit
import GitOpsKit

/// The files that a commit tracks, and which of them concern a stack.
struct TrackedFiles: Sendable {
  /// Files and symbolic links by their paths.
  let entries: [RepositoryPath: TreeEntry]
  private let directories: Set<RepositoryPath>
  private let stacks: Set<RepositoryPath>
  /// The paths in each stack's directory; under nil those in none.
  private let paths: [RepositoryPath?: [RepositoryPath]]

  private static let mostFiles = 200_000
  private static let deepest = 32

  private struct Directory {
    var path: RepositoryPath
    var tree: ObjectID
    var owner: RepositoryPath?
    var depth: Int
  }

  /// Lists the files of `commit`, whose stacks are at `stacks`.
  ///
  /// Names that can't be part of a path, such as `..`, are left out; nothing could use them.
  init(of commit: ObjectID, stacks: some Sequence<RepositoryPath>, in repository: SharedRepository) throws {
    self.stacks = Set(stacks)
    var entries: [RepositoryPath: TreeEntry] = [:]
    var paths: [RepositoryPath?: [RepositoryPath]] = [:]
    var directories: Set<RepositoryPath> = []
    var remaining = [Directory(path: .root, tree: commit, owner: nil, depth: 0)]
    while let directory = remaining.popLast() {
      directories.insert(directory.path)
      let owner = self.stacks.contains(directory.path) ? directory.path : directory.owner
      let listed = try repository.read { (repository) throws(GitError) in
        try repository.entries(ofTree: directory.tree)
      }
      for entry in listed {
        guard let place = try? directory.path.appending(entry.name) else { continue }
        switch entry.mode {
        case .directory where directory.depth < Self.deepest:
          remaining.append(Directory(path: place, tree: entry.id, owner: owner, depth: directory.depth + 1))
        case .file, .executable, .symlink:
          entries[place] = entry
          paths[owner, default: []].append(place)
        default: continue
        }
      }
      guard entries.count <= Self.mostFiles else {
        let reason = "it holds more than \(Self.mostFiles) files"
        throw DeployError(.unusablePath, "read commit \(commit.short)", reason)
      }
    }
    self.entries = entries
    self.paths = paths
    self.directories = directories
  }

  /// The innermost stack whose directory holds `path`, if any does.
  ///
  /// - Complexity: O(*d*) in the depth of the path.
  func stack(holding path: RepositoryPath) -> RepositoryPath? {
    var directory = path
    while directory != .root {
      directory = directory.parent
      if stacks.contains(directory) { return directory }
    }
    return nil
  }

  /// What `stack` depends on: what is tracked in its directory, and what it uses outside.
  func inputs(of stack: RepositoryPath, using outside: Set<RepositoryPath>) -> [RepositoryPath: TreeEntry] {
    var found = (paths[stack] ?? []).reduce(into: [:]) { $0[$1] = entries[$1] }
    for path in outside {
      if let entry = entries[path] {
        found[path] = entry
      } else if directories.contains(path), (stacks.contains(path) ? path : self.stack(holding: path)) != stack {
        for (inside, entry) in entries where inside.isInside(path) { found[inside] = entry }
      }
    }
    return found
  }

  /// What is in no stack's directory.
  var shared: [RepositoryPath: TreeEntry] {
    (paths[nil] ?? []).reduce(into: [:]) { $0[$1] = entries[$1] }
  }
}
