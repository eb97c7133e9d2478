public import ComposeModel

/// A stack as it is in one tree.
public struct StackState: Sendable, Hashable {
  /// The stack's directory, or its file.
  public var stack: RepositoryPath
  /// What was loaded from it.
  public var project: ComposeProject
  /// The hosts it runs on; empty where no host is configured, which means that all such stacks share one.
  public var hosts: Set<String>

  /// Joins a stack's name with what was loaded from it.
  public init(_ stack: RepositoryPath, _ project: ComposeProject, hosts: Set<String> = []) {
    self.stack = stack
    self.project = project
    self.hosts = hosts
  }

  /// Whether a host runs both.
  public func meets(_ other: StackState) -> Bool {
    hosts.isEmpty && other.hosts.isEmpty || !hosts.isDisjoint(with: other.hosts)
  }
}

/// The stacks of one tree, as rules look at them.
public struct TreeState: Sendable {
  /// The stacks in question.
  public var stacks: [StackState]
  /// The other stacks of the tree, which matter only for what they share with those.
  public var neighbours: [StackState]

  /// Puts `stacks` beside the rest of the tree.
  public init(_ stacks: [StackState], neighbours: [StackState] = []) {
    self.stacks = stacks
    self.neighbours = neighbours
  }
}
