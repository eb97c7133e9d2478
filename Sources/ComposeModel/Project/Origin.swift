public import SourceDiagnostics

/// Where a value of a project came from.
public struct Origin: Sendable, Hashable {
  /// The file.
  public var file: String
  /// The bytes of the value in the file.
  public var bytes: Range<Int>
  /// The variables it was interpolated from, in order.
  public var variables: [String]

  /// Names a place.
  public init(file: String, bytes: Range<Int>, variables: [String] = []) {
    self.file = file
    self.bytes = bytes
    self.variables = variables
  }

  /// Marks it in a diagnostic.
  public func label(_ text: String = "") -> Diagnostic.Label { Diagnostic.Label(file, bytes, text) }
}
