/// How a node is written.
public enum YAMLStyle: UInt8, Sendable, Hashable {
  /// A scalar without quotes.
  case plain
  /// A scalar in `'`.
  case singleQuoted
  /// A scalar in `"`.
  case doubleQuoted
  /// A scalar after `|`, line by line.
  case literal
  /// A scalar after `>`, its lines joined.
  case folded
  /// A collection laid out by indentation.
  case block
  /// A collection in brackets.
  case flow

  /// Whether it is a scalar on lines of its own, after `|` or `>`.
  public var isBlockScalar: Bool { self == .literal || self == .folded }

  /// Whether it is a scalar in quotes.
  public var isQuoted: Bool { self == .singleQuoted || self == .doubleQuoted }
}
