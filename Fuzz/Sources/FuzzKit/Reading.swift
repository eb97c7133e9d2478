public import ComposeModel

/// A node as somebody read it: libyaml or we.
public struct ReadNode: Hashable, Sendable {
  /// What it is; an alias has its name as text.
  public var kind: YAMLNode.Kind
  /// How it is written.
  public var style: YAMLStyle
  /// The name after `&`.
  public var anchor: String?
  /// The tag, `!!` for YAML's own.
  public var tag: String?
  /// A scalar's text.
  public var text: String
  /// Items; of a mapping keys and values in turn.
  public var children: [ReadNode]

  /// A node that holds nothing yet.
  public init(
    _ kind: YAMLNode.Kind,
    _ style: YAMLStyle,
    anchor: String? = nil,
    tag: String? = nil,
    text: String = "",
    children: [ReadNode] = []
  ) {
    self.kind = kind
    self.style = style
    self.anchor = anchor
    self.tag = tag
    self.text = text
    self.children = children
  }

  /// What `node` is in a document of ours.
  public init(_ node: YAMLNode, in bytes: [UInt8]) {
    self.init(node.kind, node.style, anchor: node.anchor, tag: node.tag)
    switch node.kind {
    case .alias: text = String(decoding: bytes[node.bytes].dropFirst(), as: UTF8.self)
    case .scalar: text = node.text ?? "(no text)"
    case .sequence: children = node.items.map { Self($0, in: bytes) }
    case .mapping: children = node.pairs.flatMap { [Self($0.key, in: bytes), Self($0.value, in: bytes)] }
    }
  }

  /// How many collections hold one another here.
  public var depth: Int { kind == .scalar || kind == .alias ? 0 : 1 + (children.map(\.depth).max() ?? 0) }
}

extension ReadNode: CustomStringConvertible {
  /// One line.
  public var description: String {
    let properties = (anchor.map { "&\($0) " } ?? "") + (tag.map { "\($0) " } ?? "")
    switch kind {
    case .scalar: return properties + "\(style) \(text.debugDescription)"
    case .alias: return "*\(text)"
    case .sequence: return properties + "\(style) [\(children.map(\.description).joined(separator: ", "))]"
    case .mapping: return properties + "\(style) {\(children.map(\.description).joined(separator: ", "))}"
    }
  }
}

/// A file as libyaml read it.
public struct RefereeReading: Sendable {
  /// Each document's root.
  public var roots: [ReadNode] = []
  /// libyaml's words for why it refuses the file.
  public var problem: String?
  /// Whether an alias names no anchor before it.
  public var hasUndefinedAlias = false
  /// Whether an alias stands within what it names.
  public var hasAliasLoop = false
}
