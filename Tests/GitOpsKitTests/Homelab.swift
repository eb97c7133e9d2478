import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics

/// A server's bare repository, and a clone in which commits for it are made.
final class Homelab {
  let server: GitFixture
  let clone: GitFixture
  private var offers = 0

  static let agent = Identity(name: "Longshore", email: "longshore@example.org")
  static let ada = Identity(name: "Ada", email: "ada@example.org")
  static let now = Timestamp(seconds: 1_750_000_000)

  static let configuration = """
    agent: {name: Longshore, email: longshore@example.org}
    approvers: [{login: ada, email: ada@example.org}]
    hosts: {nas: }

    """
  static let stack = """
    services:
      web:
        image: nginx:1.25.0

    """

  /// What a homelab has that doesn't say otherwise.
  static let files = [".longshore/config.yaml": configuration, "web/compose.yaml": stack, "notes.txt": "hello\n"]

  init(_ files: [String: String] = Homelab.files) throws {
    server = try GitFixture(.bare)
    clone = try GitFixture(cloning: server.path)
    try clone.git("checkout", "--quiet", "-B", "main")
    if files.isEmpty { return }
    try clone.commit(files, message: "start")
    try clone.git("push", "--quiet", "origin", "main")
  }

  /// The server's repository as the guard has it.
  var repository: SharedRepository { get throws { try SharedRepository(at: server.path) } }

  var tip: ObjectID { get throws { try ObjectID(hex: server.git("rev-parse", "refs/heads/main")) } }

  /// A commit of the agent on top of `start`, whose objects are on the server without a reference that matters.
  func offer(
    _ files: [String: String?],
    on start: String = "origin/main",
    by identity: Identity = Homelab.agent,
    message: String = "change"
  ) throws -> ObjectID {
    try clone.git("checkout", "--quiet", "--detach", start)
    for (name, text) in files {
      if let text { try clone.write(text, to: name) } else { try clone.git("rm", "--quiet", "-r", name) }
    }
    try clone.git("add", "--all", "--force")
    return try offerIndex(by: identity, message: message)
  }

  /// A commit of what the clone's index holds.
  func offerIndex(by identity: Identity = Homelab.agent, message: String = "change") throws -> ObjectID {
    try clone.git("commit", "--quiet", "--allow-empty", "-m", message, environment: Self.environment(identity))
    return try send(clone.git("rev-parse", "HEAD"))
  }

  /// Copies a commit of the clone to the server.
  @discardableResult
  func send(_ commit: String) throws -> ObjectID {
    offers += 1
    try clone.git("push", "--quiet", "origin", "\(commit):refs/offers/\(offers)")
    return try ObjectID(hex: commit)
  }

  static func environment(_ identity: Identity) -> [String: String] {
    [
      "GIT_AUTHOR_NAME": identity.name, "GIT_AUTHOR_EMAIL": identity.email, "GIT_COMMITTER_NAME": identity.name,
      "GIT_COMMITTER_EMAIL": identity.email,
    ]
  }

  /// What the guard says to a push of `login`, where the server's administrator has named `root` as an approver.
  func decide(
    _ updates: [PushedUpdate],
    as login: String? = "agent",
    limits: PushLimits = PushLimits()
  ) throws -> PushDecision {
    let judge = PushJudge(try repository, approvers: ["root"], limits: limits)
    return judge.decide(updates, environment: login.map { ["LONGSHORE_IDENTITY": $0] } ?? [:], now: Self.now)
  }

  /// The codes of what the guard says to one update.
  func codes(_ ref: String, _ old: ObjectID?, _ new: ObjectID?, as login: String? = "agent") throws -> [String] {
    try decide([PushedUpdate(RefName(ref), from: old, to: new)], as: login).refusals.map(\.code.rawValue)
  }

  func draft(
    _ topic: String = "update-web",
    head: ObjectID,
    title: String = "Update web",
    fingerprint: String = "f"
  ) throws -> ProposalDraft {
    ProposalDraft(
      topic: try TopicName(topic),
      title: title,
      body: "What it does.",
      head: head,
      base: try tip,
      verdict: .allow,
      summary: ProposalSummary(stacks: [try RepositoryPath("web")], impact: ["recreates web"]),
      author: Self.agent,
      at: Self.now,
      fingerprint: fingerprint
    )
  }

  /// The proposals as the server has them.
  func ledger() throws -> ProposalLedger {
    let repository = try repository
    return try ProposalLedger(in: repository, against: DeploymentBranch.find(in: repository))
  }

  /// Puts a record where it belongs, as the server does once a push is taken.
  func take(_ record: RecordCommit) throws {
    try server.git("update-ref", record.reference.name, record.commit.hex)
  }
}
