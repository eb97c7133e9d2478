/// How a program ended by itself, and what it wrote.
public struct ProgramResult: Sendable, Hashable {
  /// The exit status.
  public let status: Int32
  /// The end of its standard output.
  public let output: OutputTail
  /// The end of its standard error.
  public let errors: OutputTail

  /// Whether the exit status is 0.
  public var succeeded: Bool { status == 0 }
}
