import Foundation

/// A program that runs beside a test, such as a server, and is ended when nothing refers to it any more.
///
/// It's a process group of its own with the usual signal handling: a test's threads block signals, and servers that
/// inherited that would never notice that their children have ended.
public final class BackgroundProgram: @unchecked Sendable {  // the status changes under its lock
  /// The number by which the system knows it.
  public let processIdentifier: Int32
  private let lock = NSLock()
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - name: A path, or a name to look up.
  ///   - arguments: What follows the name.
  ///   - directory: Where it runs; the test's own directory if nil.
  ///   - environment: Variables set beside those of the test itself.
  ///   - input: A file it reads, nothing if nil.
  ///   - output: A file it writes to, nowhere if nil.
  ///   - errors: A file for its standard error, nowhere if nil.
  /// - Throws: ``Program/Failure`` when it isn't installed or can't be started.
  public init(
    _ name: String,
    _ arguments: [String],
    in directory: String? = nil,
    environment: [String: String] = [:],
    input: String? = nil,
    output: String? = nil,
    errors: String? = nil
  ) throws {
    guard let executable = Program.locate(name) else { throw Program.Failure("\(name) isn't installed") }
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // `env` becomes the program itself once it has changed the directory.
    let command = directory.map { ["/usr/bin/env", "-C", $0, executable] } ?? [executable]
    processIdentifier = try Spawn.start(
      command[0],
      command.dropFirst() + arguments,
      environment: variables,
      files: [input, output, errors].map { $0 ?? "/dev/null" }
    )
  }

  deinit { kill() }

  /// Whether it still runs.
  public var isRunning: Bool { poll() == nil }

  /// Waits for its end and answers its exit status (128 and the number for a signal), or nil if it still runs.
  public func wait(atMost seconds: Double) -> Int32? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var pause = 0.001
    while true {
      if let status = poll() { return status }
      if Date() >= deadline { return nil }
      Thread.sleep(forTimeInterval: pause)
      pause = min(pause * 1.5, 0.05)
    }
  }

  /// Ends it and what it started, at once.
  public func kill() {
    guard isRunning else { return }
    _ = Foundation.kill(-processIdentifier, SIGKILL)
    _ = wait(atMost: 10)
  }

  private func poll() -> Int32? {
    lock.withLock {
      if let status { return status }
      var word: Int32 = 0
      guard unsafe waitpid(processIdentifier, &word, WNOHANG) == processIdentifier else { return nil }
      let signal = word & 0x7f
      status = signal == 0 ? (word >> 8) & 0xff : 128 + signal
      return status
    }
  }
}
