import Dispatch
import Foundation

/// A program that runs beside a test, such as a server, and is ended when nothing refers to it any more.
public final class BackgroundProgram: @unchecked Sendable {  // the process isn't configured again once it runs
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - name: A path, or a name to look up.
  ///   - arguments: What follows the name.
  ///   - directory: Where it runs; the test's own directory if nil.
  ///   - environment: Variables set beside those of the test itself.
  ///   - input: A file it reads, nothing if nil.
  ///   - output: An existing file it writes to, nowhere if nil.
  ///   - errors: An existing file for its standard error, nowhere if nil.
  /// - Throws: ``Program/Failure`` when it isn't installed.
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
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    process.standardInput = try Self.handle(input, FileHandle.init(forReadingFrom:))
    process.standardOutput = try Self.handle(output, FileHandle.init(forWritingTo:))
    process.standardError = try Self.handle(errors, FileHandle.init(forWritingTo:))
    let ended = ended
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
  }

  deinit { kill() }

  /// The number by which the system knows it.
  public var processIdentifier: Int32 { process.processIdentifier }

  /// Whether it still runs.
  public var isRunning: Bool { process.isRunning }

  /// Waits for its end and answers its exit status (128 and the number for a signal), or nil if it still runs.
  public func wait(atMost seconds: Double) -> Int32? {
    guard ended.wait(timeout: .now() + seconds) == .success else { return nil }
    ended.signal()
    return process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
  }

  /// Ends it at once.
  public func kill() {
    guard process.isRunning else { return }
    process.terminate()
    if ended.wait(timeout: .now() + 2) == .timedOut { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
    ended.signal()
  }

  private static func handle(_ path: String?, _ open: (URL) throws -> FileHandle) throws -> FileHandle {
    guard let path else { return .nullDevice }
    return try open(URL(fileURLWithPath: path))
  }
}
