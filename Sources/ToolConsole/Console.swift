import Glibc
public import SourceDiagnostics
import SystemPackage

/// Where a program's words go: results to standard output, everything else to standard error.
///
/// Colour is used only on a terminal and never with `NO_COLOR`; progress is shown only on a terminal, so that a script
/// sees results and complaints alone.
public struct Console: Sendable {
  /// How wide a line may be, in terminal cells.
  public let width: Int
  /// How results are coloured.
  public let outputTheme: Theme
  /// How complaints are coloured.
  public let errorTheme: Theme
  private let showsProgress: Bool

  /// A console on the process's own streams.
  ///
  /// - Parameter environment: Read for `NO_COLOR`, `TERM` and `COLUMNS`.
  public init(environment: [String: String] = Settings.processEnvironment) {
    let wantsColour = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    outputTheme = wantsColour && isatty(STDOUT_FILENO) == 1 ? .coloured : .plain
    errorTheme = wantsColour && isatty(STDERR_FILENO) == 1 ? .coloured : .plain
    showsProgress = isatty(STDERR_FILENO) == 1
    width = environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 400) } ?? 100
  }

  /// Prints a part of the result as it is.
  public func write(_ text: String) { send(text, to: .standardOutput) }

  /// Prints a line of the result.
  public func line(_ text: String = "") { write(text + "\n") }

  /// Prints a heading of the result.
  public func heading(_ text: String) { line(outputTheme.paint(text, .heading)) }

  /// Prints a line for the person only: what was wrong or what to do next.
  public func complain(_ text: String) { send(text + "\n", to: .standardError) }

  /// Prints `text` after the name of its `severity`.
  public func complain(_ text: String, as severity: Diagnostic.Severity) {
    complain("\(errorTheme.paint(severity.rawValue, .init(severity))): \(text)")
  }

  /// Prints an error with what to do about it.
  public func complain(_ error: any Error) { complain(WorldFailure(error).description, as: .error) }

  /// Says what is being done, on a terminal.
  public func progress(_ text: String) {
    if showsProgress { complain(errorTheme.paint("… \(text)", .gutter)) }
  }

  private func send(_ text: String, to stream: FileDescriptor) {
    // A reader that went away (a closed pipe) ends the program by SIGPIPE; there is nobody left to tell of other errors.
    _ = try? stream.writeAll(Array(text.utf8))
  }
}
