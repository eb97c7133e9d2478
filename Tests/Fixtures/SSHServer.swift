import Foundation

/// A real `sshd` on 127.0.0.1 with its own host key, where the user who runs the test logs in with a key made for it.
public final class SSHServer: Sendable {
  /// Whether it can be started, for `.enabled(if:)`.
  public static let isAvailable = ["sshd", "ssh-keygen"].allSatisfy { Program.locate($0) != nil }
  /// What a skipped test says.
  public static let absence = "openssh-server isn't installed"

  /// The port it listens on.
  public let port: Int
  /// The private key that it knows.
  public let key: String
  /// A file of known hosts with its host key.
  public let knownHosts: String
  /// Its public host key: kind and base64.
  public let hostKey: String
  /// What its keys, settings and log lie in.
  public let directory: TemporaryDirectory
  private let program: BackgroundProgram

  /// Starts it with a host key of the kind `type`, such as `ed25519` or `ecdsa`.
  public init(hostKeyType type: String = "ed25519") throws {
    directory = try TemporaryDirectory(named: "sshd")
    key = directory.path("user")
    knownHosts = directory.path("known_hosts")
    port = try ListeningSocket.freePort()
    try Self.makeKey(directory.path("host"), type)
    try Self.makeKey(key)
    hostKey = try directory.read("host.pub").split(separator: " ").prefix(2).joined(separator: " ")
    try directory.write("[127.0.0.1]:\(port) \(hostKey)\n", to: "known_hosts")
    try directory.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(directory.path("host"))
      AuthorizedKeysFile \(directory.path("user.pub"))
      PidFile none
      StrictModes no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      PermitRootLogin prohibit-password
      UsePAM no
      """,
      to: "config"
    )
    // sshd refuses to start without the folder into which it locks up its unprivileged half.
    try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    program = try BackgroundProgram(
      "sshd",
      ["-D", "-f", directory.path("config"), "-E", directory.path("log")],
      environment: GitFixture.isolation
    )
    let scan = ["-T", "1", "-p", "\(port)", "127.0.0.1"]
    try GitDaemon.await("sshd") { try !Program.run("ssh-keyscan", scan).output.isEmpty }
  }

  /// The address of the repository at the absolute path `path`.
  public func url(of path: String) -> String { "ssh://\(NSUserName())@127.0.0.1:\(port)\(path)" }

  /// Makes a pair of keys without a passphrase at `path`; the public one ends in `.pub`.
  public static func makeKey(_ path: String, _ type: String = "ed25519", passphrase: String = "") throws {
    let result = try Program.run("ssh-keygen", ["-q", "-t", type, "-N", passphrase, "-C", "test", "-f", path])
    guard result.status == 0 else { throw Program.Failure("ssh-keygen: \(result.errors)") }
  }
}
