import ComposeModel
import FoundationEssentials
import GitKit
import GitOpsKit

/// The deployment branch's files on this host.
///
/// There is one folder, laid out as the repository is, so that every relative path means what it means in a clone, and
/// stacks that share a folder share it here too. A stack's files are written from the commit it is to run, just before
/// it's applied; another stack's directory isn't touched. So each stack can stand at its own commit.
///
/// - Every file is replaced in one step, and only when it differs.
/// - What was tracked and no longer is goes. What never was tracked, such as a service's data beside its Compose file,
///   stays, and stands in the way rather than being removed.
/// - No symbolic link on the way to a file is followed; a tracked one that leads out of the tree is refused.
struct StackCheckout: Sendable {
  /// The folder.
  let root: String
  private let lists: String

  /// The most bytes of a file that are written.
  private static let largestFile = 64 << 20

  /// The folder `tree` of the state directory, with lists beside it of what was written there.
  init(in state: String) {
    root = "\(state)/tree"
    lists = "\(state)/written"
  }

  /// Where `path` lies on this host.
  func place(of path: RepositoryPath) -> String { path == .root ? root : "\(root)/\(path)" }

  /// Makes the tree hold `files`, and no other that was written under the same name.
  ///
  /// - Parameters:
  ///   - files: What to write.
  ///   - name: For whom: a stack, or nil for what lies there for all.
  ///   - repository: Where the blobs are.
  ///   - isOurs: Whether a path that was written under this name isn't somebody else's by now.
  /// - Returns: The paths at which something changed.
  /// - Throws: ``DeployError`` with ``DeployError/Code/unusablePath`` when something stands in the way, and with
  ///   ``DeployError/Code/fileSystem``.
  func write(
    _ files: [RepositoryPath: TreeEntry],
    for name: RepositoryPath?,
    from repository: SharedRepository,
    removingWhere isOurs: (RepositoryPath) -> Bool
  ) throws -> Set<RepositoryPath> {
    var changed: Set<RepositoryPath> = []
    let list = try list(of: name, in: repository)
    let known = try paths(in: list)
    let gone = known.filter { files[$0] == nil && isOurs($0) }
    // The list names a file before it's there and until it's gone, whenever we are interrupted.
    try write(known.union(files.keys), to: list, insteadOf: known)
    for path in gone.sorted(by: >) where try remove(path) { changed.insert(path) }
    for (path, entry) in files.sorted(by: { $0.key < $1.key }) {
      try makeDirectory(path.parent)
      if try write(entry, to: path, from: repository) { changed.insert(path) }
    }
    try write(Set(files.keys), to: list, insteadOf: known.union(files.keys))
    return changed
  }

  private func write(_ entry: TreeEntry, to path: RepositoryPath, from repository: SharedRepository) throws -> Bool {
    let bytes = try repository.read { (repository) throws(GitError) in
      try repository.blob(entry.id, limit: Self.largestFile)
    }
    if entry.mode == .symlink { return try link(bytes, at: path) }
    let place = place(of: path)
    let isExecutable = entry.mode == .executable
    let kind = try HostFile.kind(at: place)
    if kind == .directory { try removeEmptyDirectory(path) }
    if kind == .file, try HostFile.holds(bytes, at: place) {
      guard HostFile.isExecutable(place) != isExecutable else { return false }
      try HostFile.setPermissions(isExecutable ? 0o755 : 0o644, at: place)
      return true
    }
    try HostFile.replace(place, with: bytes, permissions: isExecutable ? 0o755 : 0o644)
    return true
  }

  private func link(_ target: [UInt8], at path: RepositoryPath) throws -> Bool {
    guard let target = String(validating: target, as: UTF8.self), (try? path.parent.joining(relative: target)) != nil,
      !Self.climbsAfterName(target)
    else {
      throw obstacle(
        path,
        "it's a symbolic link that leads out of the repository",
        "put a file in the place of the link"
      )
    }
    let place = place(of: path)
    switch try HostFile.kind(at: place) {
    case .link where HostFile.target(ofLink: place) == target: return false
    case .directory: try removeEmptyDirectory(path)
    case nil: break
    default: try HostFile.remove(place)
    }
    try HostFile.link(place, to: target)
    return true
  }

  /// Whether a link goes up after it went down, which by way of another link leads elsewhere than it reads.
  private static func climbsAfterName(_ target: String) -> Bool {
    target.split(separator: "/").drop { $0 == ".." || $0 == "." }.contains("..")
  }

  /// Makes the directories down to `path`, none of which may be a link.
  private func makeDirectory(_ path: RepositoryPath) throws {
    if path != .root { try makeDirectory(path.parent) }
    let place = place(of: path)
    switch try HostFile.kind(at: place) {
    case .directory: return
    case nil: try HostFile.makeDirectory(place)
    default: throw obstacle(path, "something else is where its directory belongs", "move \(place) away")
    }
  }

  private func removeEmptyDirectory(_ path: RepositoryPath) throws {
    let place = place(of: path)
    guard try HostFile.isEmptyDirectory(place) else {
      throw obstacle(path, "a directory with data is where the file belongs", "move \(place) away")
    }
    try HostFile.remove(place)
  }

  /// Removes what was tracked at `path`, if it's still a file there that can be reached without a link.
  private func remove(_ path: RepositoryPath) throws -> Bool {
    var directory = path
    while directory != .root {
      directory = directory.parent
      guard try HostFile.kind(at: place(of: directory)) == .directory else { return false }
    }
    let kind = try HostFile.kind(at: place(of: path))
    guard kind == .file || kind == .link else { return false }
    try HostFile.remove(place(of: path))
    return true
  }

  /// Where the list for `name` is: under the name Git would give a file that holds it, as any path is too long for one.
  private func list(of name: RepositoryPath?, in repository: SharedRepository) throws -> String {
    guard let name else { return "\(lists)/shared.json" }
    let id = try repository.read { (repository) throws(GitError) in try repository.writeBlob(Array(name.string.utf8)) }
    return "\(lists)/\(id).json"
  }

  private func paths(in list: String) throws -> Set<RepositoryPath> {
    guard let bytes = try HostFile.read(list) else { return [] }
    // A list that can't be read costs files that should have gone, nothing else.
    let names = (try? JSONDecoder().decode([String].self, from: Data(bytes))) ?? []
    return Set(names.compactMap { try? RepositoryPath($0) })
  }

  private func write(_ paths: Set<RepositoryPath>, to list: String, insteadOf known: Set<RepositoryPath>) throws {
    guard paths != known else { return }
    try HostFile.makeDirectory(lists, permissions: 0o700)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    try HostFile.replace(list, with: Array(encoder.encode(paths.map(\.string).sorted())), permissions: 0o600)
  }

  private func obstacle(_ path: RepositoryPath, _ reason: String, _ help: String) -> DeployError {
    DeployError(.unusablePath, "write \(path)", reason, help: help)
  }
}
