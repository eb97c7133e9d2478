/// What a tree's entry is.
public enum FileMode: UInt32, Sendable, Hashable, Codable {
  /// A file.
  case file = 0o100644
  /// A file that may be run.
  case executable = 0o100755
  /// A symbolic link, whose blob holds the target.
  case symlink = 0o120000
  /// A tree.
  case directory = 0o040000
  /// A commit of another repository.
  case submodule = 0o160000

  /// The mode as stored; old repositories hold files that a group may write.
  init?(stored: UInt32) {
    if stored == 0o100664 { self = .file } else { self.init(rawValue: stored) }
  }
}
