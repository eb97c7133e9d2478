/// An amount of memory or disk as Compose files write it: `512m`, `1.5GiB`, `1048576`.
public struct ByteCount: Sendable, Hashable, Codable {
  /// The number of bytes; -1 where Compose means without limit.
  public let bytes: Int64

  /// An amount of `bytes`.
  public init(_ bytes: Int64) { self.bytes = bytes }

  /// Reads a number and a unit: b, k, m, g, t, p, with `b` or `ib` after them, powers of 1,024; or a whole number alone,
  /// which may be negative.
  ///
  /// - Throws: ``ValueError`` when `text` isn't an amount.
  public init(parsing text: String) throws(ValueError) {
    if let bytes = Int64(text) {
      self.bytes = bytes
      return
    }
    guard text.utf8.count <= 64, let (number, unit) = Self.parts(of: text), let amount = Double(number), amount >= 0,
      number.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      let factor = Self.factor(of: unit.lowercased())
    else { throw ValueError("`\(text)` isn't an amount of bytes, such as `512m`") }
    guard let bytes = Int64(exactly: (amount * factor).rounded(.towardZero)) else {
      throw ValueError("`\(text)` is more bytes than there are")
    }
    self.bytes = bytes
  }

  /// What stands before and after the first space, or the last digit.
  private static func parts(of text: String) -> (number: Substring, unit: Substring)? {
    if let space = text.firstIndex(of: " ") { return (text[..<space], text[text.index(after: space)...]) }
    guard let last = text.lastIndex(where: { ("0"..."9").contains($0) || $0 == "." }) else { return nil }
    let end = text.index(after: last)
    return (text[..<end], text[end...])
  }

  private static func factor(of unit: String) -> Double? {
    if unit.isEmpty || unit == "b" { return 1 }
    guard let first = unit.first, let power = ["k": 1, "m": 2, "g": 3, "t": 4, "p": 5][first],
      ["", "b", "ib"].contains(String(unit.dropFirst()))
    else { return nil }
    return (0..<power).reduce(1.0) { factor, _ in factor * 1_024 }
  }
}

extension ByteCount: CustomStringConvertible {
  /// The number of bytes.
  public var description: String { "\(bytes)" }
}
