import CLibGit2

extension Repository {
  /// A commit larger than this is refused.
  private static let largestCommit = 1 << 20
  private static let mostParents = 16

  /// The commit named `id`.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let commit = try open(commit: id)
    // Everything is copied out while the commit is open; libgit2 always has a tree, texts and all parents it counts.
    return unsafe Commit(
      id: id,
      tree: ObjectID(git_commit_tree_id(commit.pointer).pointee),
      parents: (0..<git_commit_parentcount(commit.pointer)).map {
        unsafe ObjectID(git_commit_parent_id(commit.pointer, $0).pointee)
      },
      author: Signature(borrowing: git_commit_author(commit.pointer)),
      committer: Signature(borrowing: git_commit_committer(commit.pointer)),
      message: git_commit_message(commit.pointer).map { unsafe String(cString: $0) } ?? ""
    )
  }

  /// Writes a commit object and answers its name; no reference changes.
  public func writeCommit(
    tree: ObjectID,
    parents: [ObjectID],
    author: Signature,
    committer: Signature,
    message: String
  ) throws(GitError) -> ObjectID {
    let operation = "write a commit"
    try Self.refuseZeroByte(in: message, operation)
    guard parents.count <= Self.mostParents else {
      throw GitError(code: .tooLarge, operation: operation, reason: "it has more than \(Self.mostParents) parents")
    }
    let opened = try open(tree: tree)
    let text = message.hasSuffix("\n") ? message : message + "\n"
    var written = git_oid()
    try unsafe author.withRaw { (by) throws(GitError) in
      try unsafe committer.withRaw { (via) throws(GitError) in
        try unsafe withCommits(parents[...], []) { (parents) throws(GitError) in
          // Tree, parents and signatures stay open until these closures return.
          var pointers = unsafe parents
          let count = unsafe parents.count
          let status = unsafe git_commit_create(
            &written,
            handle,
            nil,
            by,
            via,
            nil,
            text,
            opened.pointer,
            count,
            &pointers
          )
          try check(status, operation)
        }
      }
    }
    return ObjectID(written)
  }

  func open(commit id: ObjectID) throws(GitError) -> Handle {
    let operation = "read commit \(id.short)"
    try requireSize(of: id, GIT_OBJECT_COMMIT, atMost: Self.largestCommit, operation)
    var raw = id.raw
    return try unsafe Handle(operation, git_commit_free) { unsafe git_commit_lookup(&$0, handle, &raw) }
  }

  /// Opens the commits `ids` one inside the other, so that all are open while `use` runs.
  private func withCommits(
    _ ids: ArraySlice<ObjectID>,
    _ opened: [OpaquePointer?],
    _ use: ([OpaquePointer?]) throws(GitError) -> Void
  ) throws(GitError) {
    guard let id = ids.first else { return try unsafe use(opened) }
    let commit = try open(commit: id)
    try unsafe withCommits(ids.dropFirst(), opened + [commit.pointer], use)
  }
}
