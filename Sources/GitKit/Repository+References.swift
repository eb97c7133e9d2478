import CLibGit2

extension Repository {
  /// What the reference `name` holds, through symbolic references, or nil when it doesn't exist.
  public func reference(_ name: RefName) throws(GitError) -> ObjectID? {
    var id = git_oid()
    let status = unsafe git_reference_name_to_id(&id, handle, name.name)
    if status == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(status, "read \(name)")
    return ObjectID(id)
  }

  /// The references whose full names begin with `prefix`, sorted, each with what it holds.
  ///
  /// - Parameters:
  ///   - prefix: For example `refs/heads/longshore/`; empty for all.
  ///   - limit: The most references to list.
  /// - Returns: Names and objects; symbolic references to nothing are left out.
  /// - Throws: ``GitError`` with ``GitError/Code/tooLarge`` when there are more than `limit`.
  public func references(
    matching prefix: String,
    limit: Int = 100_000
  ) throws(GitError) -> [(name: RefName, id: ObjectID)] {
    let operation = "list references"
    let iterator = try unsafe Handle(operation, git_reference_iterator_free) {
      unsafe git_reference_iterator_new(&$0, handle)
    }
    var found: [(name: RefName, id: ObjectID)] = []
    while true {
      var raw: UnsafePointer<CChar>?
      let status = unsafe git_reference_next_name(&raw, iterator.pointer)
      if status == GIT_ITEROVER.rawValue { break }
      try check(status, operation)
      // The text belongs to the iterator until its next step; it's copied.
      guard let text = unsafe raw.map({ unsafe String(cString: $0) }) else { continue }
      guard text.utf8.starts(with: prefix.utf8) else { continue }
      guard let name = try? RefName(text), let id = try reference(name) else { continue }
      guard found.count < limit else {
        throw GitError(code: .tooLarge, operation: operation, reason: "there are more than \(limit)")
      }
      found.append((name, id))
    }
    git_error_clear()
    return found.sorted { $0.name < $1.name }
  }

  /// The branch that HEAD names, which may have no commit yet; nil when HEAD names a commit itself.
  public func headBranch() throws(GitError) -> RefName? {
    let head = try unsafe Handle("read HEAD", git_reference_free) { unsafe git_reference_lookup(&$0, handle, "HEAD") }
    // The text belongs to the reference, which is open; it's copied.
    guard let target = unsafe git_reference_symbolic_target(head.pointer) else { return nil }
    return try RefName(unsafe String(cString: target))
  }
}
