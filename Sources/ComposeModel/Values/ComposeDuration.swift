/// A length of time as Compose files write it: `1m30s`, `500ms`, `2h`.
///
/// As the Compose specification's section on durations has it, with days, weeks and nanoseconds as in the reference.
public struct ComposeDuration: TextValue {
  /// The length in nanoseconds.
  public let nanoseconds: Int64

  /// A length of `nanoseconds`.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  private static let units: [String: Int64] = [
    "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
    "h": 3_600_000_000_000, "d": 86_400_000_000_000, "w": 604_800_000_000_000,
  ]

  /// Reads `text`: numbers each with a unit of w, d, h, m, s, ms, us, ns, with a sign before them or not.
  ///
  /// - Throws: ``ValueError`` when it isn't a duration, or one of more than 292 years.
  public init(parsing text: String) throws(ValueError) {
    guard let nanoseconds = Self.nanoseconds(of: text) else {
      throw ValueError("`\(text)` isn't a duration, such as `1m30s`")
    }
    self.nanoseconds = nanoseconds
  }

  private static func nanoseconds(of text: String) -> Int64? {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    if rest.elementsEqual("0".utf8) { return 0 }
    var total: Int64 = 0
    while !rest.isEmpty {
      let whole = takeDigits(&rest)
      var fraction = rest[rest.startIndex..<rest.startIndex]
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = takeDigits(&rest)
      }
      let name = rest.prefix { $0 != UInt8(ascii: ".") && !$0.isDigit }
      rest = rest[name.endIndex...]
      guard !whole.isEmpty || !fraction.isEmpty, let unit = String(name).flatMap({ units[$0] }) else { return nil }
      guard let amount = whole.isEmpty ? 0 : String(whole).flatMap({ Int64($0) }) else { return nil }
      let (product, overflows) = amount.multipliedReportingOverflow(by: unit)
      let (sum, sumOverflows) = total.addingReportingOverflow(product)
      let (all, allOverflows) = sum.addingReportingOverflow(part(fraction, of: unit))
      guard !overflows, !sumOverflows, !allOverflows else { return nil }
      total = all
    }
    return isNegative ? -total : total
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = rest.prefix(while: \.isDigit)
    rest = rest[digits.endIndex...]
    return digits
  }

  /// What the digits after a decimal point amount to, in the order of rounding that Go has, and as far as 64 bits go.
  private static func part(_ digits: Substring.UTF8View, of unit: Int64) -> Int64 {
    var (value, scale): (Int64, Double) = (0, 1)
    for digit in digits {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (next, nextOverflows) = tens.addingReportingOverflow(Int64(digit - 0x30))
      if overflows || nextOverflows { break }
      value = next
      scale *= 10
    }
    return Int64(Double(value) * (Double(unit) / scale))
  }

  /// The length for Swift's clocks.
  public var duration: Duration { .nanoseconds(nanoseconds) }
}

extension ComposeDuration: Comparable {
  /// Whether one length is shorter than another.
  public static func < (one: ComposeDuration, other: ComposeDuration) -> Bool { one.nanoseconds < other.nanoseconds }
}

extension ComposeDuration {
  /// As Go prints it: `1m30s`, `24h0m0s`, `1.5ms`.
  public var description: String {
    let size = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    if size == 0 { return "0s" }
    if size < 1_000 { return "\(sign)\(size)ns" }
    if size < 1_000_000 { return "\(sign)\(Self.decimal(size, digits: 3))µs" }
    if size < 1_000_000_000 { return "\(sign)\(Self.decimal(size, digits: 6))ms" }
    let seconds = size / 1_000_000_000
    let tail = "\(Self.decimal(size % 60_000_000_000, digits: 9))s"
    if seconds < 60 { return sign + tail }
    return sign + (seconds < 3_600 ? "\(seconds / 60)m\(tail)" : "\(seconds / 3_600)h\(seconds / 60 % 60)m\(tail)")
  }

  /// `number` with a decimal point before its last digits, and without zeros at the end.
  private static func decimal(_ number: UInt64, digits count: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.utf8.count)) + digits
    let fraction = padded.suffix(count).reversed().drop { $0 == "0" }.reversed()
    return "\(padded.dropLast(count))\(fraction.isEmpty ? "" : ".\(String(fraction))")"
  }
}
