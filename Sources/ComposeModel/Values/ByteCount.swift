/// An amount of memory or disk as Compose files write it: `512m`, `1.5GiB`, `1048576`.
public struct ByteCount: Sendable, Hashable, Codable {
  /// The number of bytes; -1 where Compose means without limit.
  public let bytes: Int64

  /// An amount of `bytes`.
  public init(_ bytes: Int64) { self.bytes = bytes }

  /// Reads a number and a unit: b, k, m, g, t, p, with `b` or `ib` after them, powers of 1,024.
  ///
  /// - Throws: ``ValueError`` when `text` isn't an amount.
  public init(parsing text: String) throws(ValueError) {
    let lowered = text.lowercased()
    let digits = lowered.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    let unit = lowered.dropFirst(digits.count).drop { $0 == " " }
    let powers = ["": 0, "b": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5]
    let stem = unit.hasSuffix("ib") ? unit.dropLast(2) : unit.count > 1 && unit.hasSuffix("b") ? unit.dropLast() : unit
    guard lowered.utf8.count <= 40, let amount = Double(digits), let power = powers[String(stem)], amount >= -1 else {
      throw ValueError("`\(text)` isn't an amount of bytes, such as `512m`")
    }
    let total = (0..<power).reduce(amount) { total, _ in total * 1_024 }
    guard total < 9.2e18 else { throw ValueError("`\(text)` is more bytes than there are") }
    bytes = Int64(total)
  }
}

extension ByteCount: CustomStringConvertible {
  /// The number of bytes.
  public var description: String { "\(bytes)" }
}
