import CLibGit2

/// Throws what libgit2 recorded for this thread, and clears it, unless `status` says success.
package func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(GitError) {
  guard status < 0 else { return }
  throw GitError(status: status, operation: operation())
}

extension GitError {
  /// What libgit2 recorded for this thread, which is cleared.
  package init(status: Int32, operation: String) {
    // libgit2 owns the text until this thread's next call; it's copied here, before anything else is called.
    let last = unsafe git_error_last()?.pointee
    let recorded = unsafe last?.message.map { unsafe String(cString: $0) }
    git_error_clear()
    var code = Code(status: status, area: unsafe last?.klass)
    // libgit2 1.5 says this instead of naming the owner when no safe.directory is configured at all.
    if code == .notFound, recorded?.contains("safe.directory") == true { code = .untrustedOwner }
    self.init(
      code: code,
      operation: operation,
      reason: Self.ownWords[code]?.reason ?? recorded.map(Self.plain) ?? "libgit2 gave no reason",
      help: Self.ownWords[code]?.help
    )
  }

  /// The same failure with a reason and help that fit the place better.
  package func explained(_ reason: String, code: Code? = nil, help: String? = nil) -> GitError {
    GitError(code: code ?? self.code, operation: operation, reason: reason, help: help)
  }

  private static let ownWords: [Code: (reason: String, help: String)] = [
    .locked: (
      "another program holds its lock",
      "try again in a moment; if no Git command runs there, remove the file that ends in .lock"
    ),
    .moved: ("it was changed by someone else in the meantime", "fetch, look at what is new, and try again"),
    .notFastForward: ("it would lose commits that are there already", "fetch, build on what is there, and try again"),
    .untrustedOwner: (
      "the repository belongs to another user, who could make us run things",
      "run as its owner, or list it as safe.directory in the Git configuration of the user who runs this"
    ),
    .bareRepository: ("the repository is bare", "use a clone with a work tree"),
    .unborn: ("the branch has no commit yet", "make the first commit"),
  ]

  /// libgit2's sentence without the words that tell a reader nothing.
  private static func plain(_ message: String) -> String {
    var text = message
    for (old, new) in [("failed to ", "couldn't "), ("invalid ", "malformed "), ("unable to ", "couldn't ")] {
      text = text.replacing(old, with: new)
    }
    return text
  }
}
