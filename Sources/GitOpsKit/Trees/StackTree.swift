public import ComposeModel
public import OrderedCollections
public import SourceDiagnostics

/// All stacks of a directory or of a commit.
///
/// A directory with a Compose file is a stack. Another YAML file that holds services is a loose Compose file, which is
/// checked by itself unless a stack uses it. Directories whose names begin with a dot hold no stacks.
public struct StackTree: Sendable {
  /// The stacks by their directories.
  public let stacks: OrderedDictionary<RepositoryPath, Loaded<ComposeProject>>
  /// The Compose files that belong to no stack, by their own paths.
  public let loose: OrderedDictionary<RepositoryPath, Loaded<ComposeProject>>
  /// What is wrong with the tree itself, such as being too deep.
  public let diagnostics: [Diagnostic]
  /// How many stacks and loose files were read again, the rest being known from another tree.
  public let loadedCount: Int

  let tree: any FileTree
  let memory: Memory

  /// What makes it possible not to read a file again.
  struct Memory: Sendable {
    var environment: [String: String]
    var files: [RepositoryPath: StackFiles] = [:]
    var reads: [RepositoryPath: ReadSet] = [:]
    var unrelated: Set<String> = []
    /// Loose files that others use, which are loaded and not shown.
    var used: [RepositoryPath: Loaded<ComposeProject>] = [:]
  }

  init(_ loading: StackTreeLoading, of tree: any FileTree) {
    stacks = loading.stacks
    loose = loading.loose
    diagnostics = loading.diagnostics
    loadedCount = loading.loadedCount
    memory = loading.memory
    self.tree = tree
  }
}

extension StackTree {
  /// Loads every stack of `tree`.
  ///
  /// - Parameters:
  ///   - tree: Where the files are.
  ///   - directory: Where to look for stacks.
  ///   - environment: Variables beside those of the files.
  ///   - previous: A tree loaded before: what depends on the same bytes only is taken from it.
  ///   - limits: How much is looked at.
  /// - Returns: Every stack and loose file, with what is wrong in each.
  /// - Throws: What `tree` throws when it can't be read at all; a file that can't be read is a diagnostic.
  public static func load(
    from tree: some FileTree,
    under directory: RepositoryPath = .root,
    environment: [String: String] = [:],
    reusing previous: StackTree? = nil,
    limits: Limits = .standard
  ) throws -> StackTree {
    var loading = StackTreeLoading(tree, environment, reusing: previous, limits)
    try loading.load(under: directory)
    return StackTree(loading, of: tree)
  }

  /// How much of a tree is looked at.
  public struct Limits: Sendable, Hashable {
    /// The most files and directories.
    public var entries: Int
    /// The most directories above a file.
    public var depth: Int

    /// Sets limits.
    public init(entries: Int, depth: Int) {
      self.entries = entries
      self.depth = depth
    }

    /// 200,000 files, 32 directories deep.
    public static let standard = Limits(entries: 200_000, depth: 32)
  }

  /// The stacks and the loose files together.
  public var everything: OrderedDictionary<RepositoryPath, Loaded<ComposeProject>> {
    stacks.merging(loose) { stack, _ in stack }
  }

  /// Everything that is wrong, in the tree and in its files.
  public var allDiagnostics: [Diagnostic] {
    (diagnostics + stacks.values.flatMap(\.diagnostics) + loose.values.flatMap(\.diagnostics)).inReadingOrder
  }
}
