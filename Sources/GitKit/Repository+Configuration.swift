import CLibGit2

extension Repository {
  /// The address of the remote `name` after the configuration's `url.*.insteadOf`, or nil when there is none.
  public func remoteURL(named name: String) throws(GitError) -> String? {
    let settings = try settings()
    guard let url = try value(of: "remote.\(name).url", in: settings) else { return nil }
    let fitting = try replacements(in: settings).filter { url.utf8.starts(with: $0.prefix.utf8) }
    guard let longest = fitting.max(by: { $0.prefix.utf8.count < $1.prefix.utf8.count }) else { return url }
    return longest.base + url.dropFirst(longest.prefix.count)
  }

  /// The value of a key of the configuration, such as `user.name`, or nil when it isn't set.
  func configuration(_ key: String) throws(GitError) -> String? {
    try value(of: key, in: settings())
  }

  private func settings() throws(GitError) -> Handle {
    try unsafe Handle("read the Git configuration", git_config_free) {
      unsafe git_repository_config_snapshot(&$0, handle)
    }
  }

  private func value(of key: String, in settings: borrowing Handle) throws(GitError) -> String? {
    let operation = "read `\(key)` of the Git configuration"
    try Self.refuseZeroByte(in: key, operation)
    var value: UnsafePointer<CChar>?
    let status = unsafe git_config_get_string(&value, settings.pointer, key)
    if status == GIT_ENOTFOUND.rawValue || status == GIT_EINVALIDSPEC.rawValue {
      git_error_clear()
      return nil
    }
    try check(status, operation)
    // The text belongs to the snapshot, which is open; it's copied.
    return unsafe value.map { unsafe String(cString: $0) }
  }

  /// Every `url.BASE.insteadOf = PREFIX`.
  private func replacements(in settings: borrowing Handle) throws(GitError) -> [(base: String, prefix: String)] {
    let operation = "read the Git configuration"
    let iterator = try unsafe Handle(operation, git_config_iterator_free) {
      unsafe git_config_iterator_glob_new(&$0, settings.pointer, "^url\\..*\\.insteadof$")
    }
    var found: [(base: String, prefix: String)] = []
    while true {
      var entry: UnsafeMutablePointer<git_config_entry>?
      let status = unsafe git_config_next(&entry, iterator.pointer)
      if status == GIT_ITEROVER.rawValue { break }
      try check(status, operation)
      // The entry belongs to the iterator until its next step; both texts are copied.
      guard let entry = unsafe entry?.pointee, let value = unsafe entry.value else { continue }
      let name = unsafe String(cString: entry.name)
      found.append((String(name.dropFirst("url.".count).dropLast(".insteadof".count)), unsafe String(cString: value)))
    }
    git_error_clear()
    return found
  }
}
