import CLibGit2

extension Repository {
  /// The paths at which two trees (or commits' trees) differ, sorted; nil is the empty tree.
  ///
  /// A file that was moved is one path less and one path more. Equal directories aren't read.
  ///
  /// - Parameters:
  ///   - old: The tree before.
  ///   - new: The tree after.
  ///   - limit: The most changes to list, because a few small objects can describe millions of files.
  /// - Returns: Every changed file, link and submodule.
  /// - Throws: ``GitError`` with ``GitError/Code/tooLarge`` when there are more than `limit` changes.
  public func changes(
    from old: ObjectID?,
    to new: ObjectID?,
    limit: Int = 100_000
  ) throws(GitError) -> [TreeChange] {
    let before = try open(treeOrNone: old)
    let after = try open(treeOrNone: new)
    let operation = "compare two trees"
    var options = unsafe git_diff_options()
    try check(unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), operation)
    unsafe options.flags = GIT_DIFF_INCLUDE_TYPECHANGE.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
    unsafe options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE
    unsafe options.notify_cb = { _, _, _, payload in
      // The payload is `room` below, which outlives the comparison.
      guard let room = unsafe payload?.assumingMemoryBound(to: Int.self) else { return -1 }
      unsafe room.pointee -= 1
      return unsafe room.pointee < 0 ? GIT_EUSER.rawValue : 0
    }
    var room = limit
    do throws(GitError) {
      let difference = try unsafe Handle(operation, git_diff_free) { diff in
        unsafe withUnsafeMutablePointer(to: &room) { room in
          unsafe options.payload = UnsafeMutableRawPointer(room)
          return unsafe git_diff_tree_to_tree(&diff, handle, before.pointer, after.pointer, &options)
        }
      }
      return Self.changes(in: difference)
    } catch {
      guard room < 0 else { throw error }
      let help = "make a smaller change, or several"
      throw GitError(code: .tooLarge, operation: operation, reason: "more than \(limit) files differ", help: help)
    }
  }

  private static func changes(in difference: borrowing Handle) -> [TreeChange] {
    let count = unsafe git_diff_num_deltas(difference.pointer)
    return (0..<count).compactMap { index in
      // A delta belongs to its difference, which the caller holds; everything is copied.
      guard let delta = unsafe git_diff_get_delta(difference.pointer, index)?.pointee else { return nil }
      guard let path = unsafe (delta.new_file.path ?? delta.old_file.path).map({ unsafe String(cString: $0) }) else {
        return nil
      }
      return unsafe TreeChange(path: path, old: entry(delta.old_file, path), new: entry(delta.new_file, path))
    }
  }

  private static func entry(_ file: git_diff_file, _ path: String) -> TreeEntry? {
    guard let mode = unsafe FileMode(stored: UInt32(file.mode)) else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return unsafe TreeEntry(name: name, id: ObjectID(file.id), mode: mode)
  }
}
