import CLibGit2

extension Repository {
  /// Joins what two commits (or trees) changed since `base` into one tree, without a work tree.
  ///
  /// Files are joined line by line. Renames aren't looked for: a file that one side moved and the other changed is a
  /// conflict, so a change never lands in a file that its author didn't name.
  ///
  /// - Parameters:
  ///   - base: Their common ancestor; nil when they share none.
  ///   - ours: One side.
  ///   - theirs: The other side.
  ///   - limit: The most files that a side may change.
  /// - Returns: The joined tree, or the paths in conflict.
  /// - Throws: ``GitError`` with ``GitError/Code/tooLarge`` when a side changes more than `limit` files.
  public func mergeTrees(
    base: ObjectID?,
    ours: ObjectID,
    theirs: ObjectID,
    limit: Int = 100_000
  ) throws(GitError) -> MergeOutcome {
    // A tree that describes more files than can be read is found here, before libgit2 reads it whole.
    for side in [ours, theirs] { _ = try changes(from: base, to: side, limit: limit) }
    let operation = "merge \(theirs.short) into \(ours.short)"
    let ancestor = try open(treeOrNone: base)
    let one = try open(tree: ours)
    let other = try open(tree: theirs)
    var options = unsafe git_merge_options()
    try check(unsafe git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION)), operation)
    unsafe options.flags = 0
    let index = try unsafe Handle(operation, git_index_free) {
      unsafe git_merge_trees(&$0, handle, ancestor.pointer, one.pointer, other.pointer, &options)
    }
    if unsafe git_index_has_conflicts(index.pointer) == 1 {
      return .conflicts(try Self.conflicts(in: index, operation))
    }
    var tree = git_oid()
    try check(unsafe git_index_write_tree_to(&tree, index.pointer, handle), operation)
    return .clean(tree: ObjectID(tree))
  }

  private static func conflicts(in index: borrowing Handle, _ operation: String) throws(GitError) -> [String] {
    let iterator = try unsafe Handle(operation, git_index_conflict_iterator_free) {
      unsafe git_index_conflict_iterator_new(&$0, index.pointer)
    }
    var paths: Set<String> = []
    while true {
      var base: UnsafePointer<git_index_entry>?
      var ours: UnsafePointer<git_index_entry>?
      var theirs: UnsafePointer<git_index_entry>?
      let status = unsafe git_index_conflict_next(&base, &ours, &theirs, iterator.pointer)
      if status == GIT_ITEROVER.rawValue { break }
      try check(status, operation)
      // The entries belong to the index, which the caller holds; the path is copied.
      let path = unsafe (ours ?? theirs ?? base)?.pointee.path
      if let path = unsafe path { paths.insert(unsafe String(cString: path)) }
    }
    git_error_clear()
    return paths.sorted()
  }
}
