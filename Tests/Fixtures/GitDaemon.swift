import Foundation

/// A real `git daemon` on 127.0.0.1 that serves the repositories of a directory to anyone, for reading and pushing.
///
/// Unlike a plain path, it runs the repositories' hooks.
public final class GitDaemon: Sendable {
  /// Whether it can be started, for `.enabled(if:)`.
  public static let isAvailable: Bool = executable != nil
  /// What a skipped test says.
  public static let absence = "git daemon isn't installed"

  private static let executable: String? = {
    guard let folder = try? Program.run("git", ["--exec-path"]).trimmed else { return nil }
    return Program.locate("\(folder)/git-daemon")
  }()

  private let program: BackgroundProgram
  private let port: Int
  private let root: String

  /// Serves all repositories below `root`.
  public init(serving root: String) throws {
    self.root = root
    port = try ListeningSocket.freePort()
    program = try BackgroundProgram(
      Self.executable ?? "git-daemon",
      ["--listen=127.0.0.1", "--port=\(port)", "--base-path=\(root)", "--export-all", "--enable=receive-pack", root],
      environment: GitFixture.isolation
    )
    let probe = "git://127.0.0.1:\(port)/none"
    try Self.await("git daemon") { try Program.run("git", ["ls-remote", probe]).errors.contains("not exported") }
  }

  /// The address of the repository at `path`, which is below the directory that is served.
  public func url(of path: String) -> String {
    "git://127.0.0.1:\(port)" + path.dropFirst(root.count)
  }

  /// Asks `isReady` until it says so, for a minute.
  static func await(_ name: String, _ isReady: () throws -> Bool) throws {
    for _ in 0..<600 {
      if try isReady() { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw Program.Failure("\(name) isn't ready after a minute")
  }
}
