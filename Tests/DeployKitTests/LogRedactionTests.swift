import DeployKit
import Testing

@Suite struct `Taking secrets out of logs` {
  let redaction = LogRedaction()

  @Test(arguments: [
    ("DB_PASSWORD=hunter2 next", "DB_PASSWORD=••• next"),
    ("password: hunter2", "password: •••"),
    (#"{"level":"info","api_key":"abc def","user":"ada"}"#, #"{"level":"info","api_key":•••,"user":"ada"}"#),
    ("connect postgres://ada:hunter2@db:5432/x", "connect postgres://•••@db:5432/x"),
    ("Authorization: Bearer abcdef.ghijkl", "Authorization: Bearer •••"),
    ("authorization: Basic YWRhOmh1bnRlcjI=", "authorization: Basic •••"),
    ("web-1  | listening on 0.0.0.0:8080", "web-1  | listening on 0.0.0.0:8080"),
    ("GET /a?token=abc&page=2", "GET /a?token=•••&page=2"),
    ("level=info msg=started port=80", "level=info msg=started port=80"),
    ("", ""),
  ])
  func `a line with a secret keeps all else`(_ line: String, _ expected: String) {
    #expect(redaction.redacted(line) == expected)
  }

  @Test func `a private key goes as a whole`() {
    let text = "before\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz\nAAAA\n-----END OPENSSH PRIVATE KEY-----\nafter"
    #expect(redaction.redacted(text) == "before\n•••\n•••\n•••\n•••\nafter")
  }

  @Test func `a key cut off at its end hides all that follows`() {
    #expect(redaction.redacted("-----BEGIN RSA PRIVATE KEY-----\nMII\nmore") == "•••\n•••\n•••")
  }

  @Test(.timeLimit(.minutes(10))) func `lines that only look long keep every character`() {
    let text = String(repeating: "a", count: 1_000) + "\n" + String(repeating: "a.-", count: 300)
    #expect(redaction.redacted(text) == text)
  }
}
