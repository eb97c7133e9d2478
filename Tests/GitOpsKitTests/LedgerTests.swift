import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Proposals in a repository` {
  @Test func `a proposal is read as it was written`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    let draft = try lab.draft(head: head)
    try lab.take(lab.ledger().opening(draft, as: 3))
    let proposal = try lab.ledger().proposal(3)
    let event = ProposalEvent(.opened, at: Homelab.now, by: Homelab.agent, head: head)
    #expect(proposal == Proposal(draft, number: 3, branch: try draft.topic.branch, events: [event]))
    #expect(try lab.ledger().highestNumber() == 3)
    #expect(try lab.ledger().listing().proposals == [proposal])
  }

  @Test func `its history is readable by a person`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head), as: 1))
    let no = ProposalEvent(.rejected, at: Homelab.now, by: Homelab.ada, head: head, reason: "too early\u{1B}[2J")
    try lab.take(lab.ledger().recording(no, of: 1))
    #expect(
      try lab.server.git("log", "--format=%an: %B", "refs/longshore/proposals/1")
        == """
        Ada: Proposal 1 rejected: Update web

        too early␛[2J

        Topic: update-web
        Head: \(head)

        Longshore: Proposal 1 opened: Update web

        Topic: update-web
        Head: \(head)
        """
    )
  }

  @Test func `merged is what history says, whatever was said before`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head), as: 1))
    let claim = ProposalEvent(.approved, at: Homelab.now, by: Homelab.agent, head: head, merge: try lab.tip)
    try lab.take(lab.ledger().recording(claim, of: 1))
    #expect(try lab.ledger().proposal(1).state == .open)
    try lab.server.git("update-ref", "refs/heads/main", head.hex)
    #expect(try lab.ledger().proposal(1).state == .merged)
  }

  @Test func `a rejection counts when an approver wrote it`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head), as: 1))
    let forged = ProposalEvent(.rejected, at: Homelab.now, by: Homelab.agent, head: head, reason: "no")
    try lab.take(lab.ledger().recording(forged, of: 1))
    #expect(try lab.ledger().proposal(1).state == .open)
    let real = ProposalEvent(.rejected, at: Homelab.now, by: Homelab.ada, head: head, reason: "no")
    try lab.take(lab.ledger().recording(real, of: 1))
    #expect(try lab.ledger().proposal(1).state == .rejected)
    #expect(try lab.ledger().proposal(1).rejection == "no")
    try lab.take(lab.ledger().updating(1, to: lab.draft(head: head)))
    #expect(try lab.ledger().proposal(1).state == .rejected)
  }

  @Test func `one that can't be read doesn't hide the others`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head), as: 1))
    try lab.server.git("update-ref", "refs/longshore/proposals/2", lab.tip.hex)
    try lab.server.git("update-ref", "refs/longshore/proposals/07", lab.tip.hex)
    let listing = try lab.ledger().listing()
    #expect(listing.proposals.map(\.number) == [1])
    #expect(
      listing.problems.map(\.description) == [
        "can't read proposal.json of refs/longshore/proposals/2: there is no such file"
      ]
    )
    let error = #expect(throws: GitOpsError.self) { try lab.ledger().proposal(9) }
    #expect(error?.description == "can't read proposal 9: there is none of that number")
  }

  @Test(
    arguments: [
      ("{\"version\": 2}", "it has version 2, and this program reads up to 1"),
      ("{\"version\": 1}", "there is no `number`"), ("{}", "there is no `version`"), ("[]", "it isn't a JSON object"),
      ("nonsense", "it isn't JSON"), (String(repeating: "[", count: 5_000), "it isn't JSON"),
    ]
  )
  func `a record from outside is refused in words`(json: String, reason: String) throws {
    let lab = try Homelab()
    let blob = try lab.server.git("hash-object", "-w", "--stdin", input: json)
    let tree = try lab.server.git("mktree", input: "100644 blob \(blob)\tproposal.json\n")
    let commit = try lab.server.git("commit-tree", tree, "-m", "x")
    try lab.server.git("update-ref", "refs/longshore/proposals/1", commit)
    let error = #expect(throws: GitOpsError.self) { try lab.ledger().proposal(1) }
    #expect(error?.operation == "read proposal.json of refs/longshore/proposals/1")
    #expect(error?.reason == reason)
  }

  @Test func `keys we don't know are ignored`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    let opening = try lab.ledger().opening(lab.draft(head: head), as: 1)
    let json = try lab.server.git("show", "\(opening.commit):proposal.json").replacing(
      "{\n",
      with: "{\n \"mood\": [1],\n",
      maxReplacements: 1
    )
    let proposal = try lab.server.git("hash-object", "-w", "--stdin", input: json)
    let event = try lab.server.git("rev-parse", "\(opening.commit):event.json")
    let tree = try lab.server.git(
      "mktree",
      input: "100644 blob \(proposal)\tproposal.json\n100644 blob \(event)\tevent.json\n"
    )
    try lab.server.git("update-ref", "refs/longshore/proposals/1", lab.server.git("commit-tree", tree, "-m", "x"))
    #expect(try lab.ledger().proposal(1).title == "Update web")
  }

  @Test func `the fingerprint is that of the files, whatever the commit`() throws {
    let lab = try Homelab()
    func fingerprint(_ files: [String: String?], on start: String = "origin/main") throws -> String {
      let new = try lab.offer(files, on: start)
      return try lab.repository.read { (repository) throws(GitError) in
        let changes = try repository.changes(from: repository.commit(new).parents.first, to: new)
        return try ProposalDraft.fingerprint(of: changes, in: repository)
      }
    }
    let one = try fingerprint(["web/compose.yaml": "a\n", "notes.txt": nil])
    let later = try lab.offer(["other": "x"])
    #expect(try fingerprint(["web/compose.yaml": "a\n", "notes.txt": nil], on: later.hex) == one)
    #expect(try fingerprint(["web/compose.yaml": "b\n", "notes.txt": nil]) != one)
    #expect(try fingerprint(["web/compose.yaml": "a\n"]) != one)
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Reports and records in a repository` {
  private let host = Identity(name: "nas", email: "nas@example.org")

  @Test func `a report comes back with its logs`() throws {
    let lab = try Homelab()
    let report = DeployReport(
      host: "nas",
      revision: try lab.tip,
      finishedAt: Homelab.now,
      mode: .applied,
      stacks: [
        StackReport(
          try RepositoryPath("media/plex"),
          .rolledBack,
          from: try lab.tip,
          to: try lab.tip,
          services: [ServiceHealth(name: "plex", state: "running", health: "unhealthy")],
          reason: "`plex` did not become healthy in 60 seconds",
          logs: "boom\n"
        ), StackReport(.root, .unchanged, logs: "root\n"),
      ]
    )
    let ledger = try DeployLedger(in: lab.repository)
    #expect(try ledger.latest(of: "nas") == nil)
    try lab.take(ledger.recording(report, by: host))
    #expect(try ledger.latest(of: "nas") == report)
    #expect(try ledger.hosts() == ["nas"])
    #expect(try lab.server.git("show", "refs/longshore/deploy/nas:logs/1-media-plex.log") == "boom")
    #expect(
      try lab.server.git("log", "-1", "--format=%B", "refs/longshore/deploy/nas")
        == """
        nas at \(lab.tip.short): 1 unchanged, 1 rolled-back

        - media/plex: rolled-back: `plex` did not become healthy in 60 seconds
        """
    )
    var second = report
    second.mode = .dryRun
    try lab.take(ledger.recording(second, by: host))
    #expect(try ledger.reports(of: "nas", limit: 5) == [second, report])
  }

  @Test func `a log too long keeps its end`() throws {
    let lab = try Homelab()
    let log = String(repeating: "ä", count: 100_000) + "the end"
    let stack = StackReport(.root, .failed, logs: log)
    let report = DeployReport(
      host: "nas",
      revision: try lab.tip,
      finishedAt: Homelab.now,
      mode: .applied,
      stacks: [stack]
    )
    let ledger = try DeployLedger(in: lab.repository)
    try lab.take(ledger.recording(report, by: host))
    let read = try #require(try ledger.latest(of: "nas")?.stacks.first?.logs)
    #expect(read.utf8.count <= 64 << 10)
    #expect(read.hasPrefix("…ä") && read.hasSuffix("the end"))
  }

  @Test func `a job's record comes back with its log`() throws {
    let lab = try Homelab()
    let ledger = try CILedger(in: lab.repository)
    let commit = try lab.tip
    let records = [
      CIRecord(commit: commit, job: try JobName("lint"), result: .success, finishedAt: Homelab.now, log: ""),
      CIRecord(commit: commit, job: try JobName("test"), result: .failure, finishedAt: Homelab.now, log: "red\n"),
    ]
    for record in records { try lab.take(ledger.recording(record, by: host)) }
    #expect(try ledger.records(of: commit) == records)
    #expect(try ledger.records(of: ObjectID.zero) == [])
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `The deployment branch` {
  @Test func `policy and configuration are read from it and nowhere else`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/policy.yaml": "limits: {changed-stacks: 3}\n"]) { $1 })
    let evil = try lab.offer([".longshore/policy.yaml": "limits: {changed-stacks: 99}\n", ".longshore/config.yaml": ""])
    try lab.server.git("update-ref", "refs/heads/longshore/evil", evil.hex)
    let branch = try DeploymentBranch.find(in: lab.repository)
    #expect(branch.name == "main")
    #expect(try branch.policy().value?.maximumChangedStacks == 3)
    #expect(try branch.configuration().value?.approvers == [Approver(login: "ada", email: "ada@example.org")])
  }

  @Test func `a clone reads what it fetched, not what it has checked out`() throws {
    let lab = try Homelab()
    try lab.clone.git("checkout", "--quiet", "main")
    try lab.clone.commit([".longshore/config.yaml": "approvers: [mallory]\n"])
    let branch = try DeploymentBranch.find(in: SharedRepository(at: lab.clone.path))
    #expect(branch.reference == (try RefName("refs/remotes/origin/main")))
    #expect(try branch.configuration().value?.approvers.map(\.login) == ["ada"])
  }

  @Test func `the configuration may name another branch`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/config.yaml": "branch: live\n"]) { $1 })
    try lab.clone.commit([".longshore/config.yaml": "approvers: [live]\nbranch: live\n"])
    try lab.clone.git("push", "--quiet", "origin", "HEAD:live")
    for path in [lab.server.path, lab.clone.path] {
      let branch = try DeploymentBranch.find(in: SharedRepository(at: path))
      #expect(branch.name == "live")
      #expect(try branch.configuration().value?.approvers.map(\.login) == ["live"])
    }
  }

  @Test func `a branch of another name is found in a clone`() throws {
    let lab = try Homelab()
    try lab.server.git("branch", "-m", "main", "trunk")
    try lab.server.git("symbolic-ref", "HEAD", "refs/heads/trunk")
    let clone = try GitFixture(cloning: lab.server.path)
    #expect(try DeploymentBranch.find(in: SharedRepository(at: clone.path)).name == "trunk")
    #expect(try DeploymentBranch.find(in: lab.repository).name == "trunk")
  }

  @Test func `without it the error says what to do`() throws {
    let lab = try Homelab([:])
    let branch = try DeploymentBranch.find(in: lab.repository)
    let error = #expect(throws: GitOpsError.self) { try branch.requireTip() }
    #expect(error?.description == "can't read the deployment branch: there is no main in \(lab.server.path)")
    #expect(error?.help == "let an approver push `main` first")
  }
}
