import ComposeModel
import DeployKit
import Fixtures
import FoundationEssentials
import GitKit
import GitOpsKit

/// A server's repository and a host's state, both real, for tests of the deployer.
final class Homelab: Sendable {
  let directory: TemporaryDirectory
  let server: GitFixture
  let clone: GitFixture

  static let agent = ["name": "Longshore", "email": "longshore@localhost"]

  init(_ files: [String: String?] = [:]) throws {
    directory = try TemporaryDirectory(named: "homelab")
    server = try GitFixture(.bare, in: directory, named: "server.git")
    clone = try GitFixture(in: directory, named: "clone")
    try clone.git("remote", "add", "origin", server.path)
    if !files.isEmpty { try push(files) }
  }

  /// The host's state directory.
  var state: String { directory.path("state") }

  /// Commits as a person and pushes to the deployment branch.
  @discardableResult
  func push(_ files: [String: String?], message: String = "change") throws -> ObjectID {
    let commit = try ObjectID(hex: clone.commit(files, message: message))
    try clone.git("push", "--quiet", "origin", "HEAD:main")
    return commit
  }

  /// Commits on a branch as the agent and merges it as a person.
  @discardableResult
  func mergeFromAgent(_ files: [String: String?], message: String = "Merge proposal") throws -> ObjectID {
    try clone.git("checkout", "--quiet", "-B", "longshore/topic")
    for (name, text) in files {
      if let text { try clone.write(text, to: name) } else { try clone.git("rm", "--quiet", "-r", name) }
    }
    try clone.git("add", "--all")
    try clone.git("commit", "--quiet", "--allow-empty", "-m", "proposal", environment: Self.asAgent)
    try clone.git("checkout", "--quiet", "main")
    try clone.git("merge", "--quiet", "--no-ff", "-m", message, "longshore/topic")
    try clone.git("push", "--quiet", "origin", "HEAD:main")
    return try ObjectID(hex: clone.git("rev-parse", "HEAD"))
  }

  static let asAgent = [
    "GIT_AUTHOR_NAME": "Longshore", "GIT_AUTHOR_EMAIL": "longshore@localhost",
    "GIT_COMMITTER_NAME": "Longshore", "GIT_COMMITTER_EMAIL": "Longshore@localhost",
  ]

  /// The text of a materialised file; nil when it isn't there.
  func file(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(state)/tree/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// What the server knows about the host's last deployment.
  func published() throws -> DeployReport? {
    try DeployLedger(in: SharedRepository(at: server.path)).latest(of: "nas")
  }

  /// How many reports the server has.
  func reportCount() throws -> Int {
    try DeployLedger(in: SharedRepository(at: server.path)).reports(of: "nas", limit: 100).count
  }

  func settings(_ change: (inout DeploySettings) -> Void = { _ in }) -> DeploySettings {
    var settings = DeploySettings(host: "nas", remote: server.path, state: state)
    change(&settings)
    return settings
  }
}

extension String {
  /// A Compose file of one service `web` with this image.
  static func web(_ image: String, more: String = "") -> String {
    "services:\n  web:\n    image: \(image)\n    restart: unless-stopped\n\(more)"
  }
}

extension DeployReport {
  /// What was done about the stack at `path`.
  subscript(path: String) -> StackReport? { stacks.first { $0.stack.string == path } }

  /// The outcomes by stack.
  var outcomes: [String: StackReport.Outcome] {
    Dictionary(uniqueKeysWithValues: stacks.map { ($0.stack.string, $0.outcome) })
  }
}
