import Subprocess
import SystemPackage

/// The power to start a program.
///
/// Each runs in a session of its own, reads nothing, and is ended with all it started when its time is over.
public struct ProcessRunner: Sendable {
  /// How long a program may take to end itself after it was asked to, before it's killed.
  public var grace: Duration

  /// Gives programs `grace` to end themselves.
  public init(grace: Duration = .seconds(10)) { self.grace = grace }

  /// Runs a program to its end.
  ///
  /// When the program ends, so does the call, even if something it left behind still holds its output open.
  ///
  /// - Parameters:
  ///   - call: The program and what it is given.
  ///   - deadline: How long it may run.
  ///   - outputLimit: How many bytes to keep of its standard output, and as many of its standard error: the last ones.
  /// - Returns: Its exit status, whatever it is, and what it wrote.
  /// - Throws: ``ProcessError`` when it isn't there, ran too long, or was ended by a signal.
  public func run(
    _ call: ProgramCall,
    deadline: Duration,
    outputLimit: Int = 1 << 20
  ) async throws(ProcessError) -> ProgramResult {
    let operation = "run \(call.name)"
    do {
      return try await started(call, operation, deadline: deadline, outputLimit: outputLimit)
    } catch let error as ProcessError {
      throw error
    } catch let error as SubprocessError {
      throw Self.refusal(of: call, operation, error)
    } catch {
      throw ProcessError(.cancelled, operation, "it isn't wanted any more")
    }
  }

  private func started(
    _ call: ProgramCall,
    _ operation: String,
    deadline: Duration,
    outputLimit: Int
  ) async throws -> ProgramResult {
    let ended = try await Subprocess.run(
      call.executable.contains("/") ? .path(FilePath(call.executable)) : .name(call.executable),
      arguments: Arguments(call.arguments),
      environment: .custom(call.environment.keyed),
      workingDirectory: call.workingDirectory.map { FilePath($0) },
      platformOptions: options,
      input: .none,
      output: .sequence,
      error: .sequence
    ) { execution in
      await watch(execution, deadline: deadline, outputLimit: outputLimit)
    }
    let seen = ended.closureResult
    if Task.isCancelled { throw ProcessError(.cancelled, operation, "it isn't wanted any more", errors: seen.errors) }
    if seen.isLate {
      throw ProcessError(.timedOut, operation, "it ran longer than \(deadline.words)", errors: seen.errors)
    }
    switch ended.terminationStatus {
    case .exited(let status): return ProgramResult(status: status, output: seen.output, errors: seen.errors)
    case .signaled(let signal):
      throw ProcessError(.signalled, operation, "signal \(signal) ended it", errors: seen.errors)
    }
  }

  private var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: grace)
    ]
    return options
  }

  private static func refusal(of call: ProgramCall, _ operation: String, _ error: SubprocessError) -> ProcessError {
    switch error.code {
    case .executableNotFound:
      return ProcessError(.notFound, operation, "\(call.executable) isn't installed, or may not be run")
    case .failedToChangeWorkingDirectory:
      return ProcessError(.notStarted, operation, "\(call.workingDirectory ?? ".") isn't a directory it can start in")
    default:
      let cause = error.underlyingError.map(ProcessError.words) ?? "the system gave no reason"
      return ProcessError(.notStarted, operation, cause)
    }
  }
}

extension ProgramEnvironment {
  fileprivate var keyed: [Environment.Key: String] {
    var keyed: [Environment.Key: String] = [:]
    for (name, value) in variables {
      if let key = Environment.Key(rawValue: name) { keyed[key] = value }
    }
    return keyed
  }
}

extension Duration {
  /// The duration as a person says it, `90 seconds` or `0.5 seconds`.
  fileprivate var words: String {
    let tenths = (self / .milliseconds(100)).rounded()
    let isWhole = tenths.truncatingRemainder(dividingBy: 10) == 0
    let number = isWhole ? "\(Int(tenths / 10))" : "\(tenths / 10)"
    return number == "1" ? "1 second" : "\(number) seconds"
  }
}
