import CLibGit2

extension Repository {
  /// The commit that `revision` names: a branch, a tag, `HEAD~2`, a full or shortened name.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/notFound`` or ``GitError/Code/ambiguous``.
  public func resolve(_ revision: String) throws(GitError) -> ObjectID {
    let operation = "find revision `\(GitError.oneLine(revision, limit: 80))`"
    try Self.refuseZeroByte(in: revision, operation)
    guard revision.utf8.count <= 1_024 else {
      throw GitError(code: .malformed, operation: operation, reason: "it's longer than 1024 bytes")
    }
    do throws(GitError) {
      let object = try unsafe Handle(operation, git_object_free) { unsafe git_revparse_single(&$0, handle, revision) }
      let commit = try unsafe Handle(operation, git_object_free) {
        unsafe git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT)
      }
      // A commit that is open has a name, which is copied here.
      return unsafe ObjectID(git_object_id(commit.pointer).pointee)
    } catch {
      throw Self.plainer(error)
    }
  }

  private static func plainer(_ error: GitError) -> GitError {
    switch error.code {
    case .notFound: error.explained("there is no such branch, tag or commit here", help: "fetch, or check the name")
    case .ambiguous: error.explained("it fits more than one object", help: "give more digits")
    case .malformed: error.explained("it isn't how Git names a commit", help: "give a branch, a tag or a commit's name")
    default: error
    }
  }
}
