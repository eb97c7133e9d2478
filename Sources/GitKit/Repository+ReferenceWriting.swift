import CLibGit2

extension Repository {
  /// Makes the reference `name` hold `id`, in one step that no other program can come between.
  ///
  /// - Parameters:
  ///   - name: The reference.
  ///   - id: An object that is here.
  ///   - expected: What it must hold now.
  ///   - log: The line for its log, where the repository keeps one.
  /// - Throws: ``GitError`` with ``GitError/Code/moved`` when it holds something else, with
  ///   ``GitError/Code/alreadyExists`` when it must not exist and does, and with ``GitError/Code/locked``.
  public func updateReference(
    _ name: RefName,
    to id: ObjectID,
    expecting expected: ExpectedValue,
    log: String
  ) throws(GitError) {
    let operation = "update \(name)"
    var raw = id.raw
    let line = GitError.oneLine(log)
    do throws(GitError) {
      let updated = try unsafe Handle(operation, git_reference_free) { made in
        switch expected {
        case .anything: return unsafe git_reference_create(&made, handle, name.name, &raw, 1, line)
        case .absent: return unsafe git_reference_create(&made, handle, name.name, &raw, 0, line)
        case .value(let old):
          var current = old.raw
          return unsafe git_reference_create_matching(&made, handle, name.name, &raw, 1, &current, line)
        }
      }
      _ = consume updated
    } catch {
      switch (error.code, expected) {
      case (.notFound, .value): throw GitError(status: GIT_EMODIFIED.rawValue, operation: operation)
      case (.alreadyExists, _): throw error.explained("it exists already", help: "read it again and decide anew")
      default: throw error
      }
    }
  }

  /// Removes the reference `name`; its commits stay until Git collects them.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/moved`` when it doesn't hold `expected`, and with
  ///   ``GitError/Code/notFound`` when it doesn't exist.
  public func deleteReference(_ name: RefName, expecting expected: ExpectedValue) throws(GitError) {
    let operation = "remove \(name)"
    let reference = try unsafe Handle(operation, git_reference_free) {
      unsafe git_reference_lookup(&$0, handle, name.name)
    }
    let held = try self.reference(name)
    switch expected {
    case .anything: break
    case .value(held): break
    case .absent, .value: throw GitError(status: GIT_EMODIFIED.rawValue, operation: operation)
    }
    // libgit2 itself refuses when the reference changed after it was opened above.
    try check(unsafe git_reference_delete(reference.pointer), operation)
  }
}
