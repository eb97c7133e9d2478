import ComposeModel
import Fixtures
import GitKit
import GitOpsKit
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Where everything stands` {
  @Test func `open proposals with their CI, and the hosts`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head, title: "Update \u{1B}[1mweb"), as: 1))
    let ci = CIRecord(commit: head, job: try JobName("lint"), result: .failure, finishedAt: Homelab.now, log: "")
    try lab.take(CILedger(in: lab.repository).recording(ci, by: Homelab.agent))
    let stacks = [
      StackReport(try RepositoryPath("web"), .rolledBack, reason: "not healthy"),
      StackReport(try RepositoryPath("db"), .unchanged),
    ]
    let report = DeployReport(
      host: "nas",
      revision: try lab.tip,
      finishedAt: Homelab.now,
      mode: .applied,
      stacks: stacks
    )
    try lab.take(DeployLedger(in: lab.repository).recording(report, by: Homelab.agent))
    let repository = try lab.repository
    let overview = try Overview(of: repository, on: DeploymentBranch.find(in: repository))
    #expect(overview.proposals.map(\.jobs) == [["lint": .failure]])
    #expect(overview.hosts.map(\.isCurrent) == [true])
    #expect(overview.hosts.first?.troubled == [stacks[0]])
    #expect(!overview.isFine)
    #expect(
      overview.page == """
        1 open proposal:
          #1 Update ␛[1mweb · allow · CI: lint failure
        1 host:
          nas: up to date, 1 stack fine · 2025-06-15T15:06:40Z
            web rolled-back: not healthy

        """
    )
  }

  @Test func `a repository in which nothing happened yet`() throws {
    let lab = try Homelab()
    let repository = try lab.repository
    let overview = try Overview(of: repository, on: DeploymentBranch.find(in: repository))
    #expect(overview.page == "no proposal is open\nno host has reported\n")
    #expect(overview.isFine)
  }

  @Test func `what can't be read is a problem, not the end`() throws {
    let lab = try Homelab()
    try lab.server.git("update-ref", "refs/longshore/deploy/nas", "main")
    try lab.server.git("update-ref", "refs/longshore/proposals/1", "main")
    let repository = try lab.repository
    let overview = try Overview(of: repository, on: DeploymentBranch.find(in: repository))
    #expect(
      overview.problems == [
        "can't read proposal.json of refs/longshore/proposals/1: there is no such file",
        "can't read report.json of refs/longshore/deploy/nas: there is no such file",
      ]
    )
    #expect(!overview.isFine)
  }

  @Test func `job results that can't be read are a problem too`() throws {
    let lab = try Homelab()
    let head = try lab.offer(["notes.txt": "x\n"])
    try lab.take(lab.ledger().opening(lab.draft(head: head), as: 1))
    try lab.server.git("update-ref", "refs/longshore/ci/\(head)/lint", "main")
    let repository = try lab.repository
    let overview = try Overview(of: repository, on: DeploymentBranch.find(in: repository))
    #expect(overview.problems.count == 1 && overview.proposals.count == 1 && !overview.isFine)
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `The hook that runs the guard` {
  @Test func `it is written once, and names program and approvers`() throws {
    let server = try GitFixture(.bare)
    let hook = GuardHook(program: "/opt/it's/longshore-guard", approvers: ["ada", "o'neil"])
    let path = "\(server.path)/hooks/pre-receive"
    #expect(try hook.install(in: server.path) == .written(path))
    #expect(try hook.install(in: server.path) == .unchanged(path))
    let text = try server.directory.read("repo/hooks/pre-receive")
    #expect(
      text == """
        #!/bin/sh
        # Written by longshore-guard install.
        exec '/opt/it'\\''s/longshore-guard' hook --approver 'ada' --approver 'o'\\''neil'

        """
    )
    #expect(try Program.run("sh", ["-n", path]).status == 0)
    #expect(try Program.run("test", ["-x", path]).status == 0)
    #expect(try GuardHook(program: "/usr/bin/longshore-guard").install(in: server.path) == .written(path))
  }

  @Test func `another hook and a clone are left alone`() throws {
    let server = try GitFixture(.bare)
    try server.installHook("pre-receive", "#!/bin/sh\nexit 0\n")
    let hook = GuardHook(program: "/usr/bin/longshore-guard")
    let error = #expect(throws: GitOpsError.self) { try hook.install(in: server.path) }
    #expect(error?.reason == "\(server.path)/hooks/pre-receive is another hook")
    #expect(try server.directory.read("repo/hooks/pre-receive") == "#!/bin/sh\nexit 0\n")
    let clone = try GitFixture()
    #expect(throws: GitOpsError.self) { try hook.install(in: clone.path) }
  }
}

@Suite struct `Checking a tree` {
  private func check(_ files: [String: String]) throws -> TreeCheck {
    try TreeCheck(of: MemoryTree(files), on: #require(CalendarDate("2026-01-31")))
  }

  @Test func `stacks, policy and configuration are checked together`() throws {
    let check = try check([
      "web/compose.yaml": Homelab.stack + "    privileged: true\n", "bad/compose.yaml": "services: [",
      "loose.yaml": Homelab.stack, ".longshore/config.yaml": "brnch: x\n", ".longshore/policy.yaml": "rulez: {}\n",
    ])
    let codes = Set(check.diagnostics.map(\.code.rawValue))
    #expect(codes.isSuperset(of: ["policy/privileged", "config/unknown-key", "policy/unknown-key"]))
    #expect(check.stackCount == 2)
    #expect(check.looseCount == 1)
    #expect(check.scope == "2 stacks and 1 other Compose file")
    #expect(try Array(check.failures.keys) == [RepositoryPath("bad")])
    #expect(check.sources["web/compose.yaml"] != nil)
    #expect(check.sources[".longshore/config.yaml"] != nil)
  }

  @Test func `an empty tree is said to be empty`() throws {
    let check = try check(["README.md": "hello"])
    #expect(check.isEmpty)
    #expect(check.emptiness(of: "/srv") == "there is no Compose file in /srv; name a directory that holds stacks")
  }
}
