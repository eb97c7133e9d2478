/// What differs in meaning between two versions of a stack.
///
/// Comments, order, quoting, anchors and the choice of a short or long form make no difference; a changed variable, base
/// file or included file does, in every service that it reaches.
public struct StackDiff: Sendable, Hashable, Encodable {
  /// The stack's directory, or its file.
  public var stack: RepositoryPath
  /// What became of the stack as a whole.
  public var kind: DiffKind
  /// The services that differ.
  public var services: [ServiceDiff]
  /// The volumes, networks, secrets, configs and models that differ.
  public var resources: [ResourceDiff]
  /// What else differs, such as the project's name.
  public var settings: [AttributeChange]

  /// Combines the parts of a difference.
  public init(
    stack: RepositoryPath,
    kind: DiffKind,
    services: [ServiceDiff] = [],
    resources: [ResourceDiff] = [],
    settings: [AttributeChange] = []
  ) {
    self.stack = stack
    self.kind = kind
    self.services = services
    self.resources = resources
    self.settings = settings
  }

  /// Whether both versions mean the same.
  public var isEmpty: Bool { kind == .unchanged }
}
