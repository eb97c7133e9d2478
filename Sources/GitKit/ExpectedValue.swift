/// What a reference must hold for a change to go ahead.
public enum ExpectedValue: Sendable, Hashable {
  /// Whatever it holds.
  case anything
  /// Nothing: it must not exist.
  case absent
  /// This object.
  case value(ObjectID)
}
