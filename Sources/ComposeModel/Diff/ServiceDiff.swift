/// What differs in one service.
public struct ServiceDiff: Sendable, Hashable, Encodable {
  /// The service's name, the new one where it was renamed.
  public var name: String
  /// The name it had before it was renamed.
  public var oldName: String?
  /// What became of it.
  public var kind: DiffKind
  /// Its attributes that differ; all of them for one that is added or removed.
  public var changes: [AttributeChange]

  /// Names a service and what differs in it.
  public init(_ name: String, _ kind: DiffKind, oldName: String? = nil, changes: [AttributeChange] = []) {
    self.name = name
    self.oldName = oldName
    self.kind = kind
    self.changes = changes
  }
}
