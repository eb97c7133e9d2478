import CLibGit2
import Synchronization

/// The C library: started once, with the settings that hold for the whole process.
package enum LibGit2 {
  private static let started: Bool = {
    git_libgit2_init() > 0
  }()

  /// Starts the library if it isn't running.
  package static func start() throws(GitError) {
    if !started { throw GitError(code: .other, operation: "start libgit2", reason: "it gave no reason") }
  }
}

/// How many objects of libgit2 are open; counted in debug builds only, so that a test can find a leak.
package enum OpenHandles {
  #if DEBUG
  private static let counter = Atomic<Int>(0)

  /// Whether anything is counted.
  package static let areCounted = true

  /// Opened minus freed.
  package static var count: Int { counter.load(ordering: .sequentiallyConsistent) }

  static func add(_ change: Int) { counter.add(change, ordering: .sequentiallyConsistent) }
  #else
  /// Whether anything is counted.
  package static let areCounted = false

  /// Not counted in release builds.
  package static var count: Int { 0 }

  static func add(_ change: Int) {}
  #endif
}
