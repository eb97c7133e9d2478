import Foundation

/// A directory for one test, which removes itself and all it holds when nothing refers to it any more.
public final class TemporaryDirectory: Sendable {
  /// Its absolute path, without symbolic links.
  public let path: String

  /// Makes an empty directory whose name begins with `name`.
  public init(named name: String = "longshore") throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let directory = parent.appendingPathComponent("\(name)-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of `relative` inside this directory.
  public func path(_ relative: String) -> String { "\(path)/\(relative)" }

  /// Writes a file, making the directories above it, and answers its absolute path.
  @discardableResult
  public func write(_ text: String, to relative: String) throws -> String {
    try write(Array(text.utf8), to: relative)
  }

  /// Writes a file of bytes, making the directories above it, and answers its absolute path.
  @discardableResult
  public func write(_ bytes: [UInt8], to relative: String) throws -> String {
    let file = URL(fileURLWithPath: path(relative))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The text of a file inside this directory.
  public func read(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(relative))), as: UTF8.self)
  }

  /// Makes a directory, and those above it, and answers its absolute path.
  @discardableResult
  public func makeDirectory(_ relative: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(relative), withIntermediateDirectories: true)
    return path(relative)
  }

  /// Sets a file's permissions, for example `0o755`.
  public func setPermissions(_ permissions: Int, of relative: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path(relative))
  }
}
