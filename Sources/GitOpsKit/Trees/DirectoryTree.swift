public import ComposeModel
import FoundationEssentials

/// The files below a directory on disk.
///
/// Symbolic links are followed only to what is below the directory too, and nothing but regular files is read.
public struct DirectoryTree: FileTree {
  /// The directory's path without symbolic links.
  public let path: String
  private let limit: Int

  /// The files below the directory at `path`.
  ///
  /// - Parameters:
  ///   - path: A directory.
  ///   - limit: The most bytes of a file that are read.
  /// - Throws: ``GitOpsError`` when it isn't a directory.
  public init(_ path: String, limit: Int = 4 << 20) throws(GitOpsError) {
    self.path = URL(filePath: path).resolvingSymlinksInPath().path
    self.limit = limit
    guard Self.kind(at: self.path) == .typeDirectory else {
      throw GitOpsError(
        code: .notFound,
        operation: "read directory \(path)",
        reason: Self.kind(at: self.path) == nil ? "there is no such directory" : "it isn't a directory",
        help: "name the folder that holds the stacks"
      )
    }
  }

  /// The bytes of the file at `path`; nil when there is none.
  public func read(_ path: RepositoryPath) throws -> [UInt8]? {
    guard let place = try place(of: path), let kind = Self.kind(at: place) else { return nil }
    // A link that is still one after all were followed leads nowhere or round in a circle.
    if kind == .typeDirectory || kind == .typeSymbolicLink { return nil }
    guard kind == .typeRegular else {
      throw GitOpsError(code: .unreadableFile, operation: "read \(path)", reason: "it isn't a regular file")
    }
    if let size = Self.size(at: place), size > limit { throw tooLarge(path, size) }
    guard let contents = FileManager.default.contents(atPath: place) else {
      throw GitOpsError(
        code: .unreadableFile,
        operation: "read \(path)",
        reason: "this user may not read it",
        help: "run as its owner, or change its permissions"
      )
    }
    guard contents.count <= limit else { throw tooLarge(path, contents.count) }
    return Array(contents)
  }

  /// What is in the directory at `path`, sorted by name.
  public func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
    guard let place = try place(of: directory), Self.kind(at: place) == .typeDirectory else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
      throw GitOpsError(
        code: .unreadableFile,
        operation: "read directory \(directory)",
        reason: "this user may not read it",
        help: "run as its owner, or change its permissions"
      )
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in
        Self.entryKind(at: "\(place)/\(name)").map { FileTreeEntry(name: name, kind: $0, contentID: nil) }
      }
  }

  /// What Git would call it; nil for what Git wouldn't keep, such as a socket.
  private static func entryKind(at path: String) -> FileTreeEntry.Kind? {
    switch kind(at: path) {
    case .typeDirectory?: .directory
    case .typeSymbolicLink?: .symlink
    case .typeRegular?: FileManager.default.isExecutableFile(atPath: path) ? .executable : .file
    default: nil
    }
  }

  private static func kind(at path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func size(at path: String) -> Int? {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? any BinaryInteger
    return size.map { Int(clamping: $0) }
  }

  /// Where `path` really lies; nil when nothing is there.
  private func place(of path: RepositoryPath) throws -> String? {
    if path == .root { return self.path }
    let place = URL(filePath: "\(self.path)/\(path.string)").resolvingSymlinksInPath().path
    guard place == self.path || place.hasPrefix(self.path + "/") || self.path == "/" else {
      throw GitOpsError(
        code: .badLink,
        operation: "read \(path)",
        reason: "a link on the way leads out of the directory",
        help: "put a file in the place of the link"
      )
    }
    return place
  }

  private func tooLarge(_ path: RepositoryPath, _ size: Int) -> GitOpsError {
    GitOpsError(
      code: .tooLarge,
      operation: "read \(path)",
      reason: "it has \(size) bytes, and at most \(limit) are read",
      help: "keep large files out of the folders of stacks"
    )
  }
}
