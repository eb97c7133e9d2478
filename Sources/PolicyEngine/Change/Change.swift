/// All that a rule may know about a change: the pure input of the policy engine.
public struct Change: Sendable {
  /// On whose behalf it is made.
  public var role: Role
  /// Every path that differs, whatever it holds.
  public var paths: [ChangedPath]
  /// Every stack that either side loads differently.
  public var stacks: [StackChange]
  /// The stacks that stay as they are.
  public var unchanged: [StackState]
  /// What stands after `@` in the file names of places in the old tree: `cloud/compose.yaml@main`.
  public var base: String

  /// Combines what is known about a change.
  public init(
    by role: Role,
    paths: [ChangedPath],
    stacks: [StackChange],
    unchanged: [StackState] = [],
    base: String = "base"
  ) {
    self.role = role
    self.paths = paths
    self.stacks = stacks
    self.unchanged = unchanged
    self.base = base
  }
}

extension Change {
  /// The tree as it was.
  public var before: TreeState {
    TreeState(
      stacks.compactMap { change in change.old.map { StackState(change.stack, $0, hosts: change.hosts) } },
      neighbours: unchanged
    )
  }

  /// The tree as it would be.
  public var after: TreeState {
    TreeState(
      stacks.compactMap { change in change.new.map { StackState(change.stack, $0, hosts: change.hosts) } },
      neighbours: unchanged
    )
  }
}
