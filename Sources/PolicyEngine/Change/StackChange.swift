public import ComposeModel
public import SourceDiagnostics

/// A stack before and after a change.
public struct StackChange: Sendable {
  /// The stack's directory, or its file.
  public var stack: RepositoryPath
  /// What was loaded before; nil when it wasn't there or couldn't be loaded.
  public var old: ComposeProject?
  /// What is loaded now; nil when it isn't there or can't be loaded.
  public var new: ComposeProject?
  /// The difference.
  public var diff: StackDiff
  /// What the difference does.
  public var impact: Impact
  /// What was wrong before.
  public var oldDiagnostics: [Diagnostic]
  /// What is wrong now.
  public var newDiagnostics: [Diagnostic]
  /// The hosts it runs on, as in ``StackState/hosts``.
  public var hosts: Set<String>

  /// Compares what was loaded before with what is loaded now.
  public init(
    _ stack: RepositoryPath,
    from old: Loaded<ComposeProject>?,
    to new: Loaded<ComposeProject>?,
    hosts: Set<String> = []
  ) {
    self.stack = stack
    self.old = old?.value
    self.new = new?.value
    // What can't be loaded hasn't gone: nothing is known about it.
    let isUnknown = new != nil && new?.value == nil
    diff = isUnknown ? StackDiff(stack: stack, kind: .changed) : .between(self.old, self.new, of: stack)
    impact = isUnknown ? Impact() : .of(diff, old: self.old, new: self.new)
    oldDiagnostics = old?.diagnostics ?? []
    newDiagnostics = new?.diagnostics ?? []
    self.hosts = hosts
  }
}
