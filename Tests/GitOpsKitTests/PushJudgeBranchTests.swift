import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `What the agent may push as a branch` {
  private static let branch = "refs/heads/longshore/update-web"

  @Test func `a harmless change is taken`() throws {
    let lab = try Homelab()
    let new = try lab.offer(["web/compose.yaml": Homelab.stack.replacing("1.25.0", with: "1.25.1")])
    let decision = try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: new)])
    #expect(decision.refusals == [])
    #expect(decision.isAccepted)
    #expect(decision.pusher == Pusher(login: "agent", role: .agent))
  }

  @Test(arguments: [nil, "", "mallory", "Ada", "agent", "CI"])
  func `whoever isn't known has the agent's rights`(login: String?) throws {
    let lab = try Homelab()
    let new = try lab.offer(["notes.txt": "x\n"])
    #expect(try lab.codes(Self.branch, nil, new, as: login) == [])
    #expect(try lab.codes("refs/heads/main", lab.tip, new, as: login) == ["guard/deployment-branch"])
  }

  @Test(
    arguments: [
      "refs/heads/longshore", "refs/heads/Longshore/x", "refs/heads/longshore-x", "refs/heads/other", "refs/tags/main",
      "refs/tags/longshore/x", "refs/longshore/deploy/nas", "refs/longshore/policy", "refs/remotes/origin/main",
      "refs/notes/commits", "refs/replace/0000000000000000000000000000000000000001",
      "refs/heads/refs/heads/longshore/x",
    ]
  )
  func `every other reference is refused`(ref: String) throws {
    let lab = try Homelab()
    let new = try lab.offer(["notes.txt": "x\n"])
    #expect(try lab.codes(ref, nil, new) == ["guard/not-yours"])
    #expect(try lab.codes(ref, new, nil) == ["guard/not-yours"])
  }

  @Test func `the refusal says who may not do what, and what to do`() throws {
    let lab = try Homelab()
    let new = try lab.offer(["notes.txt": "x\n"])
    let main = try PushedUpdate(RefName("refs/heads/main"), from: lab.tip, to: new)
    let named = try lab.decide([main], as: "bot").refusals.first
    #expect(named?.message == "`bot`, who has an agent's rights, may not push to the deployment branch `main`")
    #expect(named?.help == "push a branch below `longshore/`, and let an approver merge it")
    let unnamed = try lab.decide([main], as: nil).refusals.first
    #expect(unnamed?.message == "an unnamed pusher may not push to the deployment branch `main`")
    #expect(
      unnamed?.help
        == "push a branch below `longshore/`, and let an approver merge it; the server names the pusher in LONGSHORE_IDENTITY"
    )
  }

  @Test(
    arguments: [
      ".longshore/policy.yaml", ".longshore/config.yaml", ".longshore/catalogue/nginx.yaml", ".github/workflows/ci.yml",
      ".forgejo/workflows/ci.yml", ".gitea/workflows/ci.yml", ".gitlab-ci.yml", ".woodpecker.yml", "web/.gitattributes",
      ".LONGSHORE/policy.yaml", ".gitmodules",
    ]
  )
  func `a protected path is refused`(path: String) throws {
    let lab = try Homelab()
    let new = try lab.offer([path: "rules: {}\n"])
    #expect(try lab.codes(Self.branch, nil, new).contains("policy/protected-path"))
  }

  @Test func `a protected path can't be removed or moved`() throws {
    let lab = try Homelab()
    try lab.clone.git("mv", ".longshore", "elsewhere")
    let new = try lab.offerIndex()
    #expect(try lab.codes(Self.branch, nil, new).contains("policy/protected-path"))
  }

  @Test func `a protected path that was changed back does no harm`() throws {
    let lab = try Homelab()
    let evil = try lab.offer([".longshore/policy.yaml": "rules: {}\n"])
    let back = try lab.offer([".longshore/policy.yaml": nil, "notes.txt": "x\n"], on: evil.hex)
    #expect(try lab.codes(Self.branch, nil, evil).contains("policy/protected-path"))
    #expect(try lab.codes(Self.branch, nil, back) == [])
  }

  @Test func `the policy of the branch counts for nothing`() throws {
    let lab = try Homelab(
      Homelab.files.merging([".longshore/policy.yaml": "rules: {privileged: deny}\n"]) { $1 }
    )
    let stack = Homelab.stack + "    privileged: true\n"
    let plain = try lab.offer(["web/compose.yaml": stack])
    let moved = try lab.offer(["web/compose.yaml": stack, ".longshore/policy.yaml": "rules: {privileged: off}\n"])
    #expect(try lab.codes(Self.branch, nil, plain) == ["policy/privileged"])
    #expect(try Set(lab.codes(Self.branch, nil, moved)).isSuperset(of: ["policy/privileged", "policy/protected-path"]))
  }

  @Test func `what policy denies is refused with the place in the file`() throws {
    let lab = try Homelab(
      Homelab.files.merging([".longshore/policy.yaml": "rules: {privileged: deny}\n"]) { $1 }
    )
    let new = try lab.offer(["web/compose.yaml": Homelab.stack + "    privileged: true\n"])
    let decision = try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: new)])
    let label = try #require(decision.refusals.first?.labels.first)
    #expect(label.file == "web/compose.yaml")
    #expect(decision.sources["web/compose.yaml"]?.position(of: label.bytes.lowerBound).line == 4)
  }

  @Test func `a policy that can't be read lets nothing through`() throws {
    let lab = try Homelab(Homelab.files.merging([".longshore/policy.yaml": "rules: ["]) { $1 })
    let new = try lab.offer(["notes.txt": "x\n"])
    #expect(try lab.codes(Self.branch, nil, new) != [])
  }

  @Test func `a symbolic link is refused`() throws {
    let lab = try Homelab()
    try lab.clone.git("checkout", "--quiet", "--detach", "origin/main")
    let target = try lab.clone.git("hash-object", "-w", "--stdin", input: "../../etc/passwd")
    try lab.clone.git("update-index", "--add", "--cacheinfo", "120000,\(target),web/link")
    #expect(try lab.codes(Self.branch, nil, lab.offerIndex()) != [])
  }

  @Test func `.longshore as a symbolic link is refused`() throws {
    let lab = try Homelab()
    try lab.clone.git("rm", "-r", "--quiet", ".longshore")
    let target = try lab.clone.git("hash-object", "-w", "--stdin", input: "web")
    try lab.clone.git("update-index", "--add", "--cacheinfo", "120000,\(target),.longshore")
    #expect(try lab.codes(Self.branch, nil, lab.offerIndex()) != [])
  }

  @Test func `a submodule is refused`() throws {
    let lab = try Homelab()
    let commit = try lab.clone.git("rev-parse", "HEAD")
    try lab.clone.git("update-index", "--add", "--cacheinfo", "160000,\(commit),web/module")
    #expect(try lab.codes(Self.branch, nil, lab.offerIndex()) != [])
  }

  @Test func `an executable bit is refused`() throws {
    let lab = try Homelab()
    try lab.clone.git("update-index", "--chmod=+x", "notes.txt")
    #expect(try lab.codes(Self.branch, nil, lab.offerIndex()) != [])
  }

  @Test(arguments: ["a\u{1B}[2Jb", "a\nb", "a\u{202E}b", "tab\tname"])
  func `a name with control characters is refused`(name: String) throws {
    let lab = try Homelab()
    let blob = try lab.clone.git("hash-object", "-w", "--stdin", input: "x")
    try lab.clone.git("update-index", "-z", "--index-info", input: "100644 \(blob)\tweb/\(name)\0")
    let decision = try lab.decide([PushedUpdate(RefName(Self.branch), from: nil, to: lab.offerIndex())])
    #expect(decision.refusals.map(\.code.rawValue) == ["guard/malformed-push"])
    #expect(
      decision.refusals.first?.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E } == true
    )
  }

  @Test func `a directory with a name twice is refused`() throws {
    let lab = try Homelab()
    let blob = try lab.clone.git("hash-object", "-w", "--stdin", input: "x")
    let old = try lab.clone.git("rev-parse", "HEAD:notes.txt")
    let config = try lab.clone.git("rev-parse", "HEAD:.longshore")
    let web = try lab.clone.git("rev-parse", "HEAD:web")
    let listing = [
      "040000 tree \(config)\t.longshore", "100644 blob \(old)\tnotes.txt", "100644 blob \(blob)\tnotes.txt",
      "040000 tree \(web)\tweb",
    ]
    let tree = try Self.writeTree(listing, in: lab.clone)
    let commit = try lab.clone.git(
      "commit-tree",
      tree,
      "-p",
      "HEAD",
      "-m",
      "twice",
      environment: Homelab.environment(Homelab.agent)
    )
    let new = try lab.send(commit)
    #expect(try lab.codes(Self.branch, nil, new) == ["guard/malformed-push"])
  }

  @Test func `a tree that names .git is refused`() throws {
    let lab = try Homelab()
    let blob = try lab.clone.git("hash-object", "-w", "--stdin", input: "x")
    let inner = try Self.writeTree(["100644 blob \(blob)\tconfig"], in: lab.clone)
    let root = try lab.clone.git("ls-tree", "HEAD").split(separator: "\n").map(String.init)
    let tree = try Self.writeTree(["040000 tree \(inner)\t.git"] + root, in: lab.clone)
    let commit = try lab.clone.git(
      "commit-tree",
      tree,
      "-p",
      "HEAD",
      "-m",
      "git",
      environment: Homelab.environment(Homelab.agent)
    )
    #expect(try lab.codes(Self.branch, nil, lab.send(commit)) == ["guard/malformed-push"])
  }

  /// Writes a tree as it is listed, also one that `git mktree` would put right.
  private static func writeTree(_ entries: [String], in repository: GitFixture) throws -> String {
    var script = "import sys,hashlib\nout=b''\n"
    for entry in entries {
      let parts = entry.split(separator: "\t", maxSplits: 1).map(String.init)
      let head = parts[0].split(separator: " ").map(String.init)
      let mode = head[0].hasPrefix("0") ? String(head[0].dropFirst()) : head[0]
      script += "out+=b'\(mode) \(parts[1])\\0'+bytes.fromhex('\(head[2])')\n"
    }
    script += "open('tree.bin','wb').write(out)\n"
    let result = try Program.run("python3", ["-c", script], in: repository.path)
    if result.status != 0 { throw Program.Failure(result.errors) }
    return try repository.git("hash-object", "-t", "tree", "-w", "--literally", "tree.bin")
  }
}
