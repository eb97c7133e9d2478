/// The way from a document's root to a node: `services.web.ports[0]`.
public struct YAMLPath: Sendable, Hashable {
  /// One step.
  public enum Component: Sendable, Hashable {
    /// To the value of a mapping's key.
    case key(String)
    /// To an item of a sequence, counted from 0.
    case index(Int)
  }

  /// The steps, from the root on.
  public var components: [Component]

  /// A path of `components`.
  public init(_ components: [Component]) { self.components = components }

  /// A path of keys alone.
  public init(keys: String...) { components = keys.map(Component.key) }

  /// The document itself.
  public static let root = Self([])

  /// The path of what `key` names here.
  public func appending(key: String) -> Self { Self(components + [.key(key)]) }

  /// The path of the item at `index` here.
  public func appending(index: Int) -> Self { Self(components + [.index(index)]) }

  /// The path without its last step; nil for the root.
  public var parent: Self? { components.isEmpty ? nil : Self(components.dropLast()) }

  /// The last step.
  public var last: Component? { components.last }

  /// Whether `ancestor` is this path or leads to something that holds it.
  public func isWithin(_ ancestor: Self) -> Bool { components.starts(with: ancestor.components) }
}

extension YAMLPath.Component: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A step to a key: `.after("image")`.
  public init(stringLiteral value: String) { self = .key(value) }

  /// A step to an item: `.before(0)`.
  public init(integerLiteral value: Int) { self = .index(value) }
}

extension YAMLPath: CustomStringConvertible {
  /// As it is read by ``init(parsing:)``: `services."a.b".ports[0]`.
  public var description: String {
    components.reduce(into: "") { text, component in
      switch component {
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += (text.isEmpty ? "" : ".") + Self.quotedIfNeeded(key)
      }
    }
  }

  private static func quotedIfNeeded(_ key: String) -> String {
    let needsQuotes =
      key.isEmpty || key.unicodeScalars.contains { $0.value <= 0x20 || ".[]\"\\".unicodeScalars.contains($0) }
    guard needsQuotes else { return key }
    let escaped = key.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}

extension YAMLPath: Codable {
  /// Reads the text of a path.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the text of the path.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
