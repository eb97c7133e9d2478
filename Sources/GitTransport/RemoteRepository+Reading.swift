public import GitKit

extension RemoteRepository {
  /// The server's references and what they hold, without HEAD.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/timedOut``, ``GitError/Code/unreachable``,
  ///   ``GitError/Code/authentication``, ``GitError/Code/untrustedServer`` or ``GitError/Code/cancelled``.
  public func references() async throws(GitError) -> [RefName: ObjectID] {
    let session = session("list the references of \(url)")
    return try await session.run { (conversation) throws(GitError) in try conversation.references() }
  }

  /// What to do with local references that the server no longer has.
  public enum Pruning: Sendable, Hashable {
    /// Keep them.
    case keep
    /// Remove those that one of the fetched patterns would have written.
    case prune
  }

  /// Fetches references and their objects.
  ///
  /// - Parameters:
  ///   - specs: What to fetch, and where to keep it.
  ///   - pruning: What to do with references that the server no longer has.
  /// - Throws: ``GitError`` as ``references()`` does, and with ``GitError/Code/tooLarge`` when the server sends more
  ///   than 2 GiB.
  public func fetch(_ specs: [FetchSpec], pruning: Pruning = .keep) async throws(GitError) {
    let session = session("fetch from \(url)")
    try await session.run { (conversation) throws(GitError) in try conversation.fetch(specs, pruning) }
  }
}
