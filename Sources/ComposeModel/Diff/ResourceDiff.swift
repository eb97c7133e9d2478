/// What differs in one volume, network, secret, config or model of a stack.
public struct ResourceDiff: Sendable, Hashable, Encodable {
  /// The kinds of things that services share.
  public enum Resource: String, Sendable, Hashable, CaseIterable, Codable {
    /// A place for data.
    case volume
    /// A network.
    case network
    /// A file that holds a secret.
    case secret
    /// A file that holds settings.
    case config
    /// A language model.
    case model

    /// The top-level key under which they stand.
    public var section: String { rawValue + "s" }
  }

  /// What it is.
  public var resource: Resource
  /// Its key in the file, the new one where it was renamed.
  public var name: String
  /// The key it had before it was renamed.
  public var oldName: String?
  /// What became of it.
  public var kind: DiffKind
  /// Its attributes that differ.
  public var changes: [AttributeChange]

  /// Names a resource and what differs in it.
  public init(
    _ resource: Resource,
    _ name: String,
    _ kind: DiffKind,
    oldName: String? = nil,
    changes: [AttributeChange] = []
  ) {
    self.resource = resource
    self.name = name
    self.oldName = oldName
    self.kind = kind
    self.changes = changes
  }
}
