import OrderedCollections
import SourceDiagnostics

/// A value on its way through the passes, with the place it came from.
struct SourcedValue: Sendable {
  /// What it is.
  enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([SourcedValue])
    case mapping(OrderedDictionary<String, SourcedValue>)
  }

  /// What a tag asks of a merge.
  enum Directive: Sendable {
    /// `!reset`: the value below is taken away.
    case reset
    /// `!override`: the value below is replaced and not merged.
    case override
  }

  var content: Content
  var origin: Origin
  /// The place of the key, in a mapping.
  var key: Origin?
  var directive: Directive?

  init(_ content: Content, _ origin: Origin, key: Origin? = nil, directive: Directive? = nil) {
    self.content = content
    self.origin = origin
    self.key = key
    self.directive = directive
  }

  /// Text that stands for something written in another form at the same place.
  init(_ text: String, like other: SourcedValue) {
    self.init(.scalar(.string(text)), other.origin, key: other.key)
  }

  /// A mapping that stands for something written in another form at the same place.
  init(_ pairs: OrderedDictionary<String, SourcedValue>, like other: SourcedValue) {
    self.init(.mapping(pairs), other.origin, key: other.key)
  }
}

extension SourcedValue {
  var isNull: Bool {
    if case .scalar(.null) = content { true } else { false }
  }

  var pairs: OrderedDictionary<String, SourcedValue> {
    get { if case .mapping(let pairs) = content { pairs } else { [:] } }
    set { content = .mapping(newValue) }
  }

  var items: [SourcedValue] {
    get { if case .sequence(let items) = content { items } else { [] } }
    set { content = .sequence(newValue) }
  }

  var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  var isSequence: Bool {
    if case .sequence = content { true } else { false }
  }

  /// A scalar's text as it would be written; nil for null and for collections.
  var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return switch scalar {
    case .null: nil
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .float(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    case .string(let value): value
    }
  }

  /// Whether it says yes, in the words that Compose takes for a Boolean.
  var flag: Bool? {
    if case .scalar(.bool(let value)) = content { return value }
    return switch text?.lowercased() {
    case "true", "yes", "y", "on", "1": true
    case "false", "no", "n", "off", "0": false
    default: nil
    }
  }

  subscript(key: String) -> SourcedValue? {
    get { pairs[key] }
    set {
      var pairs = pairs
      pairs[key] = newValue
      self.pairs = pairs
    }
  }

  /// The value without its places.
  var value: YAMLValue {
    switch content {
    case .scalar(let scalar): YAMLValue(scalar)
    case .sequence(let items): .sequence(items.map(\.value))
    case .mapping(let pairs): .mapping(pairs.mapValues(\.value))
    }
  }

  /// Marks it in a diagnostic.
  func label(_ text: String = "") -> Diagnostic.Label { origin.label(text) }
}
