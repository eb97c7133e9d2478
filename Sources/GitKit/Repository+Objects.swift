import CLibGit2

extension Repository {
  /// Whether the object `id` is here.
  public func hasObject(_ id: ObjectID) throws(GitError) -> Bool {
    let store = try objectStore("look for \(id.short)")
    var raw = id.raw
    return unsafe git_odb_exists(store.pointer, &raw) == 1
  }

  /// The kind of the object `id`, from its header.
  func kind(of id: ObjectID, _ operation: String) throws(GitError) -> git_object_t {
    try header(of: id, operation).kind
  }

  /// Throws unless `id` is an object of the kind `type` and at most `limit` bytes long.
  ///
  /// Only its header is read, so an object made to fill the memory does no harm.
  func requireSize(of id: ObjectID, _ type: git_object_t, atMost limit: Int, _ operation: String) throws(GitError) {
    let header = try header(of: id, operation)
    guard header.kind == type else {
      throw GitError(code: .malformed, operation: operation, reason: "object \(id.short) is of another kind")
    }
    guard header.size <= limit else {
      throw GitError(
        code: .tooLarge,
        operation: operation,
        reason: "it has \(header.size) bytes, and at most \(limit) are read",
        help: "keep large files out of this repository"
      )
    }
  }

  private func header(of id: ObjectID, _ operation: String) throws(GitError) -> (kind: git_object_t, size: Int) {
    let store = try objectStore(operation)
    var raw = id.raw
    var size = 0
    var kind = GIT_OBJECT_ANY
    do throws(GitError) {
      try check(unsafe git_odb_read_header(&size, &kind, store.pointer, &raw), operation)
    } catch {
      guard error.code == .notFound else { throw error }
      throw error.explained("object \(id.short) isn't here", help: "fetch it, or check the repository with git fsck")
    }
    return (kind, size)
  }

  private func objectStore(_ operation: @autoclosure () -> String) throws(GitError) -> Handle {
    try unsafe Handle(operation(), git_odb_free) { unsafe git_repository_odb(&$0, handle) }
  }
}
