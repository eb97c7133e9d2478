import GitKit
import GitOpsKit
import PolicyEngine
import Testing

@Suite struct `Who pushes` {
  private let configuration = HomelabConfiguration(
    agent: AgentIdentity(login: "bot"),
    approvers: [Approver(login: "ada"), Approver(login: "bot")],
    hosts: [HostConfiguration(name: "nas", login: "nas-deploy")]
  )

  private func pusher(_ environment: [String: String]) -> Pusher {
    Pusher.identify(in: environment, configuration: configuration, approvers: ["root"])
  }

  @Test(
    arguments: [
      ("ada", Role.person, nil), ("root", .person, nil), ("bot", .agent, nil), ("agent", .agent, nil),
      ("eve", .agent, nil),
      ("nas-deploy", .host, "nas"), ("host:pi", .host, "pi"), ("ci", .ci, nil), ("ADA", .agent, nil),
      ("ada ", .agent, nil),
    ]
  )
  func `a login has one role`(login: String, role: Role, host: String?) {
    #expect(pusher(["LONGSHORE_IDENTITY": login]) == Pusher(login: login, role: role, host: host))
    #expect(pusher(["GITEA_PUSHER_NAME": login]).role == role)
    #expect(pusher(["GL_USERNAME": login]).role == role)
  }

  @Test func `our own variable comes first, and an empty one says nothing`() {
    #expect(pusher(["LONGSHORE_IDENTITY": "agent", "GITEA_PUSHER_NAME": "ada"]).role == .agent)
    #expect(pusher(["LONGSHORE_IDENTITY": "", "GITEA_PUSHER_NAME": "ada"]).role == .person)
    #expect(pusher([:]) == Pusher(login: nil, role: .agent))
  }

  @Test func `a line of the hook's input is an update`() throws {
    let id = String(repeating: "1", count: 40)
    let zero = String(repeating: "0", count: 40)
    let update = try PushedUpdate(parsing: "\(zero) \(id) refs/heads/longshore/x")
    #expect(update == PushedUpdate(try RefName("refs/heads/longshore/x"), from: nil, to: try ObjectID(hex: id)))
    #expect(try PushedUpdate(parsing: "\(id) \(zero) refs/heads/x").new == nil)
  }

  @Test(
    arguments: [
      "", " ", "a b c", "0000 1111 refs/heads/x",
      "\(String(repeating: "1", count: 40)) \(String(repeating: "1", count: 40)) HEAD",
      "\(String(repeating: "1", count: 40)) \(String(repeating: "1", count: 40)) refs/heads/a b",
      "\(String(repeating: "1", count: 40)) \(String(repeating: "1", count: 40)) refs/heads/a\u{1B}",
    ]
  )
  func `any other line is refused`(line: String) {
    let error = #expect(throws: GitOpsError.self) { try PushedUpdate(parsing: line) }
    #expect(error?.description.hasPrefix("can't read what is pushed: `") == true)
  }
}
