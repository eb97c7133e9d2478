import Fixtures
import GitKit
import GitTransport
import SourceDiagnostics
import Testing

@Suite(.enabled(if: Program.locate("openssl") != nil, "openssl isn't installed"), .timeLimit(.minutes(10)))
struct `Certificates of HTTPS servers` {
  @Test func `one that nobody vouches for is refused before a token is sent`() async throws {
    let folder = try TemporaryDirectory()
    let made = try Program.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.path("key"), "-out",
        folder.path("certificate"),
        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
      ]
    )
    #expect(made.status == 0)
    let port = try ListeningSocket.freePort()
    // It ends a conversation when its own input ends, so its input doesn't.
    let serve = "sleep 60 | openssl s_server -accept 127.0.0.1:\(port) -cert certificate -key key"
    let server = try BackgroundProgram("sh", ["-c", serve], in: folder.path, output: folder.path("said"))
    for _ in 0..<100 where try !folder.read("said").contains("ACCEPT") { try await Task.sleep(for: .milliseconds(50)) }
    let clone = try GitFixture()
    let remote = try RemoteRepository(
      url: "https://127.0.0.1:\(port)/a",
      localRepository: clone.path,
      credentials: .token(username: "ada", Secret("hunter2")),
      patience: .seconds(10)
    )
    let error = await #expect(throws: GitError.self) { try await remote.references() }
    #expect(error?.code == .untrustedServer)
    #expect(
      error?.description
        == "can't list the references of \(remote.url): its certificate isn't one that this machine trusts"
    )
    server.kill()
    #expect(try !folder.read("said").contains("Authorization"))
  }
}
