import CLibGit2

extension Repository {
  /// A tree larger than this, about 100,000 entries, is refused.
  private static let largestTree = 4 << 20

  /// The entries of the tree (or of the commit's tree) named `id`, in Git's order.
  public func entries(ofTree id: ObjectID) throws(GitError) -> [TreeEntry] {
    let tree = try open(tree: id)
    var entries: [TreeEntry] = []
    let count = unsafe git_tree_entrycount(tree.pointer)
    for index in 0..<count {
      // The entry belongs to the tree, which is open until this function returns.
      if let entry = unsafe TreeEntry(borrowing: git_tree_entry_byindex(tree.pointer, index)) { entries.append(entry) }
    }
    return entries
  }

  /// The entry at `path` (with slashes) below the tree or commit named `id`, or nil when nothing is there.
  public func entry(at path: String, inTree id: ObjectID) throws(GitError) -> TreeEntry? {
    let operation = "look up \(path)"
    try Self.refuseZeroByte(in: path, operation)
    var names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String($0) ?? "" }
    let last = names.removeLast()
    var next = id
    for name in names {
      guard let entry = try entry(named: name, inTree: next), entry.mode == .directory else { return nil }
      next = entry.id
    }
    return try entry(named: last, inTree: next)
  }

  private func entry(named name: String, inTree id: ObjectID) throws(GitError) -> TreeEntry? {
    let tree = try open(tree: id)
    // As in `entries`.
    return unsafe TreeEntry(borrowing: git_tree_entry_byname(tree.pointer, name))
  }

  /// Opens a tree; nil is the empty one.
  func open(treeOrNone id: ObjectID?) throws(GitError) -> Handle {
    if let id { return try open(tree: id) }
    return try open(tree: writeTree(from: nil, changes: [:]))
  }

  /// Opens a tree by its own name or by that of a commit.
  func open(tree id: ObjectID) throws(GitError) -> Handle {
    let operation = "read tree \(id.short)"
    var raw = id.raw
    if try kind(of: id, operation) == GIT_OBJECT_COMMIT { raw = try commit(id).tree.raw }
    try requireSize(of: ObjectID(raw), GIT_OBJECT_TREE, atMost: Self.largestTree, operation)
    return try unsafe Handle(operation, git_tree_free) { unsafe git_tree_lookup(&$0, handle, &raw) }
  }
}

extension TreeEntry {
  /// Copies what libgit2 lends; nil for no entry, or one whose mode Git doesn't know.
  init?(borrowing raw: OpaquePointer?) {
    guard let raw = unsafe raw else { return nil }
    // An entry always has a name and an id, which live as long as its tree.
    guard
      let mode = unsafe FileMode(stored: git_tree_entry_filemode(raw).rawValue),
      let name = unsafe git_tree_entry_name(raw)
    else { return nil }
    unsafe self.init(name: String(cString: name), id: ObjectID(git_tree_entry_id(raw).pointee), mode: mode)
  }
}
