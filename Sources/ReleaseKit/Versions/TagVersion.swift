/// An image's tag read as a version: `v1.27.3-alpine` is a prefix, some numbers and a suffix.
public struct TagVersion: Sendable, Hashable {
  /// The tag as it was written.
  public let text: String
  /// What stands before the first number: `v` or nothing.
  public let prefix: String
  /// The numbers between the dots, at most six.
  public let numbers: [Int]
  /// What follows the numbers and must stay, such as `-alpine`.
  public let suffix: String
  /// The number of a rebuild of the same version, as in `-ls263`.
  public let build: Int?

  /// Reads `tag`; nil when it doesn't begin with a number after an optional `v`.
  public init?(_ tag: String) {
    guard tag.utf8.count <= 128 else { return nil }
    let isPrefixed = tag.first == "v" || tag.first == "V"
    var rest = isPrefixed ? tag.dropFirst() : tag[...]
    var numbers: [Int] = []
    while let number = Self.leadingNumber(&rest) {
      numbers.append(number)
      guard let next = rest.dropFirst().first, rest.first == ".", next.isASCII, next.isNumber else { break }
      rest = rest.dropFirst()
    }
    guard !numbers.isEmpty, numbers.count <= 6 else { return nil }
    text = tag
    prefix = String(tag.prefix(isPrefixed ? 1 : 0))
    self.numbers = numbers
    (suffix, build) = Self.split(rest)
  }

  /// Whether the numbers are a date: a year first, or eight digits.
  public var isCalendar: Bool {
    guard let first = numbers.first else { return false }
    return (1_990...2_100).contains(first) && numbers.count > 1 || (19_900_101...21_001_231).contains(first)
  }

  private static func leadingNumber(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 15, let number = Int(digits) else { return nil }
    text = text[digits.endIndex...]
    return number
  }

  /// Separates a rebuild's number from the suffix that must stay.
  private static func split(_ rest: Substring) -> (suffix: String, build: Int?) {
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = rest.dropLast(digits)
    guard (1...9).contains(digits), stem.hasSuffix("-ls") || stem.hasSuffix("-r") else { return (String(rest), nil) }
    return (String(stem), Int(rest.suffix(digits)))
  }
}

extension TagVersion: CustomStringConvertible {
  /// The tag as it was written.
  public var description: String { text }
}

extension TagVersion: Comparable {
  /// Whether `left` is the older; between versions of different shapes the order means nothing, but is stable.
  public static func < (left: TagVersion, right: TagVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    return (left.build ?? 0, left.text) < (right.build ?? 0, right.text)
  }
}
