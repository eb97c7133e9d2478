/// An amount of memory or disk as Compose files write it: `512m`, `1.5GiB`, `1048576`.
///
/// As the Compose specification's section on byte values has it.
public struct ByteCount: TextValue {
  /// The number of bytes; -1 where Compose means without limit.
  public let bytes: Int64

  /// An amount of `bytes`.
  public init(_ bytes: Int64) { self.bytes = bytes }

  /// Reads a number and a unit: b, k, m, g, t, p, with `b` or `ib` after them, powers of 1,024; or a whole number alone,
  /// which may be negative.
  ///
  /// One space may stand before the unit. The number is any that Go reads: `1.5`, `1_000`, `1e3`, `0x1p3`.
  ///
  /// - Throws: ``ValueError`` when `text` isn't an amount, or is one beyond 64 bits, which the reference lets overflow.
  public init(parsing text: String) throws(ValueError) {
    if let bytes = Int64(text) {
      self.bytes = bytes
      return
    }
    guard let (number, unit) = Self.parts(of: text), let amount = Self.amount(of: number), amount >= 0,
      let factor = Self.factor(of: unit)
    else { throw ValueError("`\(text)` isn't an amount of bytes, such as `512m`") }
    guard let bytes = Int64(exactly: (amount * factor).rounded(.towardZero)) else {
      throw ValueError("`\(text)` is more bytes than there are")
    }
    self.bytes = bytes
  }

  /// What stands up to the last digit, and after it or the one space that follows.
  private static func parts(of text: String) -> (number: Substring.UTF8View, unit: Substring)? {
    let last = text.utf8.lastIndex { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
    guard let last else { return nil }
    let next = text.utf8.index(after: last)
    return (text.utf8[..<(text.utf8[last] == UInt8(ascii: " ") ? last : next)], text[next...])
  }

  /// A number of Go's, whose digits may have an underscore between two of them.
  private static func amount(of number: Substring.UTF8View) -> Double? {
    let digits = number.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard number.count - digits.count <= 1, let first = digits.first, first.isDigit || first == UInt8(ascii: ".") else {
      return nil
    }
    let isHex = digits.dropFirst().first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    if isHex, !digits.contains(where: { $0 | 0x20 == UInt8(ascii: "p") }) { return nil }
    var before: UInt8?
    var plain: [UInt8] = []
    for (byte, after) in zip(number, number.dropFirst().map { UInt8?($0) } + [nil]) {
      defer { before = byte }
      guard byte == UInt8(ascii: "_") else {
        plain.append(byte)
        continue
      }
      let follows = before.map { isHex ? $0.isHexDigit || $0 | 0x20 == UInt8(ascii: "x") : $0.isDigit } ?? false
      let precedes = after.map { isHex ? $0.isHexDigit : $0.isDigit } ?? false
      guard follows, precedes else { return nil }
    }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  private static func factor(of unit: Substring) -> Double? {
    guard unit.utf8.count <= 3 else { return nil }
    let name = unit.lowercased()
    if name.isEmpty || name == "b" { return 1 }
    guard let first = name.first, let power = ["k": 1, "m": 2, "g": 3, "t": 4, "p": 5][first],
      ["", "b", "ib"].contains(String(name.dropFirst()))
    else { return nil }
    return (0..<power).reduce(1.0) { factor, _ in factor * 1_024 }
  }
}

extension ByteCount: Comparable {
  /// Whether one amount is smaller than another, where no limit is -1 byte.
  public static func < (one: ByteCount, other: ByteCount) -> Bool { one.bytes < other.bytes }
}

extension ByteCount {
  /// The number of bytes.
  public var description: String { "\(bytes)" }
}
