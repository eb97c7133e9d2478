import Foundation

/// The folder of real-world files that stands beside the package, where there is one.
public enum SharedCorpus {
  /// The root of this package, found from this file's own place.
  public static let packageRoot: String = URL(fileURLWithPath: #filePath)
    .resolvingSymlinksInPath()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
    .path

  /// The absolute path of `../shared`, or nil on a machine without it.
  public static let directory: String? = {
    let folder = URL(fileURLWithPath: packageRoot).deletingLastPathComponent().appendingPathComponent("shared").path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Whether the corpus is there, for `.enabled(if: SharedCorpus.isPresent, SharedCorpus.absence)`.
  public static var isPresent: Bool { directory != nil }

  /// What a skipped test says.
  public static let absence = "the shared corpus isn't beside the package"

  /// Every file below `folder` of the corpus whose name ends in one of `endings`, sorted, as absolute paths.
  public static func files(in folder: String, endingIn endings: [String] = [".yaml", ".yml"]) -> [String] {
    guard let directory else { return [] }
    let root = "\(directory)/\(folder)"
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .sorted()
      .map { "\(root)/\($0)" }
  }
}
