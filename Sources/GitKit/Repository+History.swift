import CLibGit2

extension Repository {
  /// The best common ancestor of two commits, or nil when they share no history.
  public func mergeBase(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID? {
    var base = git_oid()
    var (first, second) = (a.raw, b.raw)
    let status = unsafe git_merge_base(&base, handle, &first, &second)
    if status == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      // The same status stands for a commit that isn't here.
      for id in [a, b] { _ = try kind(of: id, "compare histories") }
      return nil
    }
    try check(status, "compare histories")
    return ObjectID(base)
  }

  /// Whether `a` is `b` or an ancestor of it.
  public func isAncestor(_ a: ObjectID, of b: ObjectID) throws(GitError) -> Bool {
    if a == b { return true }
    var (ancestor, commit) = (a.raw, b.raw)
    let status = unsafe git_graph_descendant_of(handle, &commit, &ancestor)
    try check(status, "compare histories")
    return status == 1
  }

  /// Commits reachable from `start`, children before their parents, newest first.
  ///
  /// - Parameters:
  ///   - start: Where to begin; it's the first to be listed.
  ///   - excluded: These and all their ancestors are left out.
  ///   - parents: Whether to follow merged branches too.
  ///   - limit: The most commits to list.
  /// - Returns: At most `limit` commits.
  /// - Throws: ``GitError`` with ``GitError/Code/notFound`` when one of the commits isn't here.
  public func history(
    from start: ObjectID,
    excluding excluded: [ObjectID] = [],
    following parents: FollowedParents = .all,
    limit: Int
  ) throws(GitError) -> [Commit] {
    let operation = "read the history of \(start.short)"
    let walk = try unsafe Handle(operation, git_revwalk_free) { unsafe git_revwalk_new(&$0, handle) }
    try check(
      unsafe git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue),
      operation
    )
    if parents == .first { try check(unsafe git_revwalk_simplify_first_parent(walk.pointer), operation) }
    var raw = start.raw
    try check(unsafe git_revwalk_push(walk.pointer, &raw), operation)
    for id in excluded {
      var raw = id.raw
      try check(unsafe git_revwalk_hide(walk.pointer, &raw), operation)
    }
    var commits: [Commit] = []
    while commits.count < limit {
      var next = git_oid()
      let status = unsafe git_revwalk_next(&next, walk.pointer)
      if status == GIT_ITEROVER.rawValue { break }
      try check(status, operation)
      commits.append(try commit(ObjectID(next)))
    }
    git_error_clear()
    return commits
  }

  /// Which parents a walk through history follows.
  public enum FollowedParents: Sendable, Hashable {
    /// All of them.
    case all
    /// The first one only: the line of a branch without what was merged into it.
    case first
  }
}
