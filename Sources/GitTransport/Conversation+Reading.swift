import CLibGit2
import GitKit

extension Conversation {
  private static let mostReferences = 100_000

  /// The server's references.
  func references() throws(GitError) -> [RefName: ObjectID] {
    let repository = try Repository(at: remote.localRepository)
    let handle = try open(in: repository)
    try connect(handle, GIT_DIRECTION_FETCH)
    var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
    var count = 0
    try attempt(unsafe git_remote_ls(&heads, &count, handle.pointer))
    guard count <= Self.mostReferences else {
      throw GitError(code: .tooLarge, operation: operation, reason: "there are more than \(Self.mostReferences)")
    }
    var found: [RefName: ObjectID] = [:]
    for index in 0..<count {
      // The list belongs to the remote, which is open and connected; names and ids are copied.
      guard let head = unsafe heads?[index]?.pointee, let name = unsafe try? RefName(String(cString: head.name)) else {
        continue
      }
      found[name] = unsafe ObjectID(head.oid)
    }
    return found
  }

  /// Fetches into the local repository.
  func fetch(_ specs: [FetchSpec], _ pruning: RemoteRepository.Pruning) throws(GitError) {
    let repository = try Repository(at: remote.localRepository)
    let handle = try open(in: repository)
    try connect(handle, GIT_DIRECTION_FETCH)
    var options = unsafe try fetchOptions()
    unsafe options.prune = pruning == .prune ? GIT_FETCH_PRUNE : GIT_FETCH_NO_PRUNE
    unsafe options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
    let texts = CStringArray(specs.map(\.text))
    try attempt(
      unsafe texts.withRaw { unsafe git_remote_fetch(handle.pointer, $0, &options, "fetch from \(remote.url)") }
    )
  }

  /// Copies the whole remote repository to where the local one shall be.
  func clone(_ kind: Repository.Kind) throws(GitError) {
    var options = unsafe git_clone_options()
    try attempt(unsafe git_clone_options_init(&options, UInt32(GIT_CLONE_OPTIONS_VERSION)))
    unsafe options.fetch_opts = try fetchOptions()
    unsafe options.bare = kind == .bare ? 1 : 0
    unsafe options.remote_cb = { out, repository, name, url, _ in
      // As in `open(in:)`: the address that was checked, whatever the user's settings would make of it.
      var options = unsafe git_remote_create_options()
      unsafe git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION))
      unsafe options.repository = repository
      unsafe options.name = name
      unsafe options.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue
      return unsafe git_remote_create_with_opts(out, url, &options)
    }
    do throws(GitError) {
      _ = try unsafe Handle(operation, git_repository_free) {
        unsafe git_clone(&$0, remote.url, remote.localRepository, &options)
      }
    } catch {
      throw failure ?? cloneRefusal(error)
    }
  }

  private func cloneRefusal(_ error: GitError) -> GitError {
    switch error.code {
    case .alreadyExists: error.explained("the folder \(remote.localRepository) isn't empty", help: "name a new folder")
    default: plainer(error)
    }
  }

  private func fetchOptions() throws(GitError) -> git_fetch_options {
    var options = unsafe git_fetch_options()
    try attempt(unsafe git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION)))
    unsafe options.callbacks = try callbacks()
    unsafe options.update_fetchhead = 0
    unsafe options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    unsafe options.proxy_opts.type = GIT_PROXY_AUTO
    return unsafe options
  }
}
