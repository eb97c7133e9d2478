/// A value that no output, log, prompt or message may show.
///
/// It prints as `•••` in string interpolation, `print`, `dump` and mirrors. Whoever needs the value says so with
/// ``reveal(to:)``, which a reader can search for.
public struct Secret<Value> {
  private let value: Value

  /// Hides `value`.
  public init(_ value: Value) { self.value = value }

  /// Lends the value to `use`.
  public func reveal<Result, Failure: Error>(to use: (Value) throws(Failure) -> Result) throws(Failure) -> Result {
    try use(value)
  }
}

extension Secret: Sendable where Value: Sendable {}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Three dots, whatever the value.
  public var description: String { "•••" }
  /// Three dots, whatever the value.
  public var debugDescription: String { "•••" }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
