import Fixtures
import ForgeKit
import GitKit
import GitOpsKit
import GitTransport
import PolicyEngine

/// A server's bare repository, and agents with clones of it.
final class ForgeLab {
  let server: GitFixture

  init() throws {
    server = try GitFixture(.bare)
    let person = try GitFixture(cloning: server.path)
    try person.git("checkout", "--quiet", "-B", "main")
    try person.commit(["web/compose.yaml": "services:\n  web:\n    image: nginx:1.25.0\n", "notes.txt": "hello\n"])
    try person.git("push", "--quiet", "origin", "main")
  }

  func agent(through url: String? = nil, attempts: Int = 8) throws -> ForgeAgent {
    try ForgeAgent(self, url ?? server.path, attempts)
  }

  /// What a reference of the server holds; nil when it isn't there.
  func held(_ ref: String) throws -> ObjectID? {
    let result = try server.run(["rev-parse", "--verify", "--quiet", ref])
    return result.status == 0 ? try ObjectID(hex: result.trimmed) : nil
  }

  /// The references below `refs/longshore/proposals/`.
  func numbers() throws -> [String] {
    try server.git("for-each-ref", "--format=%(refname:lstrip=3)", "refs/longshore/proposals").split(separator: "\n")
      .map(String.init)
  }

  /// Merges a commit of the server into its `main`.
  func merge(_ id: ObjectID) throws {
    let tree = try server.git("rev-parse", "\(id)^{tree}")
    let commit = try server.git("commit-tree", tree, "-p", "main", "-p", id.hex, "-m", "merge")
    try server.git("update-ref", "refs/heads/main", commit)
  }

  /// Rejects a proposal as an approver would.
  func reject(_ number: Int, head: ObjectID) throws {
    let repository = try SharedRepository(at: server.path)
    let ledger = try ProposalLedger(in: repository, against: DeploymentBranch.find(in: repository))
    let ada = Identity(name: "Ada", email: "ada@example.org")
    let event = ProposalEvent(.rejected, at: Timestamp(seconds: 1_750_000_100), by: ada, head: head, reason: "no")
    let record = try ledger.recording(event, of: number)
    try server.git("update-ref", record.reference.name, record.commit.hex)
  }
}

/// An agent: a clone, and the forge as it sees it.
final class ForgeAgent: Sendable {
  let clone: GitFixture
  let forge: LocalForge
  let remote: RemoteRepository

  init(_ lab: ForgeLab, _ url: String, _ attempts: Int) throws {
    clone = try GitFixture(cloning: lab.server.path)
    remote = try RemoteRepository(url: url, localRepository: clone.path)
    forge = LocalForge(remote, attempts: attempts)
  }

  /// A draft that makes `notes.txt` say `text`, in a commit that nobody else has.
  func draft(
    _ topic: String = "update-web",
    _ text: String = "new\n",
    title: String = "Update web"
  ) throws -> ProposalDraft {
    try clone.git("fetch", "--quiet", "origin")
    try clone.git("checkout", "--quiet", "--detach", "origin/main")
    let base = try ObjectID(hex: clone.git("rev-parse", "HEAD"))
    let head = try ObjectID(hex: clone.commit(["\(topic).txt": text]))
    let repository = try Repository(at: clone.path)
    return ProposalDraft(
      topic: try TopicName(topic),
      title: title,
      body: "What it does.",
      head: head,
      base: base,
      verdict: .allow,
      author: Identity(name: "Longshore", email: "longshore@example.org"),
      at: Timestamp(seconds: 1_750_000_000),
      fingerprint: try ProposalDraft.fingerprint(of: repository.changes(from: base, to: head), in: repository)
    )
  }
}
