/// What a program's exit status says; the same in each of our programs, and stable.
///
/// Throwing one from a command's `run()` ends the program with it and prints nothing more.
public enum ExitStatus: Int32, Error, Sendable, CaseIterable {
  /// It did what was asked and has nothing to complain about.
  case fine = 0
  /// It did what was asked and found something: diagnostics, a refusal, an unhealthy service.
  case findings = 1
  /// The command line can't be understood.
  case usage = 2
  /// The world failed: a file, a repository, a remote or an engine isn't there or doesn't answer.
  case worldFailed = 3
}
