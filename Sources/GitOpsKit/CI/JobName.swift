/// The name of a CI job as part of a reference: letters, digits, dashes, underscores and single dots.
public struct JobName: Sendable, Hashable {
  /// The name.
  public let name: String

  /// Takes `name` as it is.
  ///
  /// - Throws: ``GitOpsError`` when it's empty, long, or can't be part of a reference.
  public init(_ name: String) throws(GitOpsError) {
    guard !name.isEmpty, name == Self.cleaned(name) else {
      throw GitOpsError(
        code: .malformedName,
        operation: "use `\(GitOpsError.excerpt(name))` as a job's name",
        reason: "it holds something other than letters, digits, dashes, underscores and single dots",
        help: "write something like test or lint-compose"
      )
    }
    self.name = name
  }

  /// Makes a name of what a forge calls the job, such as `Test (22.04, debug)`.
  public init(cleaning text: String) {
    let cleaned = Self.cleaned(text)
    name = cleaned.isEmpty ? "job" : cleaned
  }

  private static func cleaned(_ text: String) -> String {
    let bytes = text.utf8.prefix(100)
      .map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."): byte
        default: UInt8(ascii: "-")
        }
      }
    var name = String(decoding: bytes, as: UTF8.self)
    for (run, one) in [("--", "-"), ("..", ".")] {
      while name.contains(run) { name.replace(run, with: one) }
    }
    while name.first == "." || name.first == "-" { name.removeFirst() }
    while let ending = [".lock", ".", "-"].first(where: name.hasSuffix) { name.removeLast(ending.count) }
    return name
  }
}

extension JobName: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}

extension JobName: Codable {
  /// Reads the name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(container.decode(String.self))
    } catch let error as GitOpsError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.reason)
    }
  }

  /// Writes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
