import ComposeModel
import GitKit
import OrderedCollections
import SourceDiagnostics

/// A walk over a tree that loads what it finds.
struct StackTreeLoading {
  private(set) var stacks: OrderedDictionary<RepositoryPath, Loaded<ComposeProject>> = [:]
  private(set) var loose: OrderedDictionary<RepositoryPath, Loaded<ComposeProject>> = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var loadedCount = 0
  private(set) var memory: StackTree.Memory

  private let tree: any FileTree
  private let previous: StackTree?
  private let limits: StackTree.Limits
  private let loader: ComposeLoader
  private var index: ContentIndex
  private var entryCount = 0

  init(
    _ tree: any FileTree,
    _ environment: [String: String],
    reusing previous: StackTree?,
    _ limits: StackTree.Limits
  ) {
    self.tree = tree
    self.previous = previous?.memory.environment == environment ? previous : nil
    self.limits = limits
    loader = ComposeLoader(environment: environment)
    index = ContentIndex(tree)
    memory = StackTree.Memory(environment: environment)
  }

  mutating func load(under directory: RepositoryPath) throws {
    var candidates: [(path: RepositoryPath, contentID: String?)] = []
    try walk(directory, depth: 0, into: &candidates)
    let used = Set(stacks.values.compactMap(\.value?.files).joined())
    for candidate in candidates where !used.contains(candidate.path.string) {
      guard try holdsServices(candidate.path, candidate.contentID) else { continue }
      loose[candidate.path] = try load(StackFiles(file: candidate.path), named: candidate.path)
    }
    dropWhatOthersUse()
  }

  /// Loads the stacks in and below `directory`, and collects the YAML files that may be Compose files.
  private mutating func walk(
    _ directory: RepositoryPath,
    depth: Int,
    into candidates: inout [(path: RepositoryPath, contentID: String?)]
  ) throws {
    guard depth <= limits.depth else {
      diagnostics.append(.tooDeep(directory, limit: limits.depth))
      return
    }
    let entries = try index.entries(in: directory)
    entryCount += entries.count
    guard entryCount <= limits.entries else {
      let isFirst = entryCount - entries.count <= limits.entries
      if isFirst { diagnostics.append(.tooManyFiles(directory, limit: limits.entries)) }
      return
    }
    let files = entries.filter { ($0.kind == .file || $0.kind == .executable) && $0.isYAML }
    let stack = files.isEmpty ? nil : try StackFiles.find(in: directory, of: tree)
    if let stack { stacks[directory] = try load(stack, named: directory) }
    for entry in entries {
      guard let path = try? directory.appending(entry.name) else {
        if entry.name != ".git" { diagnostics.append(.unusablePath(entry.name, in: directory)) }
        continue
      }
      if entry.kind == .directory, !entry.name.hasPrefix(".") {
        try walk(path, depth: depth + 1, into: &candidates)
      } else if files.contains(entry), stack?.files.contains(path) != true, !entry.name.hasPrefix(".") {
        candidates.append((path, entry.contentID))
      }
    }
  }

  private mutating func load(_ files: StackFiles, named path: RepositoryPath) throws -> Loaded<ComposeProject> {
    memory.files[path] = files
    if let previous, let known = previous.result(of: path), let reads = previous.memory.reads[path],
      previous.memory.files[path] == files, try reads.holds(in: &index)
    {
      memory.reads[path] = reads
      return known
    }
    let recording = RecordingTree(tree)
    loadedCount += 1
    do {
      let loaded = try loader.load(files, from: recording)
      memory.reads[path] = try ReadSet(recording.reads, in: &index)
      return loaded
    } catch let error as GitOpsError {
      return Loaded(nil, [.unreadableFile(error, of: path)])
    }
  }

  /// Whether the YAML file at `path` is a Compose file, as far as its top level tells.
  private mutating func holdsServices(_ path: RepositoryPath, _ contentID: String?) throws -> Bool {
    if let contentID, previous?.memory.unrelated.contains(contentID) == true {
      memory.unrelated.insert(contentID)
      return false
    }
    if previous?.result(of: path) != nil, try previous?.memory.reads[path]?.holds(in: &index) == true { return true }
    let bytes: [UInt8]
    do {
      guard let read = try tree.read(path) else { return false }
      bytes = read
    } catch let error as GitOpsError {
      diagnostics.append(.unreadableFile(error, of: path))
      return false
    }
    let holds = ComposeShape.isLikely(bytes, file: path.string)
    if !holds, let contentID { memory.unrelated.insert(contentID) }
    return holds
  }

  /// A file that another loose file includes or extends isn't checked by itself.
  private mutating func dropWhatOthersUse() {
    let uses = loose.mapValues { Set($0.value?.files ?? []) }
    for (path, files) in uses {
      let isUsed = uses.contains { other, used in
        other != path && used.contains(path.string) && !files.contains(other.string)
      }
      if isUsed { memory.used[path] = loose.removeValue(forKey: path) }
    }
  }
}

extension StackTree {
  /// What was loaded for a stack or a loose file, shown or not.
  fileprivate func result(of path: RepositoryPath) -> Loaded<ComposeProject>? {
    stacks[path] ?? loose[path] ?? memory.used[path]
  }
}

extension FileTreeEntry {
  fileprivate var isYAML: Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
}
