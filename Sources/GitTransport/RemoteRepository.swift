public import GitKit

/// A repository elsewhere, as seen from a local one: what can be fetched from and pushed to.
///
/// Each call opens the local repository anew on a thread of its own, so it never blocks the caller's executor, and ends
/// when the server has been silent for ``patience``, when it takes twenty times as long, or when the task is cancelled.
///
/// A plain path or `file://` is read and written directly, without a server: **hooks there don't run**. ``runsHooks``
/// tells, and whoever relies on a guard has to say so.
public struct RemoteRepository: Sendable {
  /// The address.
  public let url: String
  /// Where the local repository lies.
  public let localRepository: String
  /// How long the server may be silent.
  public let patience: Duration
  let address: RemoteAddress
  /// A fetch that receives more bytes than this is ended.
  var mostReceived = 2 << 30
  let credentials: Credentials

  /// Names a remote repository; nothing is opened or connected yet.
  ///
  /// - Parameters:
  ///   - url: A path, `file://`, `git://`, `ssh://`, `user@host:path` or `https://`.
  ///   - path: The local repository.
  ///   - credentials: Who we are, and how the server is known.
  ///   - patience: How long the server may be silent.
  /// - Throws: ``GitError`` with ``GitError/Code/malformed`` for an address we can't use, one that holds a password, or a
  ///   token that would travel unencrypted.
  public init(
    url: String,
    localRepository path: String,
    credentials: Credentials = .none,
    patience: Duration = .seconds(30)
  ) throws(GitError) {
    address = try RemoteAddress(url)
    if case .token = credentials, address.kind != .https, !(address.kind == .http && address.isLoopback) {
      throw GitError(
        code: .authentication,
        operation: "use a token for \(url)",
        reason: "it would travel unencrypted",
        help: "use an https:// address"
      )
    }
    self.url = url
    self.localRepository = path
    self.credentials = credentials
    self.patience = patience
  }

  /// Whether a push runs the hooks of the repository, such as a guard: not when it's reached by a plain path.
  public var runsHooks: Bool { address.kind != .local }
}
