import Fixtures
import GitKit
import GitOpsKit
import GitTransport
import PolicyEngine
import ReviewKit

/// A server with a proposal or more, and an approver's clone.
final class ReviewLab {
  let server: GitFixture
  let clone: GitFixture
  private let work: GitFixture

  static let now = Timestamp(seconds: 1_750_000_000)
  static let ada = Identity(name: "Ada", email: "ada@example.org")
  static let agent = Identity(name: "Longshore", email: "longshore@example.org")
  static let stack = "services:\n  web:\n    image: nginx:1.25.0\n"

  init(_ more: [String: String] = [:]) throws {
    server = try GitFixture(.bare)
    work = try GitFixture(cloning: server.path)
    try work.git("checkout", "--quiet", "-B", "main")
    let files = ["web/compose.yaml": Self.stack, "notes.txt": "hello\n"].merging(more) { $1 }
    try work.commit(files)
    try work.git("push", "--quiet", "origin", "main")
    clone = try GitFixture(cloning: server.path)
  }

  func reviewer(through url: String? = nil) throws -> Reviewer {
    try Self.reviewer(in: clone, through: url ?? server.path)
  }

  static func reviewer(in clone: GitFixture, through url: String) throws -> Reviewer {
    Reviewer(try RemoteRepository(url: url, localRepository: clone.path), as: ada)
  }

  var ledger: ProposalLedger {
    get throws {
      let repository = try SharedRepository(at: server.path)
      return try ProposalLedger(in: repository, against: DeploymentBranch.find(in: repository))
    }
  }

  /// Commits to the server's deployment branch, as a person may.
  @discardableResult
  func push(_ files: [String: String]) throws -> ObjectID {
    try work.git("checkout", "--quiet", "main")
    try work.git("pull", "--quiet", "--ff-only", "origin", "main")
    let id = try work.commit(files.mapValues(Optional.some))
    try work.git("push", "--quiet", "origin", "main")
    return try ObjectID(hex: id)
  }

  /// Puts a proposal on the server, as the agent would.
  @discardableResult
  func propose(_ number: Int, _ files: [String: String], title: String = "Update web") throws -> ProposalDraft {
    let topic = try TopicName("topic-\(number)")
    try work.git("fetch", "--quiet", "origin")
    try work.git("checkout", "--quiet", "--detach", "origin/main")
    let base = try ObjectID(hex: work.git("rev-parse", "HEAD"))
    let head = try ObjectID(hex: work.commit(files.mapValues(Optional.some)))
    try work.git("push", "--quiet", "--force", "origin", "HEAD:\(topic.branch)")
    let draft = ProposalDraft(
      topic: topic,
      title: title,
      body: "What it does.",
      head: head,
      base: base,
      verdict: .allow,
      author: Self.agent,
      at: Self.now,
      fingerprint: "\(head)"
    )
    let record =
      try ledger.highestNumber() < number ? ledger.opening(draft, as: number) : ledger.updating(number, to: draft)
    try server.git("update-ref", record.reference.name, record.commit.hex)
    return draft
  }

  var tip: ObjectID { get throws { try ObjectID(hex: server.git("rev-parse", "main")) } }

  func text(_ path: String) throws -> String { try server.git("show", "main:\(path)") }
}
