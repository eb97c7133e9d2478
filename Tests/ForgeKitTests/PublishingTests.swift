import Fixtures
import ForgeKit
import GitKit
import GitOpsKit
import GitTransport
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Publishing a draft` {
  private static let branch = "refs/heads/longshore/update-web"

  @Test func `a new topic opens a proposal`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let draft = try agent.draft()
    guard case .opened(let proposal) = try await agent.forge.publish(draft) else {
      Issue.record("nothing was opened")
      return
    }
    #expect(proposal.number == 1)
    #expect(try lab.held(Self.branch) == draft.head)
    #expect(try await agent.forge.proposals() == [proposal])
    #expect(try await agent.forge.proposal(1) == proposal)
  }

  @Test func `the same change again changes nothing, from another clone too`() async throws {
    let lab = try ForgeLab()
    let first = try lab.agent()
    let opened = try await first.forge.publish(first.draft()).proposal
    let refs = try lab.server.git("for-each-ref")
    for agent in [first, try lab.agent()] {
      let again = try await agent.forge.publish(agent.draft())
      #expect(again == .unchanged(opened))
    }
    #expect(try lab.server.git("for-each-ref") == refs)
  }

  @Test func `another change of the same topic brings the proposal up to date`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let opened = try await agent.forge.publish(agent.draft()).proposal
    let draft = try agent.draft("update-web", "newer\n", title: "Update web further")
    guard case .updated(let updated) = try await agent.forge.publish(draft) else {
      Issue.record("nothing was updated")
      return
    }
    #expect(updated.number == opened.number)
    #expect(updated.title == "Update web further")
    #expect(updated.events.map(\.kind) == [.opened, .updated])
    #expect(try lab.held(Self.branch) == draft.head)
    #expect(try await agent.forge.proposals() == [updated])
  }

  @Test func `another topic gets the next number`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    for (index, topic) in ["a", "b", "c"].enumerated() {
      #expect(try await agent.forge.publish(agent.draft(topic)).proposal.number == index + 1)
    }
    #expect(try await agent.forge.proposals().map(\.number) == [3, 2, 1])
  }

  @Test func `a rejected change isn't opened again, another one is`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let opened = try await agent.forge.publish(agent.draft()).proposal
    try lab.reject(1, head: opened.head)
    let again = try await agent.forge.publish(agent.draft())
    guard case .unchanged(let rejected) = again else {
      Issue.record("it wasn't left alone: \(again)")
      return
    }
    #expect(rejected.number == 1)
    #expect(rejected.state == .rejected)
    #expect(rejected.rejection == "no")
    let other = try await agent.forge.publish(agent.draft("update-web", "other\n"))
    #expect(other.proposal.number == 2)
    #expect(try await agent.forge.proposal(2).state == .open)
    #expect(try await agent.forge.publish(agent.draft()).proposal.state == .open)
  }

  @Test func `after a merge a new proposal opens`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let opened = try await agent.forge.publish(agent.draft()).proposal
    try lab.merge(opened.head)
    #expect(try await agent.forge.proposal(1).state == .merged)
    let next = try await agent.forge.publish(agent.draft("update-web", "later\n"))
    #expect(next.proposal.number == 2)
    #expect(try await agent.forge.proposals().map(\.state) == [.open, .merged])
  }

  @Test func `what is in the deployment branch already can't be proposed`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    var draft = try agent.draft()
    draft.head = draft.base
    let error = await #expect(throws: ForgeError.self) { try await agent.forge.publish(draft) }
    #expect(error?.description == "can't publish update-web: its commit is in the deployment branch already")
    #expect(try lab.numbers() == [])
  }

  @Test func `an unreadable proposal doesn't stand in the way`() async throws {
    let lab = try ForgeLab()
    try lab.server.git("update-ref", "refs/longshore/proposals/4", "main")
    let agent = try lab.agent()
    #expect(try await agent.forge.publish(agent.draft()).proposal.number == 5)
  }
}

