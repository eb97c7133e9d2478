import CLibGit2

extension Repository {
  /// The bytes of the blob named `id`.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/tooLarge`` when it holds more than `limit` bytes.
  public func blob(_ id: ObjectID, limit: Int = 16 << 20) throws(GitError) -> [UInt8] {
    let operation = "read file \(id.short)"
    try requireSize(of: id, GIT_OBJECT_BLOB, atMost: limit, operation)
    var raw = id.raw
    let blob = try unsafe Handle(operation, git_blob_free) { unsafe git_blob_lookup(&$0, handle, &raw) }
    // The bytes belong to the blob, which is open until this function returns; they're copied.
    let size = Int(unsafe git_blob_rawsize(blob.pointer))
    return unsafe Array(UnsafeRawBufferPointer(start: git_blob_rawcontent(blob.pointer), count: size))
  }

  /// Writes a blob and answers its name; the same bytes have the same name.
  public func writeBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    var written = git_oid()
    let status = unsafe git_blob_create_from_buffer(&written, handle, bytes, bytes.count)
    try check(status, "write a file of the repository")
    return ObjectID(written)
  }
}
