import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import ReviewKit
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Rejecting a proposal` {
  @Test func `it is rejected with the reason, once`() async throws {
    let lab = try ReviewLab()
    let draft = try lab.propose(1, ["notes.txt": "x\n"])
    let before = try lab.tip
    let rejected = try await lab.reviewer().reject(1, reason: "wait for 1.26", now: ReviewLab.now)
    #expect(rejected.state == .rejected)
    #expect(rejected.rejection == "wait for 1.26")
    #expect(rejected.events.last?.by == ReviewLab.ada)
    #expect(rejected.events.last?.head == draft.head)
    #expect(try lab.tip == before)
    let refs = try lab.server.git("for-each-ref")
    #expect(try await lab.reviewer().reject(1, reason: "again", now: ReviewLab.now) == rejected)
    #expect(try lab.server.git("for-each-ref") == refs)
  }

  @Test(arguments: ["", "  \n\t"])
  func `a reason is needed`(reason: String) async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"])
    let error = await #expect(throws: ReviewError.self) {
      try await lab.reviewer().reject(1, reason: reason, now: ReviewLab.now)
    }
    #expect(error?.description == "can't reject proposal 1: no reason is given")
    #expect(error?.help == "say why, in a sentence")
  }

  @Test func `what is merged can't be rejected, what is rejected can't be approved`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"])
    try lab.propose(2, ["other.txt": "x\n"])
    let reviewer = try lab.reviewer()
    _ = try await reviewer.approve(1, now: ReviewLab.now)
    let late = await #expect(throws: ReviewError.self) {
      try await reviewer.reject(1, reason: "no", now: ReviewLab.now)
    }
    #expect(late?.description == "can't reject proposal 1: it was merged already")
    _ = try await reviewer.reject(2, reason: "not \u{1B}[1mnow", now: ReviewLab.now)
    let no = await #expect(throws: ReviewError.self) { try await reviewer.approve(2, now: ReviewLab.now) }
    #expect(no?.description == "can't approve proposal 2: it was rejected already: not ␛[1mnow")
  }

  @Test func `one that isn't there is named`() async throws {
    let lab = try ReviewLab()
    let error = await #expect(throws: GitOpsError.self) { try await lab.reviewer().approve(7, now: ReviewLab.now) }
    #expect(error?.description == "can't read proposal 7: there is none of that number")
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Showing proposals` {
  @Test func `a proposal is judged anew against today's deployment branch`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": ReviewLab.stack + "    privileged: true\n"])
    let reviewer = try lab.reviewer()
    let before = try await reviewer.show(1, now: ReviewLab.now)
    #expect(before.proposal.number == 1)
    #expect(before.change.stacks.map(\.stack.string) == ["web"])
    #expect(before.conflicts == [])
    try lab.push([".longshore/policy.yaml": "rules: {privileged: deny}\n"])
    let after = try await reviewer.show(1, now: ReviewLab.now)
    #expect(after.judgement.verdict == .deny)
    #expect(after.sources["web/compose.yaml"] != nil)
  }

  @Test func `a conflict is shown, not thrown`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"])
    try lab.push(["notes.txt": "y\n"])
    #expect(try await lab.reviewer().show(1, now: ReviewLab.now).conflicts == ["notes.txt"])
  }

  @Test func `what is merged is shown as it was`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["web/compose.yaml": ReviewLab.stack.replacing("1.25.0", with: "1.25.1")])
    let reviewer = try lab.reviewer()
    _ = try await reviewer.approve(1, now: ReviewLab.now)
    let review = try await reviewer.show(1, now: ReviewLab.now)
    #expect(review.proposal.state == .merged)
    #expect(review.change.stacks.map(\.stack.string) == ["web"])
  }

  @Test func `the list has the newest first and names what it can't read`() async throws {
    let lab = try ReviewLab()
    try lab.propose(1, ["notes.txt": "x\n"])
    try lab.propose(2, ["other.txt": "x\n"])
    try lab.server.git("update-ref", "refs/longshore/proposals/3", "main")
    let (proposals, problems) = try await lab.reviewer().list()
    #expect(proposals.map(\.number) == [2, 1])
    #expect(problems.map(\.operation) == ["read proposal.json of refs/longshore/proposals/3"])
  }
}
