import CLibGit2

extension Repository {
  /// Writes the tree `base` (or commit's tree; nil is the empty tree) with `changes` made, and answers its name.
  ///
  /// No work tree or index is touched, and only the directories on the way to a change are read and written. A directory
  /// that becomes empty disappears. Removing what isn't there changes nothing.
  ///
  /// - Parameters:
  ///   - base: Where to start.
  ///   - changes: What to do, by path with slashes.
  /// - Returns: The name of the new tree; that of `base` when nothing changed.
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` for a path that Git refuses, and with
  ///   ``GitError/Code/conflict`` when one change stands below another's file.
  public func writeTree(from base: ObjectID?, changes: [String: TreeEdit]) throws(GitError) -> ObjectID {
    let plan = try TreePlan(changes)
    if let written = try write(plan, over: base) { return written }
    let empty = try builder(over: nil)
    return try write(empty)
  }

  /// Writes one directory; nil when it's empty.
  private func write(_ plan: TreePlan, over base: ObjectID?) throws(GitError) -> ObjectID? {
    let builder = try builder(over: base)
    for (name, step) in plan.steps.sorted(by: { $0.key < $1.key }) {
      switch step {
      case .edit(.put(let id, let mode)): try insert(name, id, mode, into: builder)
      case .edit(.remove): try remove(name, from: builder)
      case .directory(let inner):
        let there = try entry(name, in: builder)
        let start = there?.mode == .directory ? there?.id : nil
        if let id = try write(inner, over: start) {
          try insert(name, id, .directory, into: builder)
        } else if start != nil {
          try remove(name, from: builder)
        }
      }
    }
    return unsafe git_treebuilder_entrycount(builder.pointer) == 0 ? nil : try write(builder)
  }

  private func builder(over base: ObjectID?) throws(GitError) -> Handle {
    guard let base else {
      return try unsafe Handle("write a tree", git_treebuilder_free) { unsafe git_treebuilder_new(&$0, handle, nil) }
    }
    let tree = try open(tree: base)
    // The builder copies the tree's entries, so the tree may be closed after this.
    return try unsafe Handle("write a tree", git_treebuilder_free) {
      unsafe git_treebuilder_new(&$0, handle, tree.pointer)
    }
  }

  private func entry(_ name: String, in builder: borrowing Handle) throws(GitError) -> TreeEntry? {
    // The entry belongs to the builder and is copied at once.
    unsafe TreeEntry(borrowing: git_treebuilder_get(builder.pointer, name))
  }

  private func insert(
    _ name: String,
    _ id: ObjectID,
    _ mode: FileMode,
    into builder: borrowing Handle
  ) throws(GitError) {
    var raw = id.raw
    let mode = git_filemode_t(rawValue: mode.rawValue)
    try check(unsafe git_treebuilder_insert(nil, builder.pointer, name, &raw, mode), "put \(name) into a tree")
  }

  private func remove(_ name: String, from builder: borrowing Handle) throws(GitError) {
    guard try entry(name, in: builder) != nil else { return }
    try check(unsafe git_treebuilder_remove(builder.pointer, name), "remove \(name) from a tree")
  }

  private func write(_ builder: borrowing Handle) throws(GitError) -> ObjectID {
    var written = git_oid()
    try check(unsafe git_treebuilder_write(&written, builder.pointer), "write a tree")
    return ObjectID(written)
  }
}
