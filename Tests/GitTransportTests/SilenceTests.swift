import Fixtures
import GitKit
import GitTransport
import SourceDiagnostics
import Testing

@Suite(.enabled(if: GitFixture.isAvailable, "git isn't installed")) struct `Servers that don't answer` {
  private let clone: GitFixture

  init() throws { clone = try GitFixture() }

  @Test(.timeLimit(.minutes(10)), arguments: ["git", "ssh", "http", "https"])
  func `a silent one is given up after our patience`(_ scheme: String) async throws {
    let socket = try ListeningSocket()
    let url = "\(scheme)://127.0.0.1:\(socket.port)/a"
    let credentials = scheme == "ssh" ? Credentials.sshAgent(knownHosts: "/dev/null") : .none
    let remote = try RemoteRepository(
      url: url,
      localRepository: clone.path,
      credentials: credentials,
      patience: .seconds(1)
    )
    var error: GitError?
    let duration = await ContinuousClock().measure {
      error = await #expect(throws: GitError.self) { try await remote.fetch([.branches()]) }
    }
    #expect(error?.code == .timedOut)
    #expect(error?.description == "can't fetch from \(url): the server was silent for 1 second")
    #expect(error?.help == "check the address and that the server is up")
    #expect(duration >= .seconds(1) && duration < .seconds(60))
    withExtendedLifetime(socket) {}
  }

  @Test(.timeLimit(.minutes(10))) func `a task that is cancelled doesn't wait`() async throws {
    let socket = try ListeningSocket()
    let remote = try RemoteRepository(url: "git://127.0.0.1:\(socket.port)/a", localRepository: clone.path)
    let task = Task { try await remote.references() }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    let result = await task.result
    let error = #expect(throws: GitError.self) { try result.get() }
    #expect(error?.code == .cancelled)
    #expect(error?.description == "can't list the references of \(remote.url): the caller gave up")
    withExtendedLifetime(socket) {}
  }

  @Test(.timeLimit(.minutes(10))) func `one that isn't there is unreachable at once`() async throws {
    let port = try ListeningSocket.freePort()
    for scheme in ["git", "ssh", "http"] {
      let remote = try RemoteRepository(url: "\(scheme)://127.0.0.1:\(port)/a", localRepository: clone.path)
      let error = await #expect(throws: GitError.self) { try await remote.references() }
      #expect(error?.code == .unreachable, "\(scheme): \(String(describing: error))")
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["git", "http", "ssh"])
  func `one that talks rubbish is an error`(_ scheme: String) async throws {
    let socket = try ListeningSocket(answer: "rubbish \u{1b}[2J\n")
    let remote = try RemoteRepository(
      url: "\(scheme)://127.0.0.1:\(socket.port)/a",
      localRepository: clone.path,
      patience: .seconds(3)
    )
    let error = await #expect(throws: GitError.self) { try await remote.references() }
    #expect(error?.description.contains("\u{1b}") == false)
    withExtendedLifetime(socket) {}
  }

  @Test(.timeLimit(.minutes(10))) func `a token that is refused isn't offered again and again`() async throws {
    let answer = "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
    let socket = try ListeningSocket(answer: answer)
    let remote = try RemoteRepository(
      url: "http://127.0.0.1:\(socket.port)/a",
      localRepository: clone.path,
      credentials: .token(username: "ada", Secret("hunter2")),
      patience: .seconds(10)
    )
    let error = await #expect(throws: GitError.self) { try await remote.references() }
    #expect(error?.code == .authentication)
    #expect(
      error?.description == "can't list the references of \(remote.url): the server refused the token of ada"
    )
    #expect(error?.help == "check that it hasn't expired")
    let anonymous = try RemoteRepository(url: remote.url, localRepository: clone.path)
    let asked = await #expect(throws: GitError.self) { try await anonymous.references() }
    #expect(asked?.reason == "the server wants to know who we are")
    withExtendedLifetime(socket) {}
  }
}
