import Fixtures
import Testing

@testable import GitTransport

@Suite struct `Known hosts` {
  private static let blob = [0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [0, 0, 0, 2, 7, 7]
  private let key = HostKey(bytes: blob, sha256: [UInt8](repeating: 0, count: 32))
  private let text = Base64.encode(blob)
  private let other = Base64.encode([0, 0, 0, 11] + Array("ssh-ed25519".utf8) + [9])

  private func judge(_ file: String, _ host: String = "git.example.org") -> KnownHosts.Judgement {
    KnownHosts(Array(file.utf8)).judge(key, of: host)
  }

  @Test func `a host is found by name, list and pattern`() {
    for hosts in ["git.example.org", "a,git.example.org,b", "*.example.org", "git.?xample.org", "*", "GIT.example.ORG"]
    {
      #expect(judge("# comment\n\n\(hosts) ssh-ed25519 \(text) comment\n") == .known, "\(hosts)")
    }
    for hosts in ["example.org", "git.example.or", "*.example.org,!git.example.org", "?", "", "*.org.*"] {
      #expect(judge("\(hosts) ssh-ed25519 \(text)") == .unknown(otherKinds: []), "\(hosts)")
    }
  }

  @Test func `a port other than 22 has lines of its own`() {
    #expect(judge("[git.example.org]:2222 ssh-ed25519 \(text)", "[git.example.org]:2222") == .known)
    #expect(judge("git.example.org ssh-ed25519 \(text)", "[git.example.org]:2222") == .unknown(otherKinds: []))
  }

  @Test func `another key of the same kind has changed, of another kind is unknown`() {
    #expect(judge("\ngit.example.org ssh-ed25519 \(other)\n") == .changed(line: 2))
    #expect(judge("git.example.org ssh-rsa AAAA") == .unknown(otherKinds: ["ssh-rsa"]))
    #expect(judge("git.example.org ssh-ed25519 \(other)\ngit.example.org ssh-ed25519 \(text)") == .known)
  }

  @Test func `a revoked key isn't saved by another line`() {
    #expect(judge("* ssh-ed25519 \(text)\n@revoked * ssh-ed25519 \(text)\n") == .revoked(line: 2))
    #expect(judge("@cert-authority * ssh-ed25519 \(text)\n") == .unknown(otherKinds: []))
  }

  @Test(arguments: [
    "x", "a b", "a b !!!!", "@revoked", "|1|", "|1||| ssh-ed25519 AAAA", "|1|a|b|c ssh-ed25519 AAAA", "\0",
  ])
  func `lines that mean nothing are passed over`(_ line: String) {
    #expect(judge("\(line)\ngit.example.org ssh-ed25519 \(text)\n") == .known)
    #expect(judge(line) == .unknown(otherKinds: []))
  }

  @Test(.timeLimit(.minutes(10))) func `a pattern made to be slow isn't`() {
    let hosts = String(repeating: "*a", count: 2_000) + "b"
    #expect(judge("\(hosts) ssh-ed25519 \(text)", String(repeating: "a", count: 2_000)) == .unknown(otherKinds: []))
  }

  @Test(.enabled(if: Program.locate("ssh-keygen") != nil, "ssh-keygen isn't installed"))
  func `a host that ssh-keygen hid is found`() throws {
    let folder = try TemporaryDirectory()
    let lines = ["git.example.org", "[10.0.0.1]:2222"].map { "\($0) ssh-ed25519 \(text)\n" }.joined()
    let file = try folder.write(lines, to: "known_hosts")
    _ = try Program.run("ssh-keygen", ["-H", "-f", file])
    let hashed = try folder.read("known_hosts")
    #expect(hashed.hasPrefix("|1|"))
    #expect(judge(hashed) == .known)
    #expect(judge(hashed, "[10.0.0.1]:2222") == .known)
    #expect(judge(hashed, "git.example.com") == .unknown(otherKinds: []))
  }

  @Test func `a key says its kind, and rubbish says none`() {
    #expect(key.kind == "ssh-ed25519")
    for bytes in [[], [0, 0], [255, 255, 255, 255, 1], [0, 0, 0, 9, 65]] as [[UInt8]] {
      #expect(HostKey(bytes: bytes, sha256: []).kind == "")
    }
  }
}

@Suite struct `Digests and encodings` {
  @Test func `they agree with the standards' own examples`() {
    let hex = { (bytes: [UInt8]) in bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
    #expect(hex(SHA1.hash([])) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(hex(SHA1.hash(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
    #expect(hex(SHA1.hash(long)) == "291e9a6c66994949b57ba5e650361e98fc36b1ba")
    let jefe = SHA1.authenticate(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(hex(jefe) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
    let keyed = SHA1.authenticate(
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      key: .init(repeating: 0xaa, count: 80)
    )
    #expect(hex(keyed) == "aa4ae5e15272d00e95705637ce8a3b55ed402112")
  }

  @Test func `every length of padding is right`() throws {
    for count in [54, 55, 56, 57, 63, 64, 65, 119, 120] {
      let text = String(repeating: "x", count: count)
      let theirs = try Program.run("sha1sum", input: text).output.prefix(40)
      #expect(
        SHA1.hash(Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == theirs
      )
    }
  }

  @Test func `base64 survives both ways and refuses rubbish`() {
    for (text, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
      #expect(Base64.encode(Array(text.utf8)) == encoded)
      #expect(Base64.decode(encoded) == Array(text.utf8))
    }
    for text in ["A", "AAAAA", "A-==", "é", "AA A"] { #expect(Base64.decode(text) == nil) }
    let all = (0...255).map { UInt8($0) }
    #expect(Base64.decode(Base64.encode(all)) == all)
  }
}
