import Fixtures
import Foundation
import GitKit
import GitTransport
import SourceDiagnostics
import Testing

@Suite(.enabled(if: SSHServer.isAvailable, "openssh-server isn't installed"), .timeLimit(.minutes(10)))
struct `Repositories behind SSH` {
  private let host: SSHServer
  private let server: GitFixture
  private let clone: GitFixture
  private let first: ObjectID
  private let topic: RefName

  init() throws {
    host = try SSHServer()
    server = try GitFixture(.bare)
    clone = try GitFixture()
    first = try ObjectID(hex: clone.commit(["a": "1"]))
    topic = try RefName.branch("longshore/topic")
  }

  private func remote(key: String? = nil, knownHosts: String? = nil, path: String? = nil) throws -> RemoteRepository {
    try RemoteRepository(
      url: host.url(of: path ?? server.path),
      localRepository: clone.path,
      credentials: .sshKey(path: key ?? host.key, knownHosts: knownHosts ?? host.knownHosts),
      patience: .seconds(60)
    )
  }

  private var fingerprint: String {
    get throws {
      let line = try Program.run("ssh-keygen", ["-l", "-f", host.directory.path("host.pub")]).output
      return "ssh-ed25519 " + line.split(separator: " ")[1]
    }
  }

  @Test func `a key pushes, lists, fetches and clones, and the hook's words come back`() async throws {
    try server.installHook("pre-receive", "#!/bin/sh\necho 'the guard looked'\n")
    let results = try await remote().push([RefUpdate(ref: topic, new: first, expecting: .absent)], within: .agent)
    #expect(results == [PushResult(ref: topic, outcome: .accepted, serverMessage: "the guard looked\n")])
    #expect(try await remote().references() == [topic: first])
    let folder = try TemporaryDirectory()
    let copy = try await RemoteRepository.clone(
      from: host.url(of: server.path),
      into: folder.path("copy"),
      kind: .bare,
      credentials: .sshKey(path: host.key, knownHosts: host.knownHosts)
    )
    try await copy.fetch([.branches()])
    #expect(try Repository(at: folder.path("copy")).reference(RefName("refs/remotes/origin/longshore/topic")) == first)
  }

  @Test func `an unknown host key is shown with its fingerprint and what to do`() async throws {
    let file = try host.directory.write("", to: "empty")
    let error = await #expect(throws: GitError.self) { try await remote(knownHosts: file).references() }
    #expect(error?.code == .untrustedServer)
    #expect(
      try error?.reason == "the host key of [127.0.0.1]:\(host.port) isn't in \(file): it's \(fingerprint)"
    )
    let scan = "`ssh-keyscan -t ed25519 -p \(host.port) 127.0.0.1`"
    #expect(
      error?.help == "ask its keeper for the fingerprint; if it's this one, add the line that \(scan) prints"
    )
  }

  @Test func `a changed host key is refused and names the line`() async throws {
    let other = host.directory.path("other")
    try SSHServer.makeKey(other)
    let line = "[127.0.0.1]:\(host.port) \(try host.directory.read("other.pub"))"
    let file = try host.directory.write("# ours\n\(line)", to: "changed")
    let error = await #expect(throws: GitError.self) { try await remote(knownHosts: file).references() }
    #expect(error?.code == .untrustedServer)
    #expect(
      try error?.reason
        == "the host key of [127.0.0.1]:\(host.port) is now \(fingerprint), and line 2 of \(file) has another"
    )
    #expect(error?.help == "ask its keeper for the fingerprint; only if it's this one, replace that line")
  }

  @Test func `a hidden host name is found`() async throws {
    let file = try host.directory.write(try host.directory.read("known_hosts"), to: "hashed")
    _ = try Program.run("ssh-keygen", ["-H", "-f", file])
    #expect(try host.directory.read("hashed").hasPrefix("|1|"))
    #expect(try await remote(knownHosts: file).references() == [:])
  }

  @Test func `a file of known hosts that isn't there knows nobody`() async throws {
    let error = await #expect(throws: GitError.self) { try await remote(knownHosts: "/nowhere").references() }
    #expect(error?.code == .untrustedServer)
  }

  @Test func `without credentials the host key isn't believed either`() async throws {
    let remote = try RemoteRepository(url: host.url(of: server.path), localRepository: clone.path)
    let error = await #expect(throws: GitError.self) { try await remote.references() }
    #expect(error?.code == .untrustedServer)
    #expect(error?.reason == "no file of known hosts was given")
  }

  @Test func `a key that the server doesn't know is named`() async throws {
    let stranger = host.directory.path("stranger")
    try SSHServer.makeKey(stranger)
    let error = await #expect(throws: GitError.self) { try await remote(key: stranger).references() }
    #expect(error?.code == .authentication)
    #expect(error?.reason.hasPrefix("the server refused the key \(stranger) for ") == true)
    #expect(error?.help == "add \(stranger).pub to the keys that the server knows")
  }

  @Test func `an RSA key that is refused is explained`() async throws {
    let rsa = host.directory.path("rsa")
    try SSHServer.makeKey(rsa, "rsa")
    let known = try host.directory.read("user.pub") + host.directory.read("rsa.pub")
    try host.directory.write(known, to: "user.pub")
    do {
      _ = try await remote(key: rsa).references()
    } catch let error as GitError {
      #expect(error.code == .authentication)
      #expect(error.reason.hasPrefix("the server refused the RSA key \(rsa) for ") == true)
      #expect(error.help == "make another key with ssh-keygen -t ed25519 and let the server know it")
    }
  }

  @Test func `a key that isn't there is named`() async throws {
    let error = await #expect(throws: GitError.self) { try await remote(key: "/nowhere").references() }
    #expect(error?.code == .authentication)
    #expect(error?.reason == "there is no readable key at /nowhere")
  }

  @Test func `a key is unlocked with its passphrase`() async throws {
    let locked = host.directory.path("locked")
    try SSHServer.makeKey(locked, passphrase: "hunter2")
    try host.directory.write(try host.directory.read("locked.pub"), to: "user.pub")
    for (passphrase, opens) in [("hunter2", true), ("wrong", false)] {
      let remote = try RemoteRepository(
        url: host.url(of: server.path),
        localRepository: clone.path,
        credentials: .sshKey(path: locked, passphrase: Secret(passphrase), knownHosts: host.knownHosts)
      )
      #expect(await (try? remote.references()) == (opens ? [:] : nil))
    }
  }

  @Test func `a repository that isn't there is an error`() async throws {
    let error = await #expect(throws: GitError.self) { try await remote(path: "/nowhere").references() }
    #expect(error?.code == .unreachable)
  }

  @Test(.enabled(if: Program.locate("ssh-agent") != nil, "ssh-agent isn't installed"))
  func `the keys of an agent are offered`() async throws {
    let socket = host.directory.path("agent")
    let agent = try BackgroundProgram("ssh-agent", ["-D", "-a", socket])
    let variables = ["SSH_AUTH_SOCK": socket]
    for _ in 0..<100 where try Program.run("ssh-add", ["-q", host.key], environment: variables).status != 0 {
      try await Task.sleep(for: .milliseconds(50))
    }
    let places = [socket, host.url(of: server.path), clone.path, host.knownHosts]
    await #expect(processExitsWith: .success) { [places = places as [String]] in
      unsafe setenv("SSH_AUTH_SOCK", places[0], 1)
      let remote = try RemoteRepository(
        url: places[1],
        localRepository: places[2],
        credentials: .sshAgent(knownHosts: places[3])
      )
      #expect(try await remote.references() == [:])
    }
    agent.kill()
  }
}
