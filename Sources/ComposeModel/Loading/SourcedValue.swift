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

  /// A place that had a say.
  struct Step: Sendable {
    let kind: Provenance.Step.Kind
    let place: FilePlace
  }

  var content: Content
  /// Where it is written, or what it follows from.
  var origin: FilePlace
  /// The place of the key, in a mapping.
  var key: FilePlace?
  private var steps: [Step]?
  var directive: Directive?

  init(_ content: Content, _ origin: FilePlace, key: FilePlace? = nil, directive: Directive? = nil) {
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
  /// What had a say in it besides its own place, the latest first.
  var trail: [Step] {
    get { steps ?? [] }
    set { steps = newValue }
  }

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

  /// A scalar's text as Go's `fmt.Sprint` writes it; nil for null and for collections.
  var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return switch scalar {
    case .null: nil
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .float(let value): GoNumber.shortest(value)
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
    get { if case .mapping(let pairs) = content { pairs[key] } else { nil } }
    set {
      var pairs = takePairs()
      pairs[key] = newValue
      content = .mapping(pairs)
    }
  }

  /// Changes the value of `key`, where there is one.
  mutating func change(_ key: String, _ body: (inout SourcedValue) throws -> Void) rethrows {
    guard let index = index(of: key) else { return }
    var pairs = takePairs()
    defer { content = .mapping(pairs) }
    try body(&pairs.values[index])
  }

  private func index(of key: String) -> Int? {
    if case .mapping(let pairs) = content { pairs.index(forKey: key) } else { nil }
  }

  /// Changes every item of a list, and every value of a mapping.
  mutating func changeEach(_ body: (inout SourcedValue) throws -> Void) rethrows {
    switch content {
    case .mapping(var pairs):
      content = .scalar(.null)
      defer { content = .mapping(pairs) }
      for index in pairs.values.indices { try body(&pairs.values[index]) }
    case .sequence(var items):
      content = .scalar(.null)
      defer { content = .sequence(items) }
      for index in items.indices { try body(&items[index]) }
    case .scalar: break
    }
  }

  /// The pairs, which nobody else holds any more, so that changing them copies nothing.
  private mutating func takePairs() -> OrderedDictionary<String, SourcedValue> {
    guard case .mapping(let pairs) = content else { return [:] }
    content = .scalar(.null)
    return pairs
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
