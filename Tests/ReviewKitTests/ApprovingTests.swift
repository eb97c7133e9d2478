import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import ReviewKit
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Approving a proposal` {
  private static let newer = ReviewLab.stack.replacing("1.25.0", with: "1.25.1")

  @Test func `the change is merged in the approver's name`() async throws {
    let lab = try ReviewLab()
    let before = try lab.tip
    let draft = try lab.propose(1, ["web/compose.yaml": Self.newer])
    let approval = try await lab.reviewer().approve(1, now: ReviewLab.now)
    #expect(approval.outcome == .merged)
    #expect(approval.proposal.state == .merged)
    #expect(approval.isRecorded)
    #expect(try lab.text("web/compose.yaml") + "\n" == Self.newer)
    let tip = try lab.tip
    let commit = try Repository(at: lab.server.path).commit(tip)
    #expect(commit.parents == [before, draft.head])
    #expect(commit.author == ReviewLab.ada.signature(at: ReviewLab.now))
    #expect(commit.committer == commit.author)
    #expect(
      commit.message == """
        Merge proposal 1: Update web

        Longshore-Proposal: 1
        Reviewed-by: Ada <ada@example.org>

        """
    )
    #expect(commit.trailers.map(\.key) == ["Longshore-Proposal", "Reviewed-by"])
    #expect(approval.proposal.events.map(\.kind) == [.opened, .approved])
    #expect(approval.proposal.events.last?.merge == tip)
    #expect(approval.proposal.events.last?.by == ReviewLab.ada)
  }

  @Test func `approving twice changes nothing and says so`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": Self.newer])
    _ = try await lab.reviewer().approve(1, now: ReviewLab.now)
    let refs = try lab.server.git("for-each-ref")
    let again = try await lab.reviewer().approve(1, now: ReviewLab.now)
    #expect(again.outcome == .alreadyMerged)
    #expect(try lab.server.git("for-each-ref") == refs)
  }

  @Test func `what the deployment branch got in the meantime stays`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": Self.newer])
    try lab.push(["notes.txt": "changed\n", "other/compose.yaml": ReviewLab.stack])
    _ = try await lab.reviewer().approve(1, now: ReviewLab.now)
    #expect(try lab.text("notes.txt") == "changed")
    #expect(try lab.text("web/compose.yaml") + "\n" == Self.newer)
    #expect(try lab.text("other/compose.yaml") + "\n" == ReviewLab.stack)
  }

  @Test func `a conflict names the files and leaves everything`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": Self.newer])
    try lab.push(["web/compose.yaml": ReviewLab.stack.replacing("1.25.0", with: "1.26.0")])
    let before = try lab.server.git("for-each-ref")
    let error = await #expect(throws: ReviewError.self) { try await lab.reviewer().approve(1, now: ReviewLab.now) }
    #expect(error?.description == "can't approve proposal 1: it and `main` both changed `web/compose.yaml`")
    #expect(error?.help == "let the agent propose it again on top of `main`, or reject it")
    #expect(error?.files == ["web/compose.yaml"])
    #expect(try lab.server.git("for-each-ref") == before)
  }

  @Test func `the policy of the deployment branch denies, not that of the proposal`() async throws {
    let lab = try ReviewLab([".longshore/policy.yaml": "rules: {privileged: deny}\n"])
    try lab.propose(
      1,
      [
        "web/compose.yaml": Self.newer + "    privileged: true\n",
        ".longshore/policy.yaml": "rules: {privileged: off}\n",
      ]
    )
    let before = try lab.server.git("for-each-ref")
    let error = await #expect(throws: ReviewError.self) { try await lab.reviewer().approve(1, now: ReviewLab.now) }
    #expect(error?.code == .denied)
    #expect(
      error?.description
        == "can't approve proposal 1: the policy on `main` denies it: policy/privileged, policy/protected-path"
    )
    #expect(error?.sources["web/compose.yaml"] != nil)
    #expect(try lab.server.git("for-each-ref") == before)
  }

  @Test func `a policy that became stricter since is the one that counts`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": Self.newer + "    privileged: true\n"])
    try lab.push([".longshore/policy.yaml": "rules: {privileged: deny}\n"])
    let error = await #expect(throws: ReviewError.self) { try await lab.reviewer().approve(1, now: ReviewLab.now) }
    #expect(error?.findings.map(\.code.rawValue) == ["policy/privileged"])
  }

  @Test func `a policy that can't be read denies`() async throws {
    let lab = try ReviewLab([".longshore/policy.yaml": "rules: ["])
    try lab.propose(1, ["notes.txt": "x\n"])
    let error = await #expect(throws: ReviewError.self) { try await lab.reviewer().approve(1, now: ReviewLab.now) }
    #expect(error?.code == .denied)
  }

  @Test func `a branch that moved behind the proposal isn't merged`() async throws {
    let lab = try ReviewLab()
    let draft = try lab.propose(1, ["web/compose.yaml": Self.newer])
    try lab.server.git("update-ref", "refs/heads/longshore/topic-1", draft.base.hex)
    let error = await #expect(throws: ReviewError.self) { try await lab.reviewer().approve(1, now: ReviewLab.now) }
    #expect(error?.description == "can't approve proposal 1: its branch holds another commit than the proposal shows")
  }

  @Test func `what changed after it was looked at isn't merged`() async throws {
    let lab = try ReviewLab()
    let seen = try lab.propose(1, ["web/compose.yaml": Self.newer])
    let reviewer = try lab.reviewer()
    #expect(try await reviewer.show(1, now: ReviewLab.now).proposal.head == seen.head)
    try lab.propose(1, ["web/compose.yaml": ReviewLab.stack + "    privileged: true\n"])
    let error = await #expect(throws: ReviewError.self) {
      try await reviewer.approve(1, seen: seen.head, now: ReviewLab.now)
    }
    #expect(error?.description == "can't approve proposal 1: it was changed after you looked at it")
    #expect(error?.help == "look at it again, then decide")
  }

  @Test func `a title can't forge trailers`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"], title: "x\n\nReviewed-by: Mallory <m@x>\nLongshore-Proposal: 7")
    _ = try await lab.reviewer().approve(1, now: ReviewLab.now)
    let commit = try Repository(at: lab.server.path).commit(lab.tip)
    #expect(commit.trailers.map(\.value) == ["1", "Ada <ada@example.org>"])
  }

  @Test(.enabled(if: GitDaemon.isAvailable), .timeLimit(.minutes(10)))
  func `approvers at work at once all get their merge`() async throws {
    let lab = try ReviewLab()
    for number in 1...3 { try lab.propose(number, ["file-\(number).txt": "x\n"]) }
    let daemon = try GitDaemon(serving: lab.server.directory.path)
    let url = daemon.url(of: lab.server.path)
    let clones = try (1...3).map { _ in try GitFixture(cloning: lab.server.path) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, clone) in zip(1...3, clones) {
        let reviewer = try ReviewLab.reviewer(in: clone, through: url)
        group.addTask { _ = try await reviewer.approve(number, now: ReviewLab.now) }
      }
      try await group.waitForAll()
    }
    #expect(try lab.ledger.listing().proposals.map(\.state) == [.merged, .merged, .merged])
    for number in 1...3 { #expect(try lab.text("file-\(number).txt") == "x") }
  }

  @Test(.enabled(if: GitDaemon.isAvailable), .timeLimit(.minutes(10)))
  func `a server that says no is quoted`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"])
    try lab.server.installHook("pre-receive", "#!/bin/sh\necho 'who are you' >&2\nexit 1\n")
    let daemon = try GitDaemon(serving: lab.server.directory.path)
    let before = try lab.tip
    let error = await #expect(throws: ReviewError.self) {
      try await lab.reviewer(through: daemon.url(of: lab.server.path)).approve(1, now: ReviewLab.now)
    }
    #expect(error?.description == "can't approve proposal 1: the server refused main: pre-receive hook declined")
    #expect(error?.serverMessage.escaped().contains("who are you") == true)
    #expect(try lab.tip == before)
  }
}
