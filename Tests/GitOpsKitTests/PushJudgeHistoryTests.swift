import Fixtures
import GitKit
import GitOpsKit
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `What the agent's branches may be made of` {
  private static let branch = "refs/heads/longshore/update-web"

  @Test func `own branches may be rebuilt and removed`() throws {
    let lab = try Homelab()
    let old = try lab.offer(["notes.txt": "one\n"])
    let new = try lab.offer(["notes.txt": "two\n"])
    #expect(try lab.codes(Self.branch, old, new) == [])
    #expect(try lab.codes(Self.branch, old, nil) == [])
  }

  @Test func `a merge commit is refused`() throws {
    let lab = try Homelab()
    let one = try lab.offer(["notes.txt": "one\n"])
    try lab.clone.git("checkout", "--quiet", "--detach", "origin/main")
    try lab.clone.git("merge", "--no-ff", "-m", "join", one.hex, environment: Homelab.environment(Homelab.agent))
    let merge = try lab.send(lab.clone.git("rev-parse", "HEAD"))
    let decision = try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: merge)])
    #expect(decision.refusals.map(\.code.rawValue) == ["guard/not-linear"])
    #expect(decision.refusals.first?.message == "commit \(merge.short) of `longshore/update-web` joins 2 histories")
    #expect(decision.refusals.first?.help == "rebase the branch on `main`, one commit after the other")
  }

  @Test func `a history of its own is refused`() throws {
    let lab = try Homelab()
    try lab.clone.git("checkout", "--quiet", "--orphan", "alone")
    let root = try lab.offerIndex()
    #expect(try lab.codes(Self.branch, nil, root) == ["guard/not-linear"])
  }

  @Test func `a branch from an old commit can't bring back an old policy`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/policy.yaml": "rules: {privileged: off}\n"]) { $1 })
    let old = try lab.tip
    try lab.clone.commit([".longshore/policy.yaml": "rules: {privileged: deny}\n"])
    try lab.clone.git("push", "--quiet", "origin", "HEAD:main")
    let new = try lab.offer(["web/compose.yaml": Homelab.stack + "    privileged: true\n"], on: old.hex)
    #expect(try lab.codes(Self.branch, nil, new) == ["policy/privileged"])
    let sneaky = try lab.offer([".longshore/policy.yaml": "rules: {privileged: off}\n"])
    #expect(try lab.codes(Self.branch, nil, sneaky).contains("policy/protected-path"))
  }

  @Test func `a commit in an approver's name is refused`() throws {
    let lab = try Homelab()
    let new = try lab.offer(["notes.txt": "x\n"], by: Identity(name: "Longshore", email: "ADA@example.org"))
    let decision = try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: new)])
    #expect(decision.refusals.map(\.code.rawValue) == ["guard/forged-identity"])
    #expect(
      decision.refusals.first?.message == "commit \(new.short) of `longshore/update-web` claims to be by an approver"
    )
  }

  @Test func `before the first commit of the deployment branch only an approver may push`() throws {
    let lab = try Homelab([:])
    try lab.clone.commit(Homelab.files)
    let new = try lab.send(lab.clone.git("rev-parse", "HEAD"))
    #expect(try lab.codes(Self.branch, nil, new) == ["guard/no-deployment-branch"])
    #expect(try lab.codes("refs/heads/main", nil, new) == ["guard/deployment-branch"])
    #expect(try lab.codes("refs/heads/main", nil, new, as: "ada") == ["guard/deployment-branch"])
    #expect(try lab.codes("refs/heads/main", nil, new, as: "root") == [])
  }

  @Test func `a push is bounded`() throws {
    let lab = try Homelab()
    var limits = PushLimits()
    limits.commits = 2
    limits.changes = 3
    limits.fileSize = 10
    limits.references = 2
    limits.directoryEntries = 5
    limits.depth = 2
    func codes(_ id: ObjectID) throws -> [String] {
      try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: id)], limits: limits).refusals.map(
        \.code.rawValue
      )
    }
    let one = try lab.offer(["a": "1"])
    let two = try lab.offer(["a": "2"], on: one.hex)
    #expect(try codes(two) == [])
    #expect(try codes(lab.offer(["a": "3"], on: two.hex)) == ["guard/too-much"])
    #expect(try codes(lab.offer(["a": "12345678901"])) == ["guard/too-much"])
    #expect(try codes(lab.offer(["a": "1", "b": "1", "c": "1", "d": "1"])) != [])
    #expect(try codes(lab.offer(["1/2/3/4": "1"])) == ["guard/malformed-push"])
    let three = try (1...3).map { PushedUpdate(try RefName("refs/heads/longshore/\($0)"), from: nil, to: one) }
    let decision = try lab.decide(three, limits: limits)
    #expect(decision.refusals.map(\.message) == ["the push changes 3 references, and at most 2 may change at once"])
  }

  @Test func `a few objects that describe a million files are refused soon`() throws {
    let lab = try Homelab()
    let blob = try lab.clone.git("hash-object", "-w", "--stdin", input: "x")
    var tree = try lab.clone.git("mktree", input: (0..<100).map { "100644 blob \(blob)\tf\($0)\n" }.joined())
    for _ in 0..<2 {
      tree = try lab.clone.git("mktree", input: (0..<100).map { "040000 tree \(tree)\td\($0)\n" }.joined())
    }
    let root = try lab.clone.git("ls-tree", "HEAD") + "\n040000 tree \(tree)\tzz\n"
    let whole = try lab.clone.git("mktree", input: root)
    let commit = try lab.clone.git(
      "commit-tree",
      whole,
      "-p",
      "HEAD",
      "-m",
      "many",
      environment: Homelab.environment(Homelab.agent)
    )
    let new = try lab.send(commit)
    #expect(try lab.codes(Self.branch, nil, new) == ["guard/malformed-push"])
  }

  @Test func `one bad update refuses the whole push`() throws {
    let lab = try Homelab()
    let good = try lab.offer(["notes.txt": "x\n"])
    let updates = [
      PushedUpdate(try RefName(Self.branch), from: nil, to: good),
      PushedUpdate(try RefName("refs/heads/main"), from: try lab.tip, to: good),
    ]
    #expect(try !lab.decide(updates).isAccepted)
    #expect(try !lab.decide([updates[0], updates[0]]).isAccepted)
  }

  @Test func `what isn't a commit is no branch`() throws {
    let lab = try Homelab()
    let commit = try lab.offer([".longshore/policy.yaml": "rules: {}\n"])
    try lab.clone.git("tag", "-a", "-m", "tag", "v1", commit.hex)
    let tag = try lab.send(lab.clone.git("rev-parse", "refs/tags/v1"))
    let tree = try ObjectID(hex: lab.server.git("rev-parse", "main^{tree}"))
    let blob = try ObjectID(hex: lab.server.git("rev-parse", "main:notes.txt"))
    for id in [tag, tree, blob] { #expect(try lab.codes(Self.branch, nil, id) != []) }
  }

  @Test func `branches of one push are all judged, the tree they share being loaded once`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/policy.yaml": "rules: {privileged: deny}\n"]) { $1 })
    let good = try lab.offer(["web/compose.yaml": Homelab.stack.replacing("1.25.0", with: "1.25.1")])
    let bad = try lab.offer(["web/compose.yaml": Homelab.stack + "    privileged: true\n"])
    let decision = try lab.decide([
      PushedUpdate(RefName("refs/heads/longshore/a"), from: nil, to: good),
      PushedUpdate(RefName("refs/heads/longshore/b"), from: nil, to: bad),
    ])
    #expect(decision.refusals.map(\.code.rawValue) == ["policy/privileged"])
  }

  @Test func `an object that isn't there is refused with words`() throws {
    let lab = try Homelab()
    let missing = try ObjectID(hex: String(repeating: "ab", count: 20))
    #expect(try lab.codes(Self.branch, nil, missing) == ["guard/unreadable"])
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `What approvers may push` {
  @Test func `an approver may change policy and the deployment branch`() throws {
    let lab = try Homelab()
    let new = try lab.offer([".longshore/policy.yaml": "rules: {}\n"], by: Homelab.ada)
    #expect(try lab.codes("refs/heads/main", lab.tip, new, as: "ada") == [])
    #expect(try lab.codes("refs/heads/anything", nil, new, as: "ada") == [])
    #expect(try lab.codes("refs/tags/v1", nil, new, as: "root") == [])
  }

  @Test func `nobody may rewind or remove the deployment branch`() throws {
    let lab = try Homelab()
    let old = try lab.tip
    try lab.clone.commit(["notes.txt": "more\n"])
    try lab.clone.git("push", "--quiet", "origin", "HEAD:main")
    let decision = try lab.decide([PushedUpdate(RefName("refs/heads/main"), from: lab.tip, to: old)], as: "ada")
    #expect(
      decision.refusals.map(\.message) == [
        "the deployment branch `main` would lose commits, which hosts may have deployed"
      ]
    )
    #expect(decision.refusals.first?.help == "undo a change with `git revert` and push that")
    #expect(try lab.codes("refs/heads/main", lab.tip, nil, as: "root") == ["guard/deployment-branch"])
  }

  @Test func `a broken configuration leaves the server's own approvers`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/config.yaml": "approvers: ["]) { $1 })
    let new = try lab.offer([".longshore/config.yaml": Homelab.configuration], by: Homelab.ada)
    #expect(try lab.codes("refs/heads/main", lab.tip, new, as: "root") == [])
    #expect(try lab.codes("refs/heads/main", lab.tip, new, as: "ada") == ["guard/deployment-branch"])
  }
}
