import CLibGit2

/// A Git repository on disk, opened through libgit2.
///
/// It owns the open repository and closes it at the end of its life. What it answers are plain values. It may move to
/// another task or thread; two threads must not call one repository at the same time, so share it through an actor, or
/// open it twice.
///
/// Every function throws ``GitError``; with ``GitError/Code/notFound`` when an object it is given isn't there.
@safe public struct Repository: ~Copyable, @unchecked Sendable {  // libgit2's handles may move between threads
  private let owner: Handle

  /// Opens the repository whose `.git` folder, or whose bare self, is at `path`.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/notFound`` when there is none, and with
  ///   ``GitError/Code/untrustedOwner`` when it belongs to another user.
  public init(at path: String) throws(GitError) {
    let none = "there is no Git repository"
    try self.init(opening: path, "open repository \(path)", none, GIT_REPOSITORY_OPEN_NO_SEARCH)
  }

  /// Opens the repository that holds the directory `path`, looking there and above.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/notFound`` when none does, and with
  ///   ``GitError/Code/untrustedOwner`` when it belongs to another user.
  public init(discoveringFrom path: String) throws(GitError) {
    let none = "neither this directory nor one above it is a Git repository"
    try self.init(opening: path, "open the repository of \(path)", none, git_repository_open_flag_t(0))
  }

  /// Opens the repository that Git's environment names, as a hook must.
  ///
  /// While a push is judged its objects lie in a quarantine that only `GIT_OBJECT_DIRECTORY` and
  /// `GIT_ALTERNATE_OBJECT_DIRECTORIES` show; ``init(at:)`` wouldn't see them.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/notFound`` when the environment names none.
  public static func fromEnvironment() throws(GitError) -> Repository {
    let none = "the environment names no Git repository"
    return try Repository(opening: nil, "open the repository of this hook", none, GIT_REPOSITORY_OPEN_FROM_ENV)
  }

  /// Makes an empty repository.
  ///
  /// - Parameters:
  ///   - path: The work tree's folder, or the bare repository's; it's made if it isn't there.
  ///   - kind: With a work tree, or bare as a server has it.
  ///   - initialBranch: The short name of the branch that HEAD names.
  /// - Returns: The repository, open.
  /// - Throws: ``GitError`` with ``GitError/Code/alreadyExists`` when there is one at `path`.
  public static func create(
    at path: String,
    kind: Kind,
    initialBranch: String = "main"
  ) throws(GitError) -> Repository {
    try Repository(creating: path, kind, initialBranch)
  }

  /// Whether a repository has a work tree.
  public enum Kind: Sendable, Hashable {
    /// Objects and references only, as on a server.
    case bare
    /// Files beside a `.git` folder.
    case withWorkTree
  }

  package var handle: OpaquePointer { unsafe owner.pointer }

  /// The folder of objects and references, without a slash at its end.
  public var path: String {
    // libgit2 keeps the text as long as the repository is open.
    Self.withoutSlash(unsafe git_repository_path(handle).map { unsafe String(cString: $0) } ?? "")
  }

  /// The folder of the work tree, without a slash at its end; nil for a bare repository.
  public var workTree: String? {
    // As above.
    unsafe git_repository_workdir(handle).map { Self.withoutSlash(unsafe String(cString: $0)) }
  }

  /// Whether there is no work tree.
  public var isBare: Bool { unsafe git_repository_is_bare(handle) == 1 }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

extension Repository {
  private init(
    opening path: String?,
    _ operation: String,
    _ none: String,
    _ flags: git_repository_open_flag_t
  ) throws(GitError) {
    try LibGit2.start()
    try Self.refuseZeroByte(in: path ?? "", operation)
    do throws(GitError) {
      owner = try unsafe Handle(operation, git_repository_free) {
        unsafe git_repository_open_ext(&$0, path, flags.rawValue, nil)
      }
    } catch {
      guard error.code == .notFound else { throw error }
      throw error.explained(none, help: "name the folder of a clone or of a bare repository")
    }
  }

  private init(creating path: String, _ kind: Kind, _ branch: String) throws(GitError) {
    try LibGit2.start()
    let operation = "create repository \(path)"
    try Self.refuseZeroByte(in: path, operation)
    _ = try RefName.branch(branch)
    var options = unsafe git_repository_init_options()
    try check(
      unsafe git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
      operation
    )
    unsafe options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
    if kind == .bare { unsafe options.flags |= GIT_REPOSITORY_INIT_BARE.rawValue }
    do throws(GitError) {
      owner = try unsafe Handle(operation, git_repository_free) { opened in
        // The text of the branch's name is lent for this one call.
        unsafe branch.withCString { name in
          unsafe options.initial_head = name
          return unsafe git_repository_init_ext(&opened, path, &options)
        }
      }
    } catch {
      guard error.code == .alreadyExists else { throw error }
      throw error.explained("there is a repository already", help: "name another folder")
    }
  }

  /// Swift's strings may hold a zero byte, at which C would end them: then it would act on another name.
  static func refuseZeroByte(in text: String, _ operation: @autoclosure () -> String) throws(GitError) {
    guard text.utf8.contains(0) else { return }
    throw GitError(code: .malformed, operation: operation(), reason: "the name holds a zero byte")
  }
}
