import OrderedCollections

/// How a value of a project came to be.
public struct Provenance: Sendable, Hashable {
  /// A place that had a say.
  public struct Step: Sendable, Hashable {
    /// What the place did.
    public enum Kind: String, Sendable, Hashable, Codable {
      /// It names an anchor, at which the value stands.
      case alias
      /// It holds a value that a later one took the place of.
      case overridden
      /// It is what the value follows from, which nobody wrote.
      case implied
    }

    /// What the place did.
    public let kind: Kind
    /// The place.
    public let origin: Origin
  }

  /// The value in canonical form.
  public let value: YAMLValue
  /// Where it is written; the nearest place that it follows from when it isn't written at all.
  public let origin: Origin
  /// What else had a say, the latest first.
  public let steps: [Step]

  /// Whether it is written itself, and doesn't only follow from what is.
  public var isWritten: Bool { !steps.contains { $0.kind == .implied } }
}

extension ComposeProject {
  /// How the value at a canonical path came to be; nil when there is none.
  ///
  /// Items of mappings that may be written as lists are named by their keys: `services.web.environment.TZ`.
  ///
  /// - Complexity: O(*d*) in the depth of the path.
  public func provenance(of path: YAMLPath) -> Provenance? {
    guard let value = attributes.value(at: path), let (source, isExact) = sources?.nearest(to: path) else { return nil }
    let origin = source.origin.origin
    let steps = source.trail.map { Provenance.Step(kind: $0.kind, origin: $0.place.origin) }
    let implied = Provenance.Step(kind: .implied, origin: origin)
    return Provenance(value: value, origin: origin, steps: isExact ? steps : [implied])
  }
}

extension YAMLValue {
  /// What stands at `path`; nil when nothing does.
  fileprivate func value(at path: YAMLPath) -> YAMLValue? {
    path.components.reduce(self as YAMLValue?) { value, component in
      switch (component, value) {
      case (.key(let key), .mapping(let pairs)?): pairs[key]
      case (.index(let index), .sequence(let items)?): items.indices.contains(index) ? items[index] : nil
      default: nil
      }
    }
  }
}

extension Provenance {
  /// The value on one line, with `•••` for all that is a secret by its key or its form.
  public func shownValue(at path: YAMLPath) -> String { value.withoutSecrets(at: path).line }
}
