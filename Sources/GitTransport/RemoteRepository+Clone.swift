public import GitKit

extension RemoteRepository {
  /// Copies the repository at `url` into the new folder `path`, with a remote named `origin`.
  ///
  /// When the call is given up the folder may remain half-filled for as long as the server stays silent.
  ///
  /// - Parameters:
  ///   - url: As for ``init(url:localRepository:credentials:patience:)``.
  ///   - path: A folder that doesn't exist or is empty.
  ///   - kind: With a work tree, or bare.
  ///   - credentials: Who we are, and how the server is known.
  ///   - patience: How long the server may be silent.
  /// - Returns: The remote, seen from the new copy.
  /// - Throws: ``GitError`` with ``GitError/Code/alreadyExists`` when the folder isn't empty, or as ``references()``.
  public static func clone(
    from url: String,
    into path: String,
    kind: Repository.Kind = .withWorkTree,
    credentials: Credentials = .none,
    patience: Duration = .seconds(30)
  ) async throws(GitError) -> RemoteRepository {
    let remote = try RemoteRepository(url: url, localRepository: path, credentials: credentials, patience: patience)
    let session = remote.session("clone \(url)")
    try await session.run { (conversation) throws(GitError) in try conversation.clone(kind) }
    return remote
  }
}
