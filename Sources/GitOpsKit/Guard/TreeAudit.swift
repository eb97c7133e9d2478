import ComposeModel
import GitKit
import SourceDiagnostics

/// Looks for what no honest program writes into a tree, in the directories that differ.
///
/// Git reads a directory that isn't sorted, or has a name twice, in its own way, so that what is compared here and what is
/// checked out there could differ.
struct TreeAudit {
  private let limits: PushLimits

  init(_ limits: PushLimits) { self.limits = limits }

  /// What is wrong with the first directory in which something is; nil when nothing is.
  func problem(from old: ObjectID, to new: ObjectID, in repository: SharedRepository) throws -> String? {
    var budget = limits.changes
    return try repository.lend { repository in
      try problem(
        old,
        new,
        at: "",
        depth: 0,
        budget: &budget,
        in: repository
      )
    }
  }

  private func problem(
    _ old: ObjectID?,
    _ new: ObjectID,
    at path: String,
    depth: Int,
    budget: inout Int,
    in repository: borrowing Repository
  ) throws -> String? {
    guard old != new else { return nil }
    budget -= 1
    guard budget > 0 else { return "it changes more than \(limits.changes) directories" }
    guard depth <= limits.depth else { return "it is more than \(limits.depth) directories deep" }
    let entries = try repository.entries(ofTree: new)
    let place = path.isEmpty ? "its root" : "`\(GitOpsError.excerpt(path))`"
    guard entries.count <= limits.directoryEntries else {
      return "\(place) has more than \(limits.directoryEntries) entries"
    }
    guard zip(entries, entries.dropFirst()).allSatisfy({ $0.sortKey.lexicographicallyPrecedes($1.sortKey) }) else {
      return "\(place) isn't sorted, or holds a name twice"
    }
    guard Set(entries.map(\.name)).count == entries.count else { return "\(place) holds a name twice" }
    let before = try old.map { try repository.entries(ofTree: $0) } ?? []
    let known = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
    for entry in entries where known[entry.name] != entry {
      guard (try? RepositoryPath.root.appending(entry.name)) != nil, entry.name == entry.name.neutralised else {
        return "`\(GitOpsError.excerpt(entry.name))` in \(place) isn't a name that a file can have everywhere"
      }
      guard entry.mode == .directory else { continue }
      let inner = known[entry.name].flatMap { $0.mode == .directory ? $0.id : nil }
      let found = try problem(
        inner,
        entry.id,
        at: path.isEmpty ? entry.name : "\(path)/\(entry.name)",
        depth: depth + 1,
        budget: &budget,
        in: repository
      )
      if let found { return found }
    }
    return nil
  }
}

extension TreeEntry {
  /// What Git sorts by: directories as if their names ended in a slash.
  fileprivate var sortKey: [UInt8] { Array(name.utf8) + (mode == .directory ? [UInt8(ascii: "/")] : []) }
}
