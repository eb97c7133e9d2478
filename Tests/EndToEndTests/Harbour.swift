import Fixtures
import Foundation

/// The whole stage of a story: a Git server with the guard, and clones of the agent, the approver and the host.
///
/// The server is three `git daemon`s over one bare repository. Each knows who comes in by it, as a server knows by its
/// keys, and tells the guard so in `LONGSHORE_IDENTITY`.
final class Harbour: Sendable {
  let directory: TemporaryDirectory
  /// The bare repository on the server.
  let server: GitFixture
  private let daemons: [String: BackgroundProgram]
  private let ports: [String: Int]

  /// Puts `Examples/homelab`, changed by `prepare`, on the server.
  init(_ prepare: (GitFixture) throws -> Void = { _ in }) throws {
    directory = try TemporaryDirectory(named: "harbour")
    let origin = try GitFixture(in: directory, named: "origin")
    for name in try FileManager.default.contentsOfDirectory(atPath: Programs.sample) {
      try FileManager.default.copyItem(atPath: "\(Programs.sample)/\(name)", toPath: "\(origin.path)/\(name)")
    }
    try origin.commit([:], message: "The homelab")
    try prepare(origin)
    server = try GitFixture(.bare, in: directory, named: "homelab.git")
    try server.git("fetch", "--quiet", origin.path, "main:main")
    try server.git("config", "daemon.receivepack", "true")
    let installed = try Programs.run("longshore-guard", ["install", server.path])
    guard installed.status == 0 else { throw Program.Failure(installed.errors) }
    var daemons: [String: BackgroundProgram] = [:]
    var ports: [String: Int] = [:]
    for identity in ["agent", "ada", "host:nas"] {
      (daemons[identity], ports[identity]) = try Self.serve(directory.path(""), as: identity)
    }
    self.daemons = daemons
    self.ports = ports
  }

  /// The server's address for `identity`.
  func address(for identity: String) -> String {
    "git://127.0.0.1:\(ports[identity] ?? 0)/homelab.git"
  }

  /// A clone of its own for `identity`.
  func clone(for identity: String, named name: String, email: String) throws -> GitFixture {
    let clone = try GitFixture(in: directory, named: name)
    try clone.git("remote", "add", "origin", address(for: identity))
    try clone.git("fetch", "--quiet", "origin")
    try clone.git("checkout", "--quiet", "-B", "main", "origin/main")
    try clone.git("config", "user.name", name)
    try clone.git("config", "user.email", email)
    return clone
  }

  private static func serve(_ folder: String, as identity: String) throws -> (BackgroundProgram, Int) {
    var last = "no free port"
    for _ in 0..<20 {
      let port = Int.random(in: 20_000..<60_000)
      let daemon = try BackgroundProgram(
        "git",
        [
          "daemon", "--listen=127.0.0.1", "--port=\(port)", "--base-path=\(folder)", "--export-all",
          "--enable=receive-pack", folder,
        ],
        environment: GitFixture.isolation.merging(["LONGSHORE_IDENTITY": identity]) { $1 }
      )
      for _ in 0..<100 where daemon.isRunning {
        let probe = try Program.run("git", ["ls-remote", "git://127.0.0.1:\(port)/homelab.git"], deadline: 10)
        if probe.status == 0 { return (daemon, port) }
        last = probe.errors
        usleep(20_000)
      }
    }
    throw Program.Failure("git daemon doesn't answer: \(last)")
  }
}

/// The built programs.
enum Programs {
  static let root = SharedCorpus.packageRoot
  /// The sample homelab.
  static let sample = "\(root)/Examples/homelab"
  /// The folder of the test bundle, where the programs lie too.
  static let folder = BuiltPrograms.folder

  /// Runs one of ours.
  static func run(
    _ name: String,
    _ arguments: [String],
    in directory: String? = nil,
    environment: [String: String] = [:],
    input: String = ""
  ) throws -> Program.Result {
    let environment = GitFixture.isolation.merging(["NO_COLOR": "1", "COLUMNS": "100"]) { $1 }.merging(environment) {
      $1
    }
    return try Program.run("\(folder)/\(name)", arguments, in: directory, environment: environment, input: input)
  }
}

extension GitFixture {
  /// Runs one of our programs in this repository and answers what it printed.
  @discardableResult
  func tool(
    _ name: String,
    _ arguments: String...,
    expecting status: Int32 = 0,
    environment: [String: String] = [:]
  ) throws -> String {
    let answer = try Programs.run(name, arguments, in: path, environment: environment)
    guard answer.status == status else {
      throw Program.Failure(
        "\(name) \(arguments.joined(separator: " ")): \(answer.status)\n\(answer.output)\(answer.errors)"
      )
    }
    return answer.output + answer.errors
  }
}
