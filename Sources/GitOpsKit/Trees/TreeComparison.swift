public import ComposeModel
public import GitKit
import OrderedCollections
public import PolicyEngine
public import SourceDiagnostics

/// Two trees, the one a change starts from and the one it leads to.
public struct TreeComparison: Sendable {
  /// The tree as it was.
  public let before: StackTree
  /// The tree as it would be.
  public let after: StackTree
  /// Every path that differs, as far as it is known.
  public let paths: [ChangedPath]
  /// What stands after `@` in the file names of places in the old tree.
  public let base: String

  /// Compares two trees.
  ///
  /// - Parameters:
  ///   - before: The tree as it was.
  ///   - after: The tree as it would be.
  ///   - paths: Every path that differs.
  ///   - base: What stands after `@` in the file names of places in the old tree.
  public init(_ before: StackTree, _ after: StackTree, paths: [ChangedPath] = [], base: String = "base") {
    self.before = before
    self.after = after
    self.paths = paths
    self.base = base
  }

  /// Compares two commits or trees of a repository; what they share is loaded once.
  ///
  /// - Parameters:
  ///   - old: The commit or tree a change starts from.
  ///   - new: The commit or tree it leads to.
  ///   - repository: Where both are.
  ///   - base: What stands after `@` in the file names of places in the old tree.
  ///   - environment: Variables beside those of the files.
  ///   - previous: A tree loaded before, from which both take what they share with it.
  /// - Returns: Both trees and the paths at which they differ.
  /// - Throws: `GitError` when one of them can't be read.
  public static func between(
    _ old: ObjectID,
    _ new: ObjectID,
    in repository: SharedRepository,
    base: String = "base",
    environment: [String: String] = [:],
    reusing previous: StackTree? = nil
  ) throws -> TreeComparison {
    let changes = try repository.read { (repository) throws(GitError) in try repository.changes(from: old, to: new) }
    let before = try StackTree.load(
      from: CommitTree(old, in: repository),
      environment: environment,
      reusing: previous
    )
    let after = try StackTree.load(
      from: CommitTree(new, in: repository),
      environment: environment,
      reusing: before
    )
    return TreeComparison(before, after, paths: changes.map(ChangedPath.init), base: base)
  }
}

extension TreeComparison {
  /// The change as the policy engine sees it.
  ///
  /// - Parameters:
  ///   - role: On whose behalf it is made.
  ///   - hosts: Which stacks run where.
  /// - Returns: The stacks that differ, those that don't, and the paths.
  public func change(by role: Role, on hosts: [HostConfiguration] = []) -> Change {
    let (old, new) = (before.everything, after.everything)
    var changed: [StackChange] = []
    var unchanged: [StackState] = []
    for path in Set(old.keys).union(new.keys).sorted() {
      let isLoose = before.stacks[path] == nil && after.stacks[path] == nil
      // A loose file runs nowhere, so it shares no port with anything.
      let places = isLoose ? ["(no host) \(path)"] : Set(hosts.filter { $0.runs(path) }.map(\.name))
      if let known = old[path], known == new[path] {
        if !isLoose, let project = known.value { unchanged.append(StackState(path, project, hosts: places)) }
      } else {
        changed.append(StackChange(path, from: old[path], to: new[path], hosts: places))
      }
    }
    return Change(by: role, paths: paths, stacks: changed, unchanged: unchanged, base: base)
  }

  /// The sources that `diagnostics` point into, those of the old tree under `path@base`, with the places of secrets.
  public func sources(for diagnostics: some Sequence<Diagnostic>) -> [String: SourceText] {
    let diagnostics = Array(diagnostics)
    var sources = after.sources(for: diagnostics)
    let suffix = "@\(base)"
    for file in Set(diagnostics.flatMap(\.labels).map(\.file)) where sources[file] == nil && file.hasSuffix(suffix) {
      sources[file] = before.source(of: String(file.dropLast(suffix.count)))
    }
    return sources
  }
}

extension ChangedPath {
  /// What `change` does to its path.
  public init(_ change: TreeChange) {
    self.init(
      change.path,
      old: change.old.map { FileTreeEntry.Kind($0.mode) },
      new: change.new.map { FileTreeEntry.Kind($0.mode) }
    )
  }
}

extension TreeComparison {
  /// What differs in each stack and what that does, by path; stacks that are the same are left out.
  public var summaries: [ChangeSummary] {
    let (old, new) = (before.everything, after.everything)
    return Set(old.keys).union(new.keys).sorted()
      .map { ChangeSummary(of: $0, from: old[$0]?.value, to: new[$0]?.value) }
      .filter { !$0.diff.isEmpty }
  }
}
