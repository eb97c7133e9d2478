/// The place of a file or directory in a repository: `cloud/wiki/compose.yaml`, or nothing for the root.
///
/// A path that was made can't leave the repository: it has no `.`, `..` or empty parts, no NUL, and isn't inside `.git`.
public struct RepositoryPath: Sendable, Hashable {
  /// The path with `/` between its parts; empty for the root.
  public let string: String

  private init(unchecked string: String) { self.string = string }

  /// The root of the repository.
  public static let root = RepositoryPath(unchecked: "")

  /// The longest path, in bytes.
  static let limit = 4_096

  /// Reads `path`.
  ///
  /// - Throws: ``EscapesRepository`` when it is absolute, has a part that leads elsewhere, or is too long.
  public init(_ path: String) throws(EscapesRepository) {
    self = path.isEmpty ? .root : try RepositoryPath.root.joining(relative: path, climbing: false)
  }

  /// The path of `relative` as seen from this directory; `..` climbs, but not above the root.
  ///
  /// - Throws: ``EscapesRepository`` when it would leave the repository.
  public func joining(relative: String) throws(EscapesRepository) -> RepositoryPath {
    try joining(relative: relative, climbing: true)
  }

  /// The path of the entry `name` of this directory.
  ///
  /// - Throws: ``EscapesRepository`` when `name` is no name of an entry.
  public func appending(_ name: String) throws(EscapesRepository) -> RepositoryPath {
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else { throw EscapesRepository(path: name) }
    return try joining(relative: name, climbing: false)
  }

  /// The directory that holds it; the root's parent is the root.
  public var parent: RepositoryPath { RepositoryPath(unchecked: components.dropLast().joined(separator: "/")) }

  /// The name in its directory; nil for the root.
  public var lastComponent: String? { components.last }

  /// The names from the root down.
  public var components: [String] { string.split(separator: "/").map(String.init) }

  /// Whether it is `directory` or lies below it.
  public func isInside(_ directory: RepositoryPath) -> Bool {
    directory.string.isEmpty || string == directory.string || string.hasPrefix(directory.string + "/")
  }

  private func joining(relative: String, climbing: Bool) throws(EscapesRepository) -> RepositoryPath {
    guard !relative.hasPrefix("/"), relative.utf8.count <= Self.limit, !relative.utf8.contains(0) else {
      throw EscapesRepository(path: relative)
    }
    var parts = components
    for part in relative.split(separator: "/", omittingEmptySubsequences: climbing) {
      switch part {
      case "." where climbing: continue
      case ".." where climbing && !parts.isEmpty: parts.removeLast()
      case ".", "..", "": throw EscapesRepository(path: relative)
      case _ where part.lowercased() == ".git": throw EscapesRepository(path: relative)
      default: parts.append(String(part))
      }
    }
    return RepositoryPath(unchecked: parts.joined(separator: "/"))
  }
}

/// A path that leads out of the repository, or to no file a repository can hold.
public struct EscapesRepository: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path as it was given.
  public let path: String
  /// What is wrong, in one sentence.
  public var description: String { "`\(path)` isn't a path inside the repository" }
}

extension RepositoryPath: CustomStringConvertible {
  /// The path, `.` for the root.
  public var description: String { string.isEmpty ? "." : string }
}

extension RepositoryPath: Comparable {
  /// By the bytes of the names, from the root down.
  public static func < (a: RepositoryPath, b: RepositoryPath) -> Bool {
    a.components.lexicographicallyPrecedes(b.components)
  }
}

extension RepositoryPath: Codable {
  /// Reads a string.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    self = text == "." || text.isEmpty ? .root : try RepositoryPath(text)
  }

  /// Writes a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
