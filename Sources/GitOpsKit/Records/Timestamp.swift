public import PolicyEngine

/// A second of universal time, written as ISO 8601: `2026-11-23T13:40:56Z`.
public struct Timestamp: Sendable, Hashable {
  /// Seconds since the first second of 1970.
  public let seconds: Int64

  /// The second at `seconds` since the first of 1970; those before the year 1 and after 9999 become the nearest we write.
  public init(seconds: Int64) { self.seconds = max(-62_135_596_800, min(seconds, 253_402_300_799)) }

  /// The second that `text` names as `2026-11-23T13:40:56Z`, or nil when it names none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z") else { return nil }
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return nil }
    guard
      let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Self.number(bytes[11...12], below: 24),
      let minute = Self.number(bytes[14...15], below: 60),
      let second = Self.number(bytes[17...18], below: 60)
    else { return nil }
    self.init(seconds: Self.days(before: day) * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// The day it falls on.
  public var day: CalendarDate { CalendarDate(secondsSince1970: seconds) }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    let number = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    return number < limit ? number : nil
  }

  /// The days between the first of 1970 and `day`.
  private static func days(before day: CalendarDate) -> Int64 {
    // Counted in years that begin in March, so that a leap day ends its year.
    let year = day.month <= 2 ? day.year - 1 : day.year
    let month = (day.month + 9) % 12
    let leapDays = year / 4 - year / 100 + year / 400
    return Int64(year * 365 + leapDays + (153 * month + 2) / 5 + day.day - 1 - 719_468)
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2026-11-23T13:40:56Z`.
  public var description: String {
    let second = ((seconds % 86_400) + 86_400) % 86_400
    let parts = [second / 3_600, second / 60 % 60, second % 60]
    return "\(day)T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }
}

extension Timestamp: Comparable {
  /// Whether `left` is the earlier of the two.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }
}

extension Timestamp: Codable {
  /// Reads `2026-11-23T13:40:56Z`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let timestamp = Timestamp(try container.decode(String.self)) else {
      let reason = "a time isn't written as 2026-11-23T13:40:56Z"
      throw DecodingError.dataCorruptedError(in: container, debugDescription: reason)
    }
    self = timestamp
  }

  /// Writes `2026-11-23T13:40:56Z`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
