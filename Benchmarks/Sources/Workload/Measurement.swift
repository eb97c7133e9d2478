/// How long something takes.
public enum Measurement {
  /// The median time, in nanoseconds, of `passes` runs of `body`, after one that doesn't count where there are several.
  public static func median(of passes: Int, _ body: () throws -> Void) rethrows -> Int {
    if passes > 1 { try body() }
    return try (0..<max(passes, 1)).map { _ in try time(body) }.median
  }

  /// The nanoseconds that `body` takes.
  public static func time(_ body: () throws -> Void) rethrows -> Int {
    nanoseconds(try ContinuousClock().measure(body))
  }

  /// The nanoseconds that `body` and the tasks it waits for take.
  public static func timeOfTasks(_ body: () async -> Void) async -> Int {
    nanoseconds(await ContinuousClock().measure(body))
  }

  private static func nanoseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }

  /// What each program that parses does: reads the pack that the command line names, counts its nodes, parses it as often
  /// as the command line says, and prints bytes, nodes, and the median time in nanoseconds.
  ///
  /// - Parameters:
  ///   - prepare: Makes of a file what the parser reads, which isn't measured.
  ///   - parse: Parses one file, and answers something about it, so that no pass can be left out.
  ///   - count: Its nodes, aliases counted as what they stand for.
  /// - Returns: The exit status.
  public static func parseProgram<Source>(
    prepare: ([UInt8]) -> Source,
    parse: (Source) throws -> Int,
    count: (Source) throws -> Int
  ) rethrows -> Int32 {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let passes = Int(arguments[2]), let files = Pack.files(at: arguments[1]) else {
      print("usage: \(arguments.first ?? "parse") PACK PASSES")
      return 2
    }
    let sources = files.map(prepare)
    var found = 0
    let time = try median(of: passes) {
      for source in sources { found &+= try parse(source) }
    }
    guard found != .min else { return 1 }
    print(files.reduce(0) { $0 + $1.count }, try sources.reduce(0) { try $0 + count($1) }, time)
    return 0
  }
}

extension [Int] {
  /// The one in the middle.
  public var median: Int { isEmpty ? 0 : sorted()[count / 2] }
}
