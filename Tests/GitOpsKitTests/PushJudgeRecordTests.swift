import Fixtures
import GitKit
import GitOpsKit
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `What may be pushed as a record` {
  private static let proposal = "refs/longshore/proposals/1"
  private static let branch = "refs/heads/longshore/update-web"

  /// A homelab whose server has the agent's branch and holds its proposal's first event without a reference.
  private func proposed() throws -> (lab: Homelab, head: ObjectID, opening: RecordCommit) {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.server.git("update-ref", Self.branch, head.hex)
    return (lab, head, try lab.ledger().opening(lab.draft(head: head), as: 1))
  }

  @Test func `the agent opens, updates and withdraws`() throws {
    let (lab, _, opening) = try proposed()
    #expect(try lab.codes(Self.proposal, nil, opening.commit) == [])
    try lab.take(opening)
    let head = try lab.offer(["notes.txt": "y\n"])
    let update = try lab.ledger().updating(1, to: lab.draft(head: head, fingerprint: "g"))
    let both = [
      PushedUpdate(try RefName(Self.branch), from: nil, to: head),
      PushedUpdate(try RefName(Self.proposal), from: opening.commit, to: update.commit),
    ]
    #expect(try lab.decide(both).refusals == [])
    #expect(try lab.codes(Self.proposal, opening.commit, update.commit) == ["guard/other-head"])
    let event = ProposalEvent(.withdrawn, at: Homelab.now, by: Homelab.agent, head: opening.commit)
    let head1 = try lab.ledger().proposal(1).head
    let withdrawal = try lab.ledger().recording(
      ProposalEvent(.withdrawn, at: event.at, by: event.by, head: head1),
      of: 1
    )
    #expect(try lab.codes(Self.proposal, opening.commit, withdrawal.commit) == [])
  }

  @Test(arguments: [ProposalEvent.Kind.approved, .rejected])
  func `the agent can't say what only an approver may`(kind: ProposalEvent.Kind) throws {
    let (lab, head, opening) = try proposed()
    try lab.take(opening)
    let event = ProposalEvent(kind, at: Homelab.now, by: Homelab.agent, head: head)
    let forged = try lab.ledger().recording(event, of: 1)
    let decision = try lab.decide([PushedUpdate(RefName(Self.proposal), from: opening.commit, to: forged.commit)])
    #expect(decision.refusals.map(\.message) == ["only an approver can say that proposal 1 was \(kind.rawValue)"])
    #expect(try lab.codes(Self.proposal, opening.commit, forged.commit, as: "ada") == [])
  }

  @Test func `the agent can't write in an approver's name`() throws {
    let (lab, head, opening) = try proposed()
    try lab.take(opening)
    let event = ProposalEvent(.withdrawn, at: Homelab.now, by: Homelab.ada, head: head)
    let forged = try lab.ledger().recording(event, of: 1)
    #expect(try lab.codes(Self.proposal, opening.commit, forged.commit) == ["guard/forged-identity"])
  }

  @Test func `a chain only grows`() throws {
    let (lab, head, opening) = try proposed()
    try lab.take(opening)
    let event = ProposalEvent(.withdrawn, at: Homelab.now, by: Homelab.agent, head: head)
    let later = try lab.ledger().recording(event, of: 1)
    try lab.take(later)
    #expect(try lab.codes(Self.proposal, later.commit, opening.commit) == ["guard/not-appended"])
    #expect(try lab.codes(Self.proposal, later.commit, nil) == ["guard/not-appended"])
    try lab.server.git("update-ref", "-d", Self.proposal)
    let other = try lab.ledger().opening(lab.draft(head: head, title: "Another"), as: 1)
    #expect(try lab.codes(Self.proposal, later.commit, other.commit) == ["guard/not-appended"])
  }

  @Test func `an approver's rejection is final`() throws {
    let (lab, head, opening) = try proposed()
    try lab.take(opening)
    let no = try lab.ledger().recording(
      ProposalEvent(.rejected, at: Homelab.now, by: Homelab.ada, head: head, reason: "no"),
      of: 1
    )
    try lab.take(no)
    let again = try lab.ledger().updating(1, to: lab.draft(head: head))
    #expect(try lab.codes(Self.proposal, no.commit, again.commit) == ["guard/reserved-event"])
  }

  @Test(arguments: [
    "refs/longshore/proposals/01", "refs/longshore/proposals/0", "refs/longshore/proposals/x",
    "refs/longshore/proposals/1/2", "refs/longshore/proposals/99999999999999999999",
  ])
  func `a number is written in one way`(ref: String) throws {
    let (lab, _, opening) = try proposed()
    #expect(try lab.codes(ref, nil, opening.commit) == ["guard/malformed-record"])
  }

  @Test func `numbers can't be used up`() throws {
    let (lab, head, _) = try proposed()
    let far = try lab.ledger().opening(lab.draft(head: head), as: 999_999_999)
    #expect(try lab.codes("refs/longshore/proposals/999999999", nil, far.commit) == ["guard/malformed-record"])
  }

  @Test func `the record must be about its own number`() throws {
    let (lab, head, _) = try proposed()
    let second = try lab.ledger().opening(lab.draft(head: head), as: 2)
    #expect(try lab.codes(Self.proposal, nil, second.commit) == ["guard/unreadable"])
  }

  @Test(
    arguments: [
      [:], ["proposal.json": "{}", "event.json": "{}"], ["proposal.json": "{\"version\": 2}", "event.json": "{}"],
      ["proposal.json": "[", "event.json": "{}"], ["proposal.json": String(repeating: "[", count: 100_000)],
      ["proposal.json": String(repeating: " ", count: 2_000_000)],
    ] as [[String: String]]
  )
  func `what isn't a record is refused with words`(files: [String: String]) throws {
    let (lab, _, _) = try proposed()
    try lab.clone.git("checkout", "--quiet", "--orphan", "record")
    try lab.clone.git("rm", "-r", "-f", "--quiet", ".")
    for (name, text) in files { try lab.clone.write(text, to: name) }
    try lab.clone.git("add", "--all")
    let new = try lab.offerIndex()
    let decision = try lab.decide([PushedUpdate(RefName(Self.proposal), from: nil, to: new)])
    #expect(decision.refusals.count == 1)
    #expect(decision.refusals.first?.message.contains("refs/longshore/proposals/1") == true)
    #expect((decision.refusals.first?.message.utf8.count ?? 0) < 600)
  }

  @Test func `a host reports about itself and nothing else`() throws {
    let lab = try Homelab()
    let report = DeployReport(host: "nas", revision: try lab.tip, finishedAt: Homelab.now, mode: .applied, stacks: [])
    let ledger = try DeployLedger(in: lab.repository)
    let record = try ledger.recording(report, by: Identity(name: "nas", email: "nas@example.org"))
    let ref = "refs/longshore/deploy/nas"
    #expect(try lab.codes(ref, nil, record.commit, as: "host:nas") == [])
    #expect(try lab.codes(ref, nil, record.commit, as: "host:pi") == ["guard/not-yours"])
    #expect(try lab.codes("refs/longshore/deploy/pi", nil, record.commit, as: "host:pi") == ["guard/unreadable"])
    #expect(try lab.codes("refs/heads/main", lab.tip, record.commit, as: "host:nas") == ["guard/deployment-branch"])
    #expect(try lab.codes("refs/heads/longshore/x", nil, record.commit, as: "host:nas") == ["guard/not-yours"])
    #expect(try lab.codes(ref, record.commit, nil, as: "host:nas") == ["guard/not-appended"])
    try lab.take(record)
    let next = try ledger.recording(report, by: Identity(name: "nas", email: "nas@example.org"))
    #expect(try lab.codes(ref, record.commit, next.commit, as: "host:nas") == [])
    #expect(try lab.codes(ref, next.commit, record.commit, as: "host:nas") == ["guard/not-appended"])
  }

  @Test func `a CI job writes its own record and nothing else`() throws {
    let lab = try Homelab()
    let ledger = try CILedger(in: lab.repository)
    let job = try CIRecord(commit: lab.tip, job: JobName("test"), result: .failure, finishedAt: Homelab.now, log: "red")
    let record = try ledger.recording(job, by: Identity(name: "ci", email: "ci@example.org"))
    let ref = record.reference.name
    #expect(try ref == "refs/longshore/ci/\(lab.tip)/test")
    #expect(try lab.codes(ref, nil, record.commit, as: "ci") == [])
    #expect(try lab.codes(ref, nil, record.commit, as: "agent") == ["guard/not-yours"])
    #expect(try lab.codes("refs/longshore/ci/\(lab.tip)/other", nil, record.commit, as: "ci") == ["guard/unreadable"])
    #expect(try lab.codes("refs/longshore/proposals/1", nil, record.commit, as: "ci") == ["guard/not-yours"])
    #expect(try lab.codes("refs/heads/longshore/x", nil, record.commit, as: "ci") == ["guard/not-yours"])
    #expect(try lab.codes(ref, nil, record.commit, as: "host:nas") == ["guard/not-yours"])
  }

  @Test func `nothing else hides in a record`() throws {
    let lab = try Homelab()
    let ledger = try CILedger(in: lab.repository)
    let job = try CIRecord(commit: lab.tip, job: JobName("test"), result: .success, finishedAt: Homelab.now, log: "")
    let record = try ledger.recording(job, by: Identity(name: "ci", email: "ci@example.org"))
    let listing = try lab.server.git("ls-tree", record.commit.hex) + "\n"
    let blob = try lab.server.git("rev-parse", "main:notes.txt")
    let tree = try lab.server.git("mktree", input: listing + "100644 blob \(blob)\tmore\n")
    let new = try ObjectID(hex: lab.server.git("commit-tree", tree, "-m", "x"))
    let decision = try lab.decide([PushedUpdate(record.reference, from: nil, to: new)], as: "ci")
    #expect(
      decision.refusals.map(\.message) == ["`\(record.reference)` doesn't hold what it must: `more` isn't a part of it"]
    )
  }
}
