public import SourceDiagnostics

/// A scalar, sequence, mapping or alias in a ``ComposeDocument``: a cheap view of its place in the source.
///
/// What an alias stands for is read through it: its `text`, `items` and `pairs` are those of the node it names.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Text, a number, a Boolean or nothing.
    case scalar
    /// Items in order.
    case sequence
    /// Keys with values.
    case mapping
    /// `*name`.
    case alias
  }

  /// What it is a part of.
  let storage: DocumentStorage
  /// Its place on the tape.
  let index: Int

  private var entry: Tape.Entry { storage.tape.entries[index] }

  /// What it is.
  public var kind: Kind { entry.kind }

  /// How it is written.
  public var style: YAMLStyle { entry.style }

  /// Its own text, without its anchor and tag; empty at the place of a value that isn't written.
  public var bytes: Range<Int> { storage.tape.bytes(of: index) }

  /// Where its own text begins: line and column, counted from 1.
  public var position: SourcePosition { storage.lines.position(of: bytes.lowerBound, in: storage.bytes) }

  /// The name after `&`.
  public var anchor: String? { storage.tape.properties(of: index)?.anchor }

  /// The tag: `!reset`, `!!str`.
  public var tag: String? { storage.tape.properties(of: index)?.tag }

  /// What an alias stands for; the node itself if it is none.
  public var resolved: Self {
    guard kind == .alias else { return self }
    return storage.tape.target(of: index).map { Self(storage: storage, index: $0) } ?? self
  }

  /// A scalar's text, with escapes resolved and lines folded.
  public var text: String? {
    let node = resolved
    return node.kind == .scalar ? storage.text(of: node.index) : nil
  }

  /// What a scalar means, as Docker Compose's YAML reader resolves it.
  public var scalar: YAMLScalar? {
    let node = resolved
    return node.text.map { YAMLScalar(resolving: $0, style: node.style, tag: node.tag) }
  }

  /// A sequence's items, or none.
  public var items: [Self] {
    let node = resolved
    return node.kind == .sequence ? node.children : []
  }

  /// A mapping's keys and values as they are written, `<<` included, or none.
  public var pairs: [(key: Self, value: Self)] {
    let node = resolved
    guard node.kind == .mapping else { return [] }
    let children = node.children
    return stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) }
  }

  /// Marks it in a diagnostic.
  public func label(_ text: String = "") -> Diagnostic.Label { .init(storage.file, bytes, text) }

  private var children: [Self] {
    storage.tape.children(of: index).map { Self(storage: storage, index: $0) }
  }
}