@Suite(.enabled(if: GitFixture.isAvailable)) struct `Publishing after a crash` {
  private static let branch = "refs/heads/longshore/update-web"

  @Test func `a branch without a proposal gets one, with the commit that is there`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let lost = try agent.draft()
    try agent.clone.git("push", "--quiet", "origin", "\(lost.head):\(Self.branch)")
    let published = try await agent.forge.publish(agent.draft())
    #expect(published.proposal.head == lost.head)
    #expect(try lab.held(Self.branch) == lost.head)
    #expect(try lab.numbers() == ["1"])
  }

  @Test func `a branch with another change is brought up to date`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    try agent.clone.git("push", "--quiet", "origin", "\(agent.draft("update-web", "old\n").head):\(Self.branch)")
    let draft = try agent.draft()
    #expect(try await agent.forge.publish(draft).proposal.head == draft.head)
    #expect(try lab.held(Self.branch) == draft.head)
  }

  @Test func `a proposal without its branch gets it back`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let opened = try await agent.forge.publish(agent.draft()).proposal
    try lab.server.git("update-ref", "-d", Self.branch)
    #expect(try await agent.forge.publish(agent.draft()) == .unchanged(opened))
    #expect(try lab.held(Self.branch) == opened.head)
  }

  @Test func `a proposal whose commit nobody has any more is brought up to date`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    _ = try await agent.forge.publish(agent.draft())
    try lab.server.git("update-ref", "-d", Self.branch)
    try lab.server.git("gc", "--quiet", "--prune=now")
    let other = try lab.agent()
    let draft = try other.draft()
    let published = try await other.forge.publish(draft)
    #expect(published.proposal.number == 1)
    #expect(try lab.held(Self.branch) == draft.head)
  }

  @Test func `a branch that moved without its proposal is put right`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let opened = try await agent.forge.publish(agent.draft()).proposal
    let moved = try agent.draft("update-web", "elsewhere\n")
    try agent.clone.git("push", "--quiet", "--force", "origin", "\(moved.head):\(Self.branch)")
    #expect(try await agent.forge.publish(agent.draft()) == .unchanged(opened))
    #expect(try lab.held(Self.branch) == opened.head)
  }
}

@Suite(.enabled(if: GitFixture.isAvailable && GitDaemon.isAvailable)) struct `Publishing to a server` {
  @Test(.timeLimit(.minutes(10))) func `agents at work at once each get a number of their own`() async throws {
    let lab = try ForgeLab()
    let daemon = try GitDaemon(serving: lab.server.directory.path)
    let url = daemon.url(of: lab.server.path)
    let agents = try (0..<4).map { _ in try lab.agent(through: url, attempts: 20) }
    let drafts = try agents.enumerated().map { index, agent in try agent.draft("topic-\(index)") }
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for (agent, draft) in zip(agents, drafts) {
        group.addTask { try await agent.forge.publish(draft).proposal.number }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.sorted() == [1, 2, 3, 4])
    let proposals = try await agents[0].forge.proposals()
    #expect(Set(proposals.map(\.topic.name)).count == 4)
  }

  @Test(.timeLimit(.minutes(10))) func `agents with one topic make one proposal`() async throws {
    let lab = try ForgeLab()
    let daemon = try GitDaemon(serving: lab.server.directory.path)
    let url = daemon.url(of: lab.server.path)
    let agents = try (0..<3).map { _ in try lab.agent(through: url, attempts: 20) }
    let drafts = try agents.map { try $0.draft() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (agent, draft) in zip(agents, drafts) {
        group.addTask { _ = try await agent.forge.publish(draft) }
      }
      try await group.waitForAll()
    }
    #expect(try lab.numbers() == ["1"])
    let proposal = try await agents[0].forge.proposal(1)
    #expect(try lab.held("refs/heads/longshore/update-web") == proposal.head)
  }

  @Test(.timeLimit(.minutes(10))) func `what the server's hook says reaches the caller`() async throws {
    let lab = try ForgeLab()
    try lab.server.installHook("pre-receive", "#!/bin/sh\necho 'error[policy/privileged]: no' >&2\nexit 1\n")
    let daemon = try GitDaemon(serving: lab.server.directory.path)
    let agent = try lab.agent(through: daemon.url(of: lab.server.path))
    let draft = try agent.draft()
    let error = await #expect(throws: ForgeError.self) { try await agent.forge.publish(draft) }
    #expect(error?.code == .refused)
    #expect(
      error?.description
        == "can't publish update-web: the server refused longshore/update-web: pre-receive hook declined"
    )
    #expect(error?.serverMessage.escaped().contains("error[policy/privileged]: no") == true)
    #expect(try lab.numbers() == [])
    try lab.server.installHook("pre-receive", "#!/bin/sh\nexit 0\n")
    #expect(try await agent.forge.publish(draft).proposal.number == 1)
  }

  @Test(.timeLimit(.minutes(10))) func `the agent can't push what isn't the agent's`() async throws {
    let lab = try ForgeLab()
    let agent = try lab.agent()
    let draft = try agent.draft()
    for ref in ["refs/heads/main", "refs/longshore/deploy/nas", "refs/tags/v1"] {
      let update = RefUpdate(ref: try RefName(ref), new: draft.head)
      let error = await #expect(throws: GitError.self) { try await agent.remote.push([update], within: .agent) }
      #expect(error?.code == .outOfScope)
    }
  }
}
