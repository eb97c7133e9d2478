public import GitKit

/// A commit that adds a record to a reference, made here and not pushed yet.
public struct RecordCommit: Sendable, Hashable {
  /// The reference that shall hold it.
  public let reference: RefName
  /// The commit.
  public let commit: ObjectID
  /// What the reference held when the commit was made; nil when it didn't exist.
  public let previous: ObjectID?

  /// What the server must hold for the push to be right.
  public var expected: ExpectedValue { previous.map { .value($0) } ?? .absent }
}

/// A reference whose commits are records, each on top of the one before.
struct RecordChain {
  let reference: RefName

  /// The most commits of a chain that are read.
  static let longest = 500

  /// Writes the commit that adds `files` to the chain, as the only files of its tree.
  func commit(
    _ files: [String: [UInt8]],
    message: String,
    by signature: Signature,
    in repository: borrowing Repository
  ) throws(GitError) -> RecordCommit {
    let previous = try repository.reference(reference)
    var edits: [String: TreeEdit] = [:]
    for (path, bytes) in files { edits[path] = .put(try repository.writeBlob(bytes)) }
    let commit = try repository.writeCommit(
      tree: repository.writeTree(from: nil, changes: edits),
      parents: previous.map { [$0] } ?? [],
      author: signature,
      committer: signature,
      message: message
    )
    return RecordCommit(reference: reference, commit: commit, previous: previous)
  }

  /// The bytes of the file `name` in the record `commit`.
  static func file(
    _ name: String,
    of commit: ObjectID,
    in repository: borrowing Repository,
    limit: Int
  ) throws(GitError) -> [UInt8]? {
    guard let entry = try repository.entry(at: name, inTree: commit), entry.mode == .file else { return nil }
    return try repository.blob(entry.id, limit: limit)
  }
}
