/// How far one version is from an older one.
public enum VersionStep: String, Sendable, Hashable, CaseIterable, Codable {
  /// The third number or a later one, or only a rebuild.
  case patch
  /// The second number; for a date, the year or the month.
  case minor
  /// The first number.
  case major
}

extension VersionStep: Comparable {
  /// Whether `left` is the smaller step.
  public static func < (left: VersionStep, right: VersionStep) -> Bool { left.size < right.size }

  private var size: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }
}

extension TagVersion {
  /// The step from here to `newer`; nil when that isn't newer, or is of another shape.
  public func step(to newer: TagVersion) -> VersionStep? {
    guard shape == newer.shape else { return nil }
    guard let first = numbers.indices.first(where: { numbers[$0] != newer.numbers[$0] }) else {
      return (build ?? 0) < (newer.build ?? 0) ? .patch : nil
    }
    guard numbers[first] < newer.numbers[first] else { return nil }
    switch first {
    case 0: return isCalendar ? .minor : .major
    case 1: return .minor
    default: return .patch
    }
  }

  /// Whether release notes of `version` tell what changed between here and `newer`.
  ///
  /// Notes are named by more numbers than some tags have: those of 16.6 belong to the tag `16`.
  func reaches(_ version: TagVersion, onTheWayTo newer: TagVersion) -> Bool {
    let count = min(numbers.count, version.numbers.count)
    let noted = version.numbers.prefix(count)
    return numbers.prefix(count).lexicographicallyPrecedes(noted)
      && !newer.numbers.prefix(count).lexicographicallyPrecedes(noted)
  }
}
