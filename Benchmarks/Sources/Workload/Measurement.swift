/// How long one parser needs for one generated file.
public enum Measurement {
  /// Parses as often as the command line asks, then prints the file's bytes and the median time in nanoseconds.
  ///
  /// - Parameters:
  ///   - arguments: The program's own: the number of services, then the number of passes.
  ///   - parse: Parses the text and answers how much it found, so that no pass can be left out.
  public static func run(arguments: [String], parse: (String) throws -> Int) rethrows {
    guard arguments.count == 3, let services = Int(arguments[1]), let passes = Int(arguments[2]), passes > 0 else {
      print("usage: \(arguments.first ?? "parse") SERVICES PASSES")
      return
    }
    let text = GeneratedStack.text(services: services)
    let clock = ContinuousClock()
    var found = 0
    var times: [Duration] = []
    for _ in 0..<passes {
      times.append(try clock.measure { found = try parse(text) })
    }
    let median = times.sorted()[passes / 2]
    let (seconds, attoseconds) = median.components
    print(text.utf8.count, found, seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
