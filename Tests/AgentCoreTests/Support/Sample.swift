import ComposeModel
import FoundationEssentials
import GitOpsKit
import OrderedCollections
import ReleaseKit
import SourceDiagnostics
import Testing

/// The sample homelab, as it stands in the repository.
enum Sample {
  static var tree: DirectoryTree {
    get throws {
      let root = URL(filePath: #filePath).appending(path: "../../../../Examples/homelab").standardized
      return try DirectoryTree(root.path)
    }
  }

  /// Every file of the sample.
  static func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try collect(.root, of: tree, into: &files)
    return files
  }

  private static func collect(
    _ directory: RepositoryPath,
    of tree: DirectoryTree,
    into files: inout [String: [UInt8]]
  ) throws {
    for entry in try tree.entries(in: directory) {
      let path = try directory.appending(entry.name)
      if entry.kind == .directory {
        try collect(path, of: tree, into: &files)
      } else {
        files[path.string] = try tree.read(path)
      }
    }
  }
}

/// A tree of files, its stacks, and a catalogue.
struct Scene {
  let tree: MemoryTree
  let stacks: StackTree
  let catalogue: ImageCatalogue

  init(_ files: [String: String], catalogue: String) throws {
    tree = MemoryTree(files)
    stacks = try StackTree.load(from: tree)
    let loaded = ImageCatalogue.load([("catalogue.yaml", Array(catalogue.utf8))])
    #expect(loaded.diagnostics.isEmpty)
    self.catalogue = try #require(loaded.value)
  }
}
