import Foundation

/// Runs programs in tests.
public enum Program {
  /// What a program said and how it ended.
  public struct Result: Sendable {
    /// The exit status, or 128 and the signal's number.
    public let status: Int32
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String

    /// The output without white space around it.
    public var trimmed: String { output.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  /// A program that didn't do what the test needs.
  public struct Failure: Error, CustomStringConvertible {
    /// The command, its status and what it said.
    public let description: String

    /// Says what went wrong in one text.
    public init(_ description: String) { self.description = description }
  }

  /// The absolute path of a program on the search path or among the system's own, or nil when it isn't installed.
  public static func locate(_ name: String) -> String? {
    if name.hasPrefix("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folders = search.split(separator: ":").map(String.init) + ["/usr/sbin", "/sbin"]
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Writes a script and makes it executable.
  ///
  /// Another process writes it: a file that this one wrote may still be open in a program that another thread of the
  /// test started at that moment, and the system doesn't run a file that somebody may be writing.
  public static func write(_ script: String, to path: String) throws {
    let result = try run("sh", ["-c", "cat > \"$0\" && chmod 755 \"$0\"", path], input: script)
    if result.status != 0 { throw Failure("can't write \(path): \(result.errors)") }
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - name: A path, or a name to look up.
  ///   - arguments: What follows the name.
  ///   - directory: Where it runs; the test's own directory if nil.
  ///   - environment: Variables set beside those of the test itself.
  ///   - input: What it reads.
  ///   - deadline: Seconds after which it's killed.
  /// - Returns: What it said and how it ended; a status other than 0 isn't thrown.
  /// - Throws: ``Failure`` when it isn't installed or had to be killed.
  public static func run(
    _ name: String,
    _ arguments: [String] = [],
    in directory: String? = nil,
    environment: [String: String] = [:],
    input: String = "",
    deadline: Double = 120
  ) throws -> Result {
    let files = try TemporaryDirectory(named: "program")
    try files.write(input, to: "in")
    try files.write("", to: "out")
    try files.write("", to: "err")
    let program = try BackgroundProgram(
      name,
      arguments,
      in: directory,
      environment: environment,
      input: files.path("in"),
      output: files.path("out"),
      errors: files.path("err")
    )
    guard let status = program.wait(atMost: deadline) else {
      program.kill()
      throw Failure("\(name) \(arguments.joined(separator: " ")) ran longer than \(deadline) seconds")
    }
    return Result(status: status, output: try files.read("out"), errors: try files.read("err"))
  }
}
