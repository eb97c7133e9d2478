public import ComposeModel

/// What we know about the health check that a service lacks.
public enum HealthcheckAdvice: Sendable, Hashable {
  /// This check works with what is inside the image.
  case add(KnownHealthcheck)
  /// There is none to add, and why.
  case none(NoHealthcheck)
}

/// A health check that works with what is inside an image.
public struct KnownHealthcheck: Sendable, Hashable {
  /// The check as the container sees it: `CMD` or `CMD-SHELL`, and its words.
  public var test: [String]
  /// How often it runs, in seconds.
  public var interval: Int
  /// How long it may take, in seconds.
  public var timeout: Int
  /// How often it has to go wrong.
  public var retries: Int
  /// How long the service may take to start, in seconds.
  public var startPeriod: Int

  /// Describes a check.
  public init(test: [String], interval: Int = 30, timeout: Int = 5, retries: Int = 3, startPeriod: Int = 30) {
    self.test = test
    self.interval = interval
    self.timeout = timeout
    self.retries = retries
    self.startPeriod = startPeriod
  }

  /// The check as it stands in a Compose file, where `$` is written twice.
  public var composeValue: YAMLValue {
    let words = test.map { YAMLValue.string($0.replacing("$", with: "$$")) }
    // A text alone is run by the shell, which is what `CMD-SHELL` says in more lines.
    let isShell = test.count == 2 && test[0] == "CMD-SHELL"
    return [
      "test": isShell ? words[1] : .sequence(words),
      "interval": .string("\(interval)s"),
      "timeout": .string("\(timeout)s"),
      "retries": .int(retries),
      "start_period": .string("\(startPeriod)s"),
    ]
  }
}

/// Why no health check is added to a service.
public struct NoHealthcheck: Sendable, Hashable, CustomStringConvertible {
  /// The kind of reason: an open set.
  public struct Code: RawRepresentable, Sendable, Hashable, Codable {
    /// Its stable name.
    public let rawValue: String

    /// Names a reason that may not be one of ours.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service has one.
    public static let present = Code(rawValue: "present")
    /// Somebody switched it off.
    public static let switchedOff = Code(rawValue: "switched-off")
    /// The image brings its own.
    public static let builtIn = Code(rawValue: "built-in")
    /// The table doesn't have the image.
    public static let unknownImage = Code(rawValue: "unknown-image")
    /// The service runs something else than its image usually does.
    public static let otherProgram = Code(rawValue: "other-program")
    /// The check needs something that the service doesn't have.
    public static let unmetRequirement = Code(rawValue: "unmet-requirement")
  }

  /// The kind of reason.
  public var code: Code
  /// The reason in words: one line, lower case, no full stop.
  public var description: String

  /// Gives a reason.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
