/// How two versions of a YAML file differ, node by node.
public struct DocumentDiff: Sendable, Hashable {
  /// How much two files, or two nodes, differ.
  public enum Level: Int, Sendable, Hashable, Comparable {
    /// Not in a single byte.
    case none
    /// In comments, blanks, quotes, the order of keys, or in the use of anchors: what they mean is the same.
    case formatting
    /// In what they mean.
    case semantic

    /// Whether `a` is less of a difference than `b`.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How much the files differ.
  public var level: Level
  /// What differs, in the order of the new file; what is gone stands where it was.
  public var changes: [Change]

  /// The changes of meaning.
  public var semanticChanges: [Change] { changes.filter { $0.level == .semantic } }
}

extension DocumentDiff {
  /// One difference.
  public struct Change: Sendable, Hashable {
    /// What happened to a node.
    public enum Kind: String, Sendable, Hashable, Codable {
      /// A key or an item is new.
      case added
      /// A key or an item is gone.
      case removed
      /// A value is another one.
      case changed
      /// A key has another name and the same value.
      case renamed
      /// It means the same and is written otherwise.
      case rewritten
    }

    /// What happened.
    public var kind: Kind
    /// Which of the file's YAML documents it is in, from 0.
    public var document: Int
    /// Where the node was; nil for a new one.
    public var oldPath: YAMLPath?
    /// Where the node is; nil for one that is gone.
    public var newPath: YAMLPath?
    /// The bytes of the old file: a key with its value, an item, a value, or a key that has another name now.
    public var old: Range<Int>?
    /// The bytes of the new file.
    public var new: Range<Int>?

    /// How much of a difference it makes.
    public var level: Level { kind == .rewritten ? .formatting : .semantic }

    /// By what changes are put in order.
    fileprivate var place: (Int, Int) { (document, (new ?? old)?.lowerBound ?? 0) }

    /// Where it is, or was.
    public var path: YAMLPath { newPath ?? oldPath ?? .root }
  }
}

extension DocumentDiff {
  /// Compares two versions of a file.
  ///
  /// Mappings are compared key by key in whatever order they stand, lists item by item along their longest common
  /// part. Aliases and merge keys are compared as what they stand for.
  ///
  /// - Complexity: O(*n*) in the number of bytes, nearly all of it a comparison of memory where little has changed;
  ///   a list of which *k* items changed adds O(*k*²).
  public init(from old: ComposeDocument, to new: ComposeDocument) {
    guard old.bytes != new.bytes else {
      level = .none
      changes = []
      return
    }
    var comparison = DocumentComparison(old.storage, new.storage)
    comparison.compareDocuments()
    if comparison.changes.isEmpty {
      let ends = old.bytes.differingEnds(from: new.bytes)
      comparison.changes.append(
        Change(kind: .rewritten, document: 0, oldPath: .root, newPath: .root, old: ends.own, new: ends.other)
      )
    }
    changes = comparison.changes.sorted { $0.place < $1.place }
    level = changes.map(\.level).max() ?? .formatting
  }
}

extension [UInt8] {
  /// What is left of two texts without the beginning and the end that they share.
  fileprivate func differingEnds(from other: Self) -> (own: Range<Int>, other: Range<Int>) {
    let shorter = Swift.min(count, other.count)
    let prefix = zip(self, other).prefix { $0 == $1 }.count
    let suffix = zip(reversed(), other.reversed()).prefix(shorter - prefix).prefix { $0 == $1 }.count
    return (prefix..<count - suffix, prefix..<other.count - suffix)
  }
}
