import ComposeModel
import GitOpsKit
import OrderedCollections
import Testing

@Suite struct `Trees after random changes` {
  /// Files with content ids, as a commit has them.
  private struct NamedTree: FileTree {
    var files: [String: String]

    func read(_ path: RepositoryPath) throws -> [UInt8]? { files[path.string].map { Array($0.utf8) } }

    func entries(in directory: RepositoryPath) throws -> [FileTreeEntry] {
      let prefix = directory == .root ? "" : directory.string + "/"
      var entries: [String: FileTreeEntry] = [:]
      for (path, text) in files where path.hasPrefix(prefix) {
        let parts = path.dropFirst(prefix.count).split(separator: "/").map(String.init)
        let isFile = parts.count == 1
        entries[parts[0]] = FileTreeEntry(
          name: parts[0],
          kind: isFile ? .file : .directory,
          contentID: isFile ? text : nil
        )
      }
      return entries.values.sorted { $0.name < $1.name }
    }
  }

  /// Always the same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  private static let paths = [
    "a/compose.yaml", "a/compose.override.yaml", "a/.env", "a/app.env", "a/base.yml", "b/docker-compose.yml",
    "b/compose.yml",
    "b/.env", "shared/db.yaml", "shared/more.yaml", "loose.yaml", "values.yaml", "c/d/compose.yaml", ".env",
  ]
  private static let texts = [
    "services:\n  web:\n    image: nginx:${TAG:-1}\n", "services:\n  web:\n    image: nginx:2\n    env_file: app.env\n",
    "include: [../shared/db.yaml]\nservices:\n  web:\n    image: nginx:3\n", "services: [\n", "TAG=7\n", "TAG=8\n",
    "a: 1\n",
    "services:\n  web:\n    extends: {file: base.yml, service: web}\n", "services:\n  db:\n    image: postgres:16\n",
    "include: [more.yaml]\n", "",
  ]

  @Test(arguments: 1...8)
  func `what is taken from the last tree is what loading anew gives`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var tree = NamedTree(files: [:])
    var last = try StackTree.load(from: tree)
    for step in 0..<40 {
      let path = Self.paths.randomElement(using: &dice) ?? ""
      if Int.random(in: 0..<4, using: &dice) == 0 {
        tree.files[path] = nil
      } else {
        tree.files[path] = Self.texts.randomElement(using: &dice)
      }
      let reused = try StackTree.load(from: tree, reusing: last)
      let fresh = try StackTree.load(from: tree)
      #expect(reused.stacks == fresh.stacks, "seed \(seed), step \(step), \(path)")
      #expect(reused.loose == fresh.loose, "seed \(seed), step \(step), \(path)")
      #expect(reused.loadedCount <= fresh.loadedCount)
      #expect(try StackTree.load(from: tree, reusing: reused).loadedCount == 0)
      last = reused
    }
  }
}
