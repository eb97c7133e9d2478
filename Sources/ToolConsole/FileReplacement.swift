import FoundationEssentials
import Glibc
import SystemPackage

/// Puts new bytes in the place of a file in one step: whoever reads it sees all of the old ones or all of the new ones.
///
/// Mode, owner and group stay. A symbolic link is followed, so that the file it leads to is the one that changes.
public enum FileReplacement {
  /// Writes `bytes` beside the file at `path`, waits until the disk has them, and renames.
  ///
  /// - Throws: ``FileReplacementError`` where a step can't be done; the file is then as it was, and nothing is left
  ///   beside it.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileReplacementError) {
    let target = FilePath(URL(filePath: path).resolvingSymlinksInPath().path)
    let name = target.lastComponent?.string ?? ""
    let random = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let draft = target.removingLastComponent().appending(".\(name.prefix(100)).\(random)")
    do {
      let old = try Stat(target)
      let file = try FileDescriptor.open(
        draft,
        .writeOnly,
        options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite
      )
      do {
        try file.closeAfter { try write(bytes, to: file, like: old) }
        guard unsafe rename(draft.string, target.string) == 0 else { throw Errno(rawValue: errno) }
      } catch {
        try? FileManager.default.removeItem(atPath: draft.string)
        throw error
      }
    } catch {
      throw FileReplacementError(error as? Errno ?? .ioError)
    }
    // Without this the new name could be lost with the power; the file itself is whole either way.
    let directory = try? FileDescriptor.open(target.removingLastComponent(), .readOnly, options: .closeOnExec)
    _ = try? directory?.closeAfter { fsync(directory?.rawValue ?? -1) }
  }

  private static func write(_ bytes: [UInt8], to file: FileDescriptor, like old: Stat) throws {
    try file.writeAll(bytes)
    let own = try Stat(file)
    if own.userID != old.userID || own.groupID != old.groupID {
      // Said of its own: a file that changes hands is worse than one that doesn't change.
      guard fchown(file.rawValue, old.userID.rawValue, old.groupID.rawValue) == 0 else { throw Errno(rawValue: errno) }
    }
    guard fchmod(file.rawValue, old.permissions.rawValue) == 0 else { throw Errno(rawValue: errno) }
    guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }
}

/// Why a file wasn't replaced.
public struct FileReplacementError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reason, as a clause.
  public let description: String

  init(_ cause: Errno) {
    description =
      switch cause {
      case .permissionDenied, .notPermitted, .readOnlyFileSystem: "this user may not write there, or not as its owner"
      case .noSpace, .diskQuotaExceeded: "there is no room for it"
      case .fileTooLarge: "it is larger than a file may be here"
      case .noSuchFileOrDirectory: "it is gone"
      default: "the system says: \(cause)"
      }
  }
}
