/// Edits of a tree, sorted into the directories they're in.
struct TreePlan {
  /// What to do with one name of a directory.
  indirect enum Step {
    case edit(TreeEdit)
    case directory(TreePlan)
  }

  private(set) var steps: [String: Step] = [:]

  /// More than this many directories inside each other is refused.
  private static let deepest = 128

  private init() {}

  /// Sorts edits by path.
  init(_ changes: [String: TreeEdit]) throws(GitError) {
    for (path, edit) in changes.sorted(by: { $0.key < $1.key }) {
      let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      try Self.refuse(names, path)
      try insert(names[...], edit, path)
    }
  }

  private mutating func insert(_ names: ArraySlice<String>, _ edit: TreeEdit, _ path: String) throws(GitError) {
    guard let name = names.first else { return }
    if names.count == 1 {
      guard steps.updateValue(.edit(edit), forKey: name) == nil else { throw Self.inTheWay(path) }
      return
    }
    var inner = TreePlan()
    switch steps[name] {
    case .directory(let plan): inner = plan
    case .edit: throw Self.inTheWay(path)
    case nil: break
    }
    try inner.insert(names.dropFirst(), edit, path)
    steps[name] = .directory(inner)
  }

  private static func refuse(_ names: [String], _ path: String) throws(GitError) {
    let reason =
      if names.count > deepest {
        "it's more than \(deepest) directories deep"
      } else if names.contains(where: { ["", ".", ".."].contains($0) }) {
        "a part of the path is empty, `.` or `..`"
      } else if names.contains(where: { $0.lowercased() == ".git" }) {
        "no part of a path may be .git"
      } else if path.utf8.contains(0) {
        "the path holds a zero byte"
      } else {
        nil as String?
      }
    if let reason { throw GitError(code: .malformed, operation: "change `\(path)` in a tree", reason: reason) }
  }

  private static func inTheWay(_ path: String) -> GitError {
    GitError(
      code: .conflict,
      operation: "change `\(path)` in a tree",
      reason: "another change makes or removes a file at a directory of this path",
      help: "give one change for each path"
    )
  }
}
