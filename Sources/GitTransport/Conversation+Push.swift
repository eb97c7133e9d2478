import CLibGit2
import GitKit

extension Conversation {
  /// Pushes, and answers the server's decision on each update.
  func push(_ updates: [RefUpdate], within scope: PushScope) throws(GitError) -> [PushResult] {
    self.updates = updates
    self.scope = scope
    let repository = try Repository(at: remote.localRepository)
    for id in updates.compactMap(\.new) where try !repository.hasObject(id) {
      throw GitError(code: .notFound, operation: operation, reason: "object \(id.short) isn't in the local repository")
    }
    let handle = try open(in: repository)
    try connect(handle, GIT_DIRECTION_PUSH)
    var options = unsafe git_push_options()
    try attempt(unsafe git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION)))
    unsafe options.callbacks = try callbacks()
    unsafe options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    unsafe options.proxy_opts.type = GIT_PROXY_AUTO
    let names = try Outgoing(updates, in: repository, operation)
    defer { names.remove(from: repository) }
    let specs = CStringArray(names.specs)
    try attempt(unsafe specs.withRaw { unsafe git_remote_upload(handle.pointer, $0, &options) })
    return updates.map(result)
  }

  private func result(_ update: RefUpdate) -> PushResult {
    let name = update.ref.name
    let outcome: PushResult.Outcome =
      if let refusal = refusals[name] {
        .refused(refusal)
      } else if decided.contains(name) {
        .accepted
      } else {
        .refused("the server didn't say")
      }
    return PushResult(ref: update.ref, outcome: outcome, serverMessage: String(decoding: message, as: UTF8.self))
  }
}
