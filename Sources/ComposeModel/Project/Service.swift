/// One service of a project: a view of its canonical form.
///
/// A property reads what is written each time it is asked, in constant time for a scalar.
public struct Service: ProjectPart {
  /// Its name.
  public let name: String
  /// Everything that is written about it, in canonical form.
  public let attributes: YAMLValue

  /// A view of the service `name`.
  public init(name: String, attributes: YAMLValue) {
    self.name = name
    self.attributes = attributes
  }

  /// A view of a service that nobody has named.
  public init(attributes: YAMLValue) { self.init(name: "", attributes: attributes) }
}
