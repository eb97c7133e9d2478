import GitKit
import SourceDiagnostics
import Testing

@testable import GitTransport

@Suite struct `Addresses of repositories` {
  @Test(arguments: [
    ("/srv/git/a.git", false), ("../a", false), ("./a:b", false), ("file:///srv/a", false), ("git://h/a", true),
    ("ssh://git@h:2222/a", true), ("git@h:a/b.git", true), ("h:a", true), ("https://h/a", true), ("http://h/a", true),
  ])
  func `only a server runs hooks`(_ url: String, _ runsHooks: Bool) throws {
    #expect(try RemoteRepository(url: url, localRepository: "/x").runsHooks == runsHooks)
  }

  @Test(arguments: [
    ("ssh://git@Host.example:2222/a", "[host.example]:2222", "git"), ("ssh://host:22/a", "host", nil),
    ("ssh://git@[::1]:2222/a", "[::1]:2222", "git"), ("ada@host:a/b", "host", "ada"),
    ("ssh://a@b@host/x", "host", "a@b"),
  ])
  func `hosts are named as OpenSSH names them`(_ url: String, _ name: String, _ user: String?) throws {
    let address = try RemoteAddress(url)
    #expect(address.knownHostName == name)
    #expect(address.user == user)
  }

  @Test func `a password in an address is refused without being shown`() throws {
    let error = try #require(throws: GitError.self) {
      try RemoteRepository(url: "https://ada:hunter2@git.example.org/a", localRepository: "/x")
    }
    #expect(
      error.description
        == "can't use an address of a repository: the address to git.example.org holds a password, which would show up in logs"
    )
    #expect(error.help == "take it out of the address and give it as a token")
  }

  @Test func `a token never travels unencrypted`() throws {
    let token = Credentials.token(username: "ada", Secret("hunter2"))
    for url in ["http://git.example.org/a", "git://h/a", "ssh://h/a", "/srv/a", "http://localhost.example.org/a"] {
      let error = try #require(throws: GitError.self) {
        try RemoteRepository(url: url, localRepository: "/x", credentials: token)
      }
      #expect(error.description == "can't use a token for \(url): it would travel unencrypted")
    }
    _ = try RemoteRepository(url: "https://h/a", localRepository: "/x", credentials: token)
    _ = try RemoteRepository(url: "http://127.0.0.1:3000/a", localRepository: "/x", credentials: token)
    #expect(!String(describing: token).contains("hunter2"))
  }

  @Test(arguments: ["", "ftp://h/a", "ext::sh -c id", "a\nb", "/a\0b", "javascript://x", "ssh://h/\u{1b}[2J"])
  func `what isn't an address is refused or harmless`(_ url: String) throws {
    guard let remote = try? RemoteRepository(url: url, localRepository: "/x") else { return }
    #expect(url == "ext::sh -c id" && remote.address.kind == .ssh)
  }

  @Test func `a fetch names references on both sides or on none`() throws {
    #expect(try FetchSpec.branches().description == "+refs/heads/*:refs/remotes/origin/*")
    #expect(FetchSpec.longshore.description == "+refs/longshore/*:refs/longshore/*")
    let one = try FetchSpec(from: "refs/heads/main", to: "refs/heads/main", motion: .fastForwardOnly)
    #expect(one.description == "refs/heads/main:refs/heads/main")
    for (from, to) in [
      ("refs/heads/*", "refs/heads/a"), ("main", "refs/heads/main"), ("refs/*/a", "refs/*/b"), ("", ""),
    ] {
      #expect(throws: GitError.self) { try FetchSpec(from: from, to: to) }
    }
  }
}
