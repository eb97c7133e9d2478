import CLibGit2

extension GitError {
  /// A kind of failure; new kinds may come, so a `switch` needs a default.
  public struct Code: Hashable, Sendable {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// The object, reference, repository or path isn't there.
    public static let notFound = Code("not found")
    /// It exists already.
    public static let alreadyExists = Code("already exists")
    /// A shortened name fits several objects.
    public static let ambiguous = Code("ambiguous")
    /// A name, path or object that Git's rules refuse.
    public static let malformed = Code("malformed")
    /// Another program holds the lock.
    public static let locked = Code("locked")
    /// A reference no longer has the value that was expected.
    public static let moved = Code("moved")
    /// The change would rewind a reference.
    public static let notFastForward = Code("not a fast-forward")
    /// The two sides can't be joined, or stand in each other's way.
    public static let conflict = Code("conflict")
    /// Something is larger or longer than we accept.
    public static let tooLarge = Code("too large")
    /// The repository belongs to another user, so its settings aren't trusted.
    public static let untrustedOwner = Code("untrusted owner")
    /// The operation needs a work tree, and the repository is bare.
    public static let bareRepository = Code("bare repository")
    /// The branch has no commit yet.
    public static let unborn = Code("unborn")
    /// The server didn't accept our identity.
    public static let authentication = Code("authentication")
    /// The server isn't who we know it to be.
    public static let untrustedServer = Code("untrusted server")
    /// The server couldn't be reached.
    public static let unreachable = Code("unreachable")
    /// The server didn't answer in time.
    public static let timedOut = Code("timed out")
    /// The caller gave up.
    public static let cancelled = Code("cancelled")
    /// The reference isn't one that this program may push.
    public static let outOfScope = Code("out of scope")
    /// The server refused a reference.
    public static let refused = Code("refused")
    /// Nothing of the above.
    public static let other = Code("other")
  }
}

extension GitError.Code: CustomStringConvertible {
  /// The kind in words.
  public var description: String { name }
}

extension GitError.Code {
  /// The kind that a status of libgit2 stands for; a bare "error" is told apart by the area it came from.
  init(status: Int32, area: Int32? = nil) {
    self =
      switch status {
      case GIT_ENOTFOUND.rawValue: .notFound
      case GIT_EEXISTS.rawValue: .alreadyExists
      case GIT_EAMBIGUOUS.rawValue: .ambiguous
      case GIT_EINVALIDSPEC.rawValue, GIT_EINVALID.rawValue: .malformed
      case GIT_ELOCKED.rawValue: .locked
      case GIT_EMODIFIED.rawValue: .moved
      case GIT_ENONFASTFORWARD.rawValue: .notFastForward
      case GIT_ECONFLICT.rawValue, GIT_EMERGECONFLICT.rawValue, GIT_EUNMERGED.rawValue: .conflict
      case GIT_EOWNER.rawValue: .untrustedOwner
      case GIT_EBAREREPO.rawValue: .bareRepository
      case GIT_EUNBORNBRANCH.rawValue: .unborn
      case GIT_EAUTH.rawValue: .authentication
      case GIT_ECERTIFICATE.rawValue: .untrustedServer
      case GIT_EUSER.rawValue: .cancelled
      default: Self.network.contains(area) ? .unreachable : .other
      }
  }

  private static let network = [
    GIT_ERROR_NET, GIT_ERROR_SSL, GIT_ERROR_SSH, GIT_ERROR_HTTP,
  ].map { Int32($0.rawValue) as Int32? }
}
