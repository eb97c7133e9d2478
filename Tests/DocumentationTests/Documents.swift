import Fixtures
import Foundation

/// The project's documents.
enum Documents {
  static let root = SharedCorpus.packageRoot

  static func text(_ name: String) -> String {
    (try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)) ?? ""
  }

  /// The articles of the libraries' own documentation.
  static let articles =
    (FileManager.default.enumerator(atPath: "\(root)/Sources")?.compactMap { $0 as? String } ?? [])
    .filter { $0.contains(".docc/") && $0.hasSuffix(".md") }
    .map { "Sources/\($0)" }
    .sorted()

  /// Where the built programs lie.
  static let programs = BuiltPrograms.folder
}

/// A copy of the sample homelab: a clone of a bare repository beside it, as an agent has it.
struct SampleClone {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory(named: "sample")
    let origin = try GitFixture(in: directory, named: "origin")
    try FileManager.default.removeItem(atPath: "\(origin.path)/.git")
    try FileManager.default.removeItem(atPath: origin.path)
    try FileManager.default.copyItem(atPath: "\(Documents.root)/Examples/homelab", toPath: origin.path)
    try origin.git("init", "--quiet", "--initial-branch=main")
    try origin.git("add", "--all")
    try origin.git("commit", "--quiet", "-m", "The homelab")
    path = directory.path("homelab")
    try origin.git("clone", "--quiet", "--bare", ".", directory.path("homelab.git"))
    try origin.git("clone", "--quiet", directory.path("homelab.git"), path)
  }

  func run(_ command: String) throws -> Program.Result {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment = GitFixture.isolation.merging(
      ["PATH": "\(Documents.programs):\(search)", "NO_COLOR": "1", "COLUMNS": "100", "HOME": directory.path("")]
    ) { $1 }
    return try Program.run("bash", ["-c", command], in: path, environment: environment)
  }
}
