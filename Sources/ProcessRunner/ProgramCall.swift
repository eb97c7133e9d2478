/// A program to start and all it is given: no shell reads its arguments, nothing of our environment leaks into its own.
public struct ProgramCall: Sendable, Hashable {
  /// A path, or a name to look up in the `PATH` of ``environment``.
  public var executable: String
  /// What follows the name, each as it is.
  public var arguments: [String]
  /// Every variable the program sees.
  public var environment: ProgramEnvironment
  /// Where it runs; where we run if nil.
  public var workingDirectory: String?

  /// Names a program and what it is given.
  public init(
    _ executable: String,
    _ arguments: [String] = [],
    environment: ProgramEnvironment,
    workingDirectory: String? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }

  /// The program's name without its folder: arguments may hold what nobody should read.
  public var name: String {
    executable.split(separator: "/").last.map(String.init) ?? executable
  }
}
