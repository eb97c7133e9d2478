public import SourceDiagnostics

/// One YAML file, lossless: its bytes as they are, and a tree of places in them.
public struct ComposeDocument: Sendable {
  let storage: DocumentStorage

  /// What is wrong with its keys: those that a mapping has twice, and values of `<<` that can't be merged.
  let keyProblems: [Diagnostic]

  /// The name that diagnostics use for it.
  public var file: String { storage.file }

  /// The file as it is.
  public var bytes: [UInt8] { storage.bytes }

  /// The root of each YAML document in the file.
  public var roots: [YAMLNode] { storage.tape.roots.map { YAMLNode(storage: storage, index: $0) } }

  /// The root of the first YAML document; nil in a file without any.
  public var root: YAMLNode? { storage.tape.roots.first.map { YAMLNode(storage: storage, index: $0) } }

  /// Where the comments stand, in order, each from its `#` to the end of its line.
  public var comments: [Range<Int>] { storage.comments.ranges }

  /// The line and column of the byte at `offset`, as editors and compilers count.
  ///
  /// - Complexity: O(log *n*) in the number of lines and O(*m*) in the length of the line, and once O(*n*) in the number
  ///   of bytes.
  public func position(of offset: Int) -> SourcePosition { storage.lines.position(of: offset, in: bytes) }

  /// The node at `path` below the first root, through aliases and merge keys.
  public func node(at path: YAMLPath) -> YAMLNode? {
    path.components.reduce(root) { node, component in
      switch component {
      case .key(let key): return node?[key]
      case .index(let index):
        guard let items = node?.items, items.indices.contains(index) else { return nil }
        return items[index]
      }
    }
  }
}

extension ComposeDocument: Equatable {
  /// Whether both have the same name and the same bytes.
  public static func == (a: Self, b: Self) -> Bool { a.file == b.file && a.bytes == b.bytes }
}
