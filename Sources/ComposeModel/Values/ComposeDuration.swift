/// A length of time as Compose files write it: `1m30s`, `500ms`, `2h`.
public struct ComposeDuration: Sendable, Hashable {
  /// The length in nanoseconds.
  public let nanoseconds: Int64

  /// A length of `nanoseconds`.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  private static let units: [(name: String, nanoseconds: Double)] = [
    ("ms", 1e6), ("us", 1e3), ("µs", 1e3), ("ns", 1), ("s", 1e9), ("m", 60e9), ("h", 3_600e9), ("d", 86_400e9),
    ("w", 604_800e9),
  ]

  /// Reads `text`: numbers each with a unit of w, d, h, m, s, ms, us, ns.
  ///
  /// - Throws: ``ValueError`` when it isn't a duration, or one of more than 292 years.
  public init(parsing text: String) throws(ValueError) {
    func refuse() -> ValueError { ValueError("`\(text)` isn't a duration, such as `1m30s`") }
    var rest = Substring(text)
    var total = 0.0
    guard !rest.isEmpty, rest.utf8.count <= 64 else { throw refuse() }
    if rest != "0" {
      while !rest.isEmpty {
        let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        rest = rest.dropFirst(digits.count)
        guard let amount = Double(digits), let unit = Self.units.first(where: { rest.hasPrefix($0.name) }) else {
          throw refuse()
        }
        rest = rest.dropFirst(unit.name.count)
        total += amount * unit.nanoseconds
      }
    }
    guard total < 9.2e18 else { throw refuse() }
    nanoseconds = Int64(total)
  }

  /// The length for Swift's clocks.
  public var duration: Duration { .nanoseconds(nanoseconds) }
}

extension ComposeDuration: CustomStringConvertible {
  /// As Go prints it: `1m30s`, `24h0m0s`, `500ms`.
  public var description: String {
    guard abs(nanoseconds) >= 1_000_000_000 else {
      return nanoseconds == 0
        ? "0s" : nanoseconds % 1_000_000 == 0 ? "\(nanoseconds / 1_000_000)ms" : "\(nanoseconds)ns"
    }
    let seconds = nanoseconds / 1_000_000_000
    let fraction = nanoseconds % 1_000_000_000
    var digits = String(String(1_000_000_000 + fraction).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    let tail = "\(seconds % 60)\(fraction == 0 ? "" : ".\(digits)")s"
    if seconds < 60 { return tail }
    return seconds < 3_600 ? "\(seconds / 60)m\(tail)" : "\(seconds / 3_600)h\(seconds / 60 % 60)m\(tail)"
  }
}

extension ComposeDuration: Codable {
  /// Reads a string.
  public init(from decoder: any Decoder) throws {
    try self.init(parsing: decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
