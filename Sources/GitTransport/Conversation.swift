import CLibGit2
import GitKit

/// One conversation with a server through libgit2, on the one thread that owns it and all it opens.
final class Conversation {
  let remote: RemoteRepository
  let operation: String
  let signs: Signs

  /// Why one of the callbacks ended the conversation.
  var failure: GitError?
  /// Whether we told the server our name, and whether we proved it: each is done once.
  var isNamed = false
  var hasProved = false
  /// What the server's programs printed.
  var message: [UInt8] = []
  /// What is to be pushed, and the server's word on each reference.
  var updates: [RefUpdate] = []
  var scope = PushScope(patterns: [])
  var refusals: [String: String] = [:]
  var decided: Set<String> = []

  init(_ remote: RemoteRepository, _ operation: String, _ signs: Signs) throws(GitError) {
    try LibGit2.start()
    self.remote = remote
    self.operation = operation
    self.signs = signs
  }

  /// Names the server to libgit2; the user's `url.*.insteadOf` isn't applied, so it's the address that was checked.
  func open(in repository: borrowing Repository) throws(GitError) -> Handle {
    var options = unsafe git_remote_create_options()
    try attempt(unsafe git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION)))
    unsafe options.repository = repository.handle
    unsafe options.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue | GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC.rawValue
    return try unsafe Handle(operation, git_remote_free) {
      unsafe git_remote_create_with_opts(&$0, remote.url, &options)
    }
  }

  /// Connects; what goes wrong here without a better name is a server that can't be reached.
  func connect(_ handle: borrowing Handle, _ direction: git_direction) throws(GitError) {
    var callbacks = unsafe try callbacks()
    var proxy = unsafe git_proxy_options()
    try attempt(unsafe git_proxy_options_init(&proxy, UInt32(GIT_PROXY_OPTIONS_VERSION)))
    unsafe proxy.type = GIT_PROXY_AUTO
    do throws(GitError) {
      try attempt(unsafe git_remote_connect(handle.pointer, direction, &callbacks, &proxy, nil))
    } catch {
      throw plainer(error)
    }
  }

  /// Throws what a callback noted, or else what libgit2 says, when `status` isn't success.
  func attempt(_ status: Int32) throws(GitError) {
    guard status < 0 else { return }
    let recorded = GitError(status: status, operation: operation)
    throw failure ?? recorded
  }

  func plainer(_ error: GitError) -> GitError {
    if error == failure { return error }
    switch error.code {
    case .other where remote.address.kind == .local, .unreachable where remote.address.kind == .local:
      return error.explained("there is no Git repository", code: .notFound, help: "check the path")
    case .other, .unreachable:
      return error.explained(
        error.reason,
        code: .unreachable,
        help: "check the address, that the server is up, and that it lets you read there"
      )
    case .notFound:
      return error.explained("there is no Git repository", help: "check the path")
    case .authentication:
      return error.explained(
        "the server didn't accept who we are",
        help: "check the key or token, and who may read there"
      )
    case .untrustedServer:
      return error.explained(
        "its certificate isn't one that this machine trusts",
        help: "install its issuer's certificate"
      )
    default: return error
    }
  }
}
