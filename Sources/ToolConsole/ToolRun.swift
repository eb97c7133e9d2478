public import ArgumentParser
import Glibc
import SourceDiagnostics

/// Runs a program: the one place that decides what is printed at its end and with which status it exits.
///
/// A `main` of ours never throws: a thrown error would end in a crash report, and ArgumentParser's own statuses say
/// other things than ``ExitStatus``.
public enum ToolRun {
  /// The version of all our programs.
  public static let version = "0.1.0"

  /// Parses the command line as `root`, runs the command that is meant, and exits.
  public static func main(_ root: any ParsableCommand.Type) async -> Never {
    await exit(status(of: root, arguments: nil, console: Console()).rawValue)
  }

  /// What `main(_:)` does but exit, with `arguments` in the place of the process's own when given.
  package static func status(
    of root: any ParsableCommand.Type,
    arguments: [String]?,
    console: Console
  ) async -> ExitStatus {
    do {
      var command = try root.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .fine
    } catch let status as ExitStatus {
      return status
    } catch {
      return conclude(error, of: root, console: console)
    }
  }

  private static func conclude(_ error: any Error, of root: any ParsableCommand.Type, console: Console) -> ExitStatus {
    let code = root.exitCode(for: error)
    if code.isSuccess {
      console.write(root.fullMessage(for: error) + "\n")
      return .fine
    }
    guard code != .validationFailure else {
      console.complain(root.fullMessage(for: error))
      return .usage
    }
    console.complain(error)
    return .worldFailed
  }
}
