/// What could be understood of a person's files, and what is wrong with them.
///
/// A value beside diagnostics: forty ports with one bad one are thirty-nine ports and one diagnostic.
public struct Loaded<Value> {
  /// What was understood; nil when nothing could be.
  public var value: Value?
  /// What is wrong, in the order it was found.
  public var diagnostics: [Diagnostic]

  /// Joins `value` with what is wrong about it.
  public init(_ value: Value?, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The same diagnostics beside what `transform` makes of the value.
  public func map<Other>(_ transform: (Value) -> Other) -> Loaded<Other> {
    Loaded<Other>(value.map(transform), diagnostics)
  }
}

extension Loaded: Sendable where Value: Sendable {}
extension Loaded: Equatable where Value: Equatable {}
