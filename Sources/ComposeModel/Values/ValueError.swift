/// A text that isn't a value of its kind, and why.
public struct ValueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, in one sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}
