import Glibc
import SystemPackage

/// A file that only one process at a time can hold, so that two don't do the same work.
///
/// The system lets go of it when the process ends, however it ends: nothing stale stays behind. (`flock` does it.)
package struct ProcessLock: ~Copyable, Sendable {
  private let file: FileDescriptor

  private init(_ file: FileDescriptor) { self.file = file }

  /// Takes the lock at `path`, making the file if it isn't there; nil when another process holds it.
  ///
  /// - Throws: ``ProcessError`` with ``ProcessError/Code/notStarted`` when the file can't be opened.
  package static func take(at path: String) throws(ProcessError) -> ProcessLock? {
    let operation = "take the lock \(path)"
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(
        FilePath(path),
        .readWrite,
        options: [.create, .closeOnExec, .noFollow],
        permissions: .ownerReadWrite
      )
    } catch let error as Errno {
      throw ProcessError(.notStarted, operation, ProcessError.words(error))
    } catch {
      throw ProcessError(.notStarted, operation, "the system gave no reason")
    }
    guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      try? file.close()
      if isHeld { return nil }
      throw ProcessError(.notStarted, operation, "the file system of \(path) has no locks")
    }
    return ProcessLock(file)
  }

  deinit {
    // A program that is just being started may still share the file: closing alone would leave it locked for a moment.
    _ = flock(file.rawValue, LOCK_UN)
    try? file.close()
  }
}
