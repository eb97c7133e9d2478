/// An error of the world that says what to do about it.
public protocol AdvisedError: Error {
  /// What to do about it, as an imperative.
  var help: String? { get }
  /// What a server said, in its own words; empty when it said nothing.
  var serverMessage: UntrustedText { get }
}

extension AdvisedError {
  /// Most errors come from no server.
  public var serverMessage: UntrustedText { UntrustedText("") }
}
