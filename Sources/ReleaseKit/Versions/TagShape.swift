/// What two tags must share for one to be an update of the other.
///
/// `1.27.3-alpine` follows `1.27.2-alpine`, and neither `1.27.3` nor `1.28-alpine` does.
public struct TagShape: Sendable, Hashable {
  /// What stands before the first number.
  public let prefix: String
  /// How many numbers there are.
  public let numberCount: Int
  /// What follows the numbers.
  public let suffix: String
  /// Whether a rebuild is counted.
  public let hasBuild: Bool
  /// Whether the numbers are a date.
  public let isCalendar: Bool
}

extension TagVersion {
  /// What an update of this version must share with it.
  public var shape: TagShape {
    TagShape(
      prefix: prefix,
      numberCount: numbers.count,
      suffix: suffix,
      hasBuild: build != nil,
      isCalendar: isCalendar
    )
  }
}
