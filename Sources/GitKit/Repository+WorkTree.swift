import CLibGit2

extension Repository {
  /// Whether the work tree is as HEAD has it: nothing modified, added, removed or untracked but not ignored.
  public func isWorkTreeClean() throws(GitError) -> Bool { try modifiedPaths(limit: 1).isEmpty }

  /// The paths at which the work tree or the index differs from HEAD, sorted; an untracked directory is one path.
  ///
  /// - Throws: ``GitError`` with ``GitError/Code/bareRepository`` when there is no work tree.
  public func modifiedPaths(limit: Int = 1_000) throws(GitError) -> [String] {
    let operation = "look at the work tree"
    var options = unsafe git_status_options()
    try check(unsafe git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)), operation)
    unsafe options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
    unsafe options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_EXCLUDE_SUBMODULES.rawValue
    let list = try unsafe Handle(operation, git_status_list_free) { unsafe git_status_list_new(&$0, handle, &options) }
    var paths: Set<String> = []
    let count = unsafe git_status_list_entrycount(list.pointer)
    for index in 0..<count where paths.count < limit {
      // The entry and its texts belong to the list, which is open; the path is copied.
      guard let entry = unsafe git_status_byindex(list.pointer, index)?.pointee else { continue }
      let delta = unsafe (entry.index_to_workdir ?? entry.head_to_index)?.pointee
      let path = unsafe delta?.new_file.path ?? delta?.old_file.path
      if let path = unsafe path { paths.insert(unsafe String(cString: path)) }
    }
    return paths.sorted()
  }
}
