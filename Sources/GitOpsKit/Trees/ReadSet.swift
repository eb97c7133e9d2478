import ComposeModel

/// All that a result depends on: what was read, and what stood there.
struct ReadSet: Sendable, Hashable {
  /// What stands at a path.
  enum Content: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// A file with this content id, or a directory with these names.
    case something(String)
    /// Something that has no name for its content, so that it may be another one tomorrow.
    case unknown
  }

  private let contents: [Question: Content]

  private enum Question: Hashable {
    case file(RepositoryPath)
    case directory(RepositoryPath)
  }

  /// Notes what stands at each path in `reads`.
  init(_ reads: RecordingTree.Reads, in index: inout ContentIndex) throws {
    var contents: [Question: Content] = [:]
    for path in reads.files { contents[.file(path)] = try index.content(ofFile: path) }
    for path in reads.directories { contents[.directory(path)] = try index.content(ofDirectory: path) }
    self.contents = contents
  }

  /// Whether the same stands there in `index`'s tree, as far as can be known.
  func holds(in index: inout ContentIndex) throws -> Bool {
    for (question, content) in contents {
      guard content != .unknown else { return false }
      let now =
        switch question {
        case .file(let path): try index.content(ofFile: path)
        case .directory(let path): try index.content(ofDirectory: path)
        }
      guard now == content else { return false }
    }
    return true
  }
}

/// The content ids of a tree's files, each directory listed once.
struct ContentIndex {
  private let tree: any FileTree
  private var listings: [RepositoryPath: [FileTreeEntry]] = [:]

  init(_ tree: any FileTree) { self.tree = tree }

  /// What is in `directory`.
  mutating func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    if let known = listings[directory] { return known }
    let entries = try tree.entries(in: directory)
    listings[directory] = entries
    return entries
  }

  /// What stands at `path`; unknown behind a symbolic link.
  mutating func content(ofFile path: RepositoryPath) throws -> ReadSet.Content {
    switch try entry(at: path) {
    case .unknown: return .unknown
    case .nothing: return .nothing
    case .found(let entry):
      guard entry.kind == .file || entry.kind == .executable else { return .nothing }
      return entry.contentID.map { .something($0) } ?? .unknown
    }
  }

  /// The names in the directory at `path`; unknown behind a symbolic link.
  mutating func content(ofDirectory path: RepositoryPath) throws -> ReadSet.Content {
    if path != .root {
      switch try entry(at: path) {
      case .unknown: return .unknown
      case .nothing: return .nothing
      case .found(let entry): if entry.kind != .directory { return .nothing }
      }
    }
    return .something(try entries(in: path).map { "\($0.kind) \($0.name)" }.joined(separator: "\n"))
  }

  private enum Finding {
    case nothing
    case unknown
    case found(FileTreeEntry)
  }

  private mutating func entry(at path: RepositoryPath) throws -> Finding {
    var place = RepositoryPath.root
    var found: FileTreeEntry?
    for name in path.string.split(separator: "/").map(String.init) {
      if let found, found.kind != .directory { return .nothing }
      guard let entry = try entries(in: place).first(where: { $0.name == name }) else { return .nothing }
      if entry.kind == .symlink { return .unknown }
      found = entry
      place = try place.appending(name)
    }
    return found.map(Finding.found) ?? .nothing
  }
}
