/// What a fuzzer was asked to do.
public struct Options: Sendable {
  /// How many files are tried at most.
  public var files = Int.max
  /// How long it may take.
  public var time = Duration.seconds(30)
  /// What all random choices follow from.
  public var seed = UInt64.random(in: 0...UInt64.max)
  /// A folder of YAML files to begin with.
  public var corpus = "../shared/corpus/compose"
  /// The number of the one file that is tried again.
  public var only: Int?

  /// Reads the command line; nil when it can't be read.
  public init?(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--files":
        guard let number = Int(value), number >= 0 else { return nil }
        files = number
      case "--seconds":
        guard let number = Int(value), number >= 0 else { return nil }
        time = .seconds(number)
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--only":
        guard let number = Int(value), number >= 0 else { return nil }
        only = number
      case "--corpus": corpus = value
      default: return nil
      }
    }
  }

  /// What the command line may be.
  public static func usage(of program: String) -> String {
    """
    usage: \(program) [--files N] [--seconds S] [--seed X] [--corpus FOLDER] [--only FILE-NUMBER]

      --files N     stop after N files; without --seconds or before they are over
      --seconds S   stop after S seconds (30)
      --seed X      make the same files as a run that printed this seed
      --corpus F    YAML files to change (../shared/corpus/compose, if it is there)
      --only N      try only file N of the seed's
    """
  }
}
