import ComposeModel
import Fixtures
import Foundation
import GitOpsKit
import SourceDiagnostics
import Testing

/// The services that we say are recreated for their settings, beside those whose hash docker compose says is another.
///
/// `LONGSHORE_PAIRS=2000 LONGSHORE_SEED=7 Scripts/test --filter ImpactAgreementTests` makes a long run.
@Suite(
  .enabled(if: ComposeReference.path != nil, "there is no docker compose 2.40 to compare with: Scripts/services start")
)
struct `What is recreated` {
  private static let pairs = ComposeReference.number("LONGSHORE_PAIRS", or: 60)
  private static let seed = ComposeReference.number("LONGSHORE_SEED", or: 2_026)

  @Test func `is whose hash changes, in random projects`() async throws {
    try await Self.compare { random in
      let project = RandomProject(seed: random.next())
      let directory = try TemporaryDirectory(named: "impact")
      for (path, text) in project.files { try directory.write(text, to: "app/\(path)") }
      let stack = try ChangingStack(
        "app/compose.yaml",
        under: directory.path,
        overlays: Array(project.mainFiles.dropFirst())
      )
      return try stack.follow(&random) {
        if $0.chance(20) { try directory.write("TAG=\($0.below(3))\nPORT=8080\nPROJECT_DIR=./data\n", to: "app/.env") }
      }
    }
  }

  @Test(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
  func `is whose hash changes, in real stacks`() async throws {
    let root = try #require(SharedCorpus.directory) + "/corpus/compose"
    let files = SharedCorpus.files(in: "corpus/compose").map { String($0.dropFirst(root.utf8.count + 1)) }
    try await Self.compare { random in
      let stack = try ChangingStack(random.pick(files), under: root)
      return try stack.follow(&random) { _ in }
    }
  }

  /// Follows stacks through their versions until there are as many pairs of them as are wanted.
  private static func compare(
    _ follow: @escaping @Sendable (inout SeededGenerator) throws -> ChangingStack.Tally
  ) async throws {
    let tally = try await OwnThread.map([seed]) { seed in
      Result {
        var random = SeededGenerator(seed: UInt64(seed))
        var tally = ChangingStack.Tally()
        while tally.pairs < pairs { tally += try follow(&random) }
        return tally
      }
    }
    .first?.get()
    let found = try #require(tally)
    print("\(found.pairs) pairs of versions, \(found.kept) services keep their hash, \(found.changed) have another")
    #expect(found.differences == [])
    #expect(found.kept > 0 && found.changed > 0)
  }
}

/// A stack that is changed again and again, with what docker compose and we say to each version.
struct ChangingStack {
  /// What came of it.
  struct Tally {
    var pairs = 0
    var kept = 0
    var changed = 0
    var differences: [String] = []

    static func += (sum: inout Self, more: Self) {
      sum.pairs += more.pairs
      sum.kept += more.kept
      sum.changed += more.changed
      sum.differences += more.differences
    }
  }

  private struct Version {
    let text: String
    let root: YAMLValue
    let hashes: [String: String]
    let project: ComposeProject
  }

  private let tree: DirectoryTree
  private let main: RepositoryPath
  private let directory: RepositoryPath
  private let overlays: [String]

  init(_ main: String, under root: String, overlays: [String] = []) throws {
    tree = try DirectoryTree(root)
    self.main = try RepositoryPath(main)
    self.overlays = overlays
    directory = try RepositoryPath(main.split(separator: "/").dropLast().joined(separator: "/"))
  }

  /// Changes the stack some times, each time the version before it.
  ///
  /// - Parameters:
  ///   - random: Where chance comes from.
  ///   - beside: What is changed beside the main file.
  /// - Returns: What came of each pair of versions that docker compose takes.
  /// - Throws: What `beside` throws, and when a program can't be run.
  func follow(_ random: inout SeededGenerator, beside: (inout SeededGenerator) throws -> Void) throws -> Tally {
    var tally = Tally()
    guard var old = try version(String(contentsOfFile: "\(tree.path)/\(main)", encoding: .utf8)) else { return tally }
    for _ in 0..<6 {
      let document = ComposeDocument.parse(Array(old.text.utf8), file: main.string).value
      // The reference's hash knows files of variables by their names only.
      let edits = random.edits(of: old.root, except: ["env_file"])
      guard let changed = try? document?.applying(edits) else { continue }
      try beside(&random)
      guard let new = try version(String(decoding: changed.bytes, as: UTF8.self)) else { continue }
      tally += judge(old, new, after: edits)
      old = new
    }
    return tally
  }

  private func judge(_ old: Version, _ new: Version, after edits: [Edit]) -> Tally {
    let theirs = new.hashes.filter { old.hashes[$0.key] != nil && old.hashes[$0.key] != $0.value }.keys
    let impact = ChangeSummary(of: directory, from: old.project, to: new.project, for: .two).impact
    let ours = impact.services.filter { $0.reasons.contains { $0.cause == .settings } }.map(\.name)
    let kept = new.hashes.keys.filter { old.hashes[$0] == new.hashes[$0] }.count
    var tally = Tally(pairs: 1, kept: kept, changed: theirs.count)
    if Set(theirs) != Set(ours) {
      tally.differences.append("\(main): theirs \(theirs.sorted()), ours \(ours.sorted()) after \(edits)")
    }
    return tally
  }

  /// A version of the stack; nil when docker compose or we refuse it.
  private func version(_ text: String) throws -> Version? {
    guard let hashes = try hashes(text) else { return nil }
    let tree = MemoryTree(overlaying: tree, changes: [main: Array(text.utf8)])
    let files = [main] + (try overlays.map { try directory.joining(relative: $0) })
    let options = ComposeLoader.Options(profiles: ["*"], readsEnvironmentFiles: false)
    let loaded = try ComposeLoader(options: options).load(StackFiles(directory: directory, files: files), from: tree)
    guard let project = loaded.value, !loaded.diagnostics.containsError,
      let root = ComposeDocument.parse(Array(text.utf8), file: main.string).value?.roots.first
    else { return nil }
    return Version(text: text, root: YAMLValue(root), hashes: hashes, project: project)
  }

  private func hashes(_ text: String) throws -> [String: String]? {
    let place = directory.string.isEmpty ? tree.path : "\(tree.path)/\(directory)"
    let files = (["-"] + overlays).flatMap { ["-f", $0] }
    let said = try ComposeReference.run(
      ["--project-directory", place] + files + ["--profile", "*", "config", "--hash", "*"],
      in: place,
      input: text
    )
    guard said.status == 0 else { return nil }
    let lines = said.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return Dictionary(lines.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
  }
}
