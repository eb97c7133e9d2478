import ComposeModel
import FoundationEssentials

/// A directory as a place in the homelab that holds it: the nearest directory above it with Longshore's own files.
struct HomelabPlace {
  /// The homelab's root; the directory itself when it belongs to none.
  let root: String
  /// The directory as seen from the root.
  let path: RepositoryPath

  init(of directory: String) throws {
    let absolute = URL(filePath: directory).resolvingSymlinksInPath().path
    let parts = absolute.split(separator: "/").map(String.init)
    let depth = (0...parts.count).reversed().first { depth in
      FileManager.default.fileExists(atPath: Self.path(parts.prefix(depth)) + "/.longshore")
    }
    root = depth.map { Self.path(parts.prefix($0)) } ?? directory
    path = try depth.map { try RepositoryPath(parts.dropFirst($0).joined(separator: "/")) } ?? .root
  }

  private static func path(_ parts: some Sequence<String>) -> String { "/" + parts.joined(separator: "/") }
}
