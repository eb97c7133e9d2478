import Fixtures
import Foundation
import Testing

/// The seed's story, told by the built programs over a real Git server.
@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"), .serialized)
struct `An agent proposes, a person merges, a host deploys` {
  @Test func `from an old image to a dry run, each step again without effect`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    let before = try agent.git("rev-parse", "origin/main")

    let first = try agent.tool("longshore", "propose", "updates")
    #expect(first.contains("opened"))
    let again = try agent.tool("longshore", "propose", "updates")
    #expect(!again.contains("opened") && again.contains("unchanged"))
    #expect(try agent.git("ls-remote", "origin", "refs/heads/main").hasPrefix(before), "nothing was merged")

    let approver = try harbour.clone(for: "ada", named: "Ada", email: "ada@home.example")
    let list = try approver.tool("longshore-review", "list")
    #expect(list.contains("#1") && list.contains("open"))
    #expect(try approver.tool("longshore-review", "approve", "1").contains("merged #1"))
    #expect(try approver.tool("longshore-review", "approve", "1").contains("merged before"))
    #expect(try approver.tool("longshore-review", "reject", "2", "--reason", "not today").contains("rejected #2"))

    let repeated = try agent.tool("longshore", "propose", "updates")
    #expect(!repeated.contains("opened"), "a rejected proposal isn't opened again")

    try approver.git("fetch", "--quiet", "origin")
    let merge = try approver.git("log", "-1", "--format=%an %ce%n%b", "origin/main")
    #expect(merge.contains("Ada ada@home.example") && merge.contains("Longshore-Proposal: 1"))
    #expect(merge.contains("Reviewed-by: Ada <ada@home.example>"))

    let plan = try harbour.deploy(dryRun: true)
    #expect(plan.status == 0 && plan.output.contains("would deploy"), "\(plan.output)\(plan.errors)")
    #expect(try agent.tool("longshore", "status").contains("no host has reported"))
  }

  @Test func `an update changes the image's line and no other byte`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    try agent.tool("longshore", "propose", "updates")
    let branches = try agent.git("for-each-ref", "--format=%(refname)", "refs/heads/longshore/").split(separator: "\n")
    #expect(!branches.isEmpty)
    for branch in branches {
      let lines = try agent.git("diff", "--numstat", "origin/main...\(branch)").split(separator: "\n")
      for line in lines {
        let counts = line.split(separator: "\t").prefix(2)
        #expect(counts.first == counts.last, "\(branch): \(line)")
      }
    }
  }

  @Test func `missing health checks are proposed`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    let answer = try agent.tool("longshore", "propose", "health")
    #expect(answer.contains("opened"))
    #expect(try agent.tool("longshore", "show", "1").contains("health"))
    #expect(!(try agent.tool("longshore", "propose", "health")).contains("opened"))
  }
}

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed"), .serialized)
struct `A compromised agent` {
  @Test func `can't push to the deployment branch, change policy, or forge an approval`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    let tip = try agent.git("rev-parse", "HEAD")

    try agent.commit(["cloud/evil/compose.yaml": "services: {a: {image: \"busybox:1\", privileged: true}}\n"])
    let direct = try agent.run(["push", "origin", "HEAD:main"])
    #expect(direct.status != 0 && direct.errors.contains("guard/deployment-branch"))

    try agent.git("checkout", "--quiet", "-B", "longshore/policy", tip)
    try agent.commit([".longshore/policy.yaml": "rules: {}\n"])
    let policy = try agent.run(["push", "origin", "HEAD:refs/heads/longshore/policy"])
    #expect(policy.status != 0 && policy.errors.contains("policy/protected-path"), "\(policy.errors)")

    let forged = try agent.run(["push", "origin", "HEAD:refs/longshore/proposals/1"])
    #expect(forged.status != 0 && forged.errors.contains("guard/"), "\(forged.errors)")
    #expect(try harbour.server.git("rev-parse", "main") == tip)
    #expect(try harbour.server.git("for-each-ref", "--format=%(refname)") == "refs/heads/main")
  }

  @Test func `can't merge by its own program, which has no such command`() throws {
    let harbour = try Harbour()
    let agent = try harbour.clone(for: "agent", named: "agent", email: "agent@longshore.example")
    try agent.tool("longshore", "approve", "1", expecting: 2)
    let review = try Programs.run("longshore-review", ["approve", "1"], in: agent.path)
    #expect(review.status == 3 || review.status == 1, "even the approver's program gets no further as the agent")
  }

  @Test func `a host may write its own report and nothing else`() throws {
    let harbour = try Harbour()
    let host = try harbour.clone(for: "host:nas", named: "nas", email: "nas@homelab.test")
    try host.commit(["x": "y"])
    for target in ["main", "refs/heads/longshore/x", "refs/longshore/deploy/other"] {
      let push = try host.run(["push", "origin", "HEAD:\(target)"])
      #expect(push.status != 0 && push.errors.contains("guard/"), "\(target): \(push.errors)")
    }
  }
}

extension Harbour {
  /// Runs the deployer once as the host `nas`.
  func deploy(dryRun: Bool = false, environment: [String: String] = [:]) throws -> Program.Result {
    let arguments = ["once", "--host", "nas", "--remote", address(for: "host:nas"), "--state", directory.path("state")]
    return try Programs.run("longshore-deploy", arguments + (dryRun ? ["--dry-run"] : []), environment: environment)
  }
}
