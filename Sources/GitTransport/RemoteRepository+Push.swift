public import GitKit

extension RemoteRepository {
  /// Pushes references within `scope`.
  ///
  /// Each update is compared with what the server says its references hold when the conversation begins; if one doesn't
  /// hold what is expected, nothing is sent. A server that runs `git receive-pack` compares once more while it holds the
  /// reference's lock, so nobody can come in between. A repository reached by a plain path doesn't: two programs that
  /// push there at the same moment can overwrite each other.
  ///
  /// References are taken or refused one by one; several are not one transaction.
  ///
  /// - Parameters:
  ///   - updates: What to push.
  ///   - scope: What this program may push; anything else is refused before a connection is made.
  /// - Returns: The server's decision about each update, in their order.
  /// - Throws: ``GitError`` with ``GitError/Code/outOfScope``, ``GitError/Code/moved``, ``GitError/Code/alreadyExists``
  ///   or ``GitError/Code/notFastForward`` before anything is sent, or as ``references()`` does.
  public func push(_ updates: [RefUpdate], within scope: PushScope) async throws(GitError) -> [PushResult] {
    let operation = "push to \(url)"
    for update in updates { try scope.require(update.ref, operation) }
    guard !updates.isEmpty else { return [] }
    let session = session(operation)
    return try await session.run { (conversation) throws(GitError) in try conversation.push(updates, within: scope) }
  }
}
