import GitKit
import GitTransport
import Testing

@Suite struct `What a program may push` {
  @Test(arguments: [
    ("refs/heads/longshore/update-nginx", true), ("refs/heads/longshore/a/b/c", true),
    ("refs/longshore/proposals/12", true), ("refs/longshore/ci/abc/lint", true), ("refs/heads/main", false),
    ("refs/heads/longshore", false), ("refs/heads/longshore2/a", false), ("refs/heads/Longshore/a", false),
    ("refs/longshore/deploy/nas", false), ("refs/longshore/proposals", false), ("refs/tags/longshore/a", false),
    ("refs/x/refs/heads/longshore/a", false),
  ])
  func `the agent keeps to its own references`(_ name: String, _ allowed: Bool) throws {
    #expect(try PushScope.agent.allows(RefName(name)) == allowed)
  }

  @Test func `a host reports on itself only`() throws {
    let scope = try PushScope.host("nas")
    #expect(try scope.allows(RefName("refs/longshore/deploy/nas")))
    for name in ["refs/longshore/deploy/nas2", "refs/longshore/deploy/nas/x", "refs/heads/main"] {
      #expect(try !scope.allows(RefName(name)))
    }
  }

  @Test(arguments: ["", "a/b", "*", "..", "a*", "nas/", "/", "a b", "../../heads/main", ".", "nas.lock"])
  func `a host's name can't widen its scope`(_ name: String) {
    #expect(throws: GitError.self) { try PushScope.host(name) }
  }

  @Test(arguments: ["refs/*/main", "*", "refs/heads/ma*", "", "/*", "refs/heads/**"])
  func `a pattern of another form allows nothing`(_ pattern: String) throws {
    #expect(try !PushScope(patterns: [pattern]).allows(RefName("refs/heads/main")))
  }
}
