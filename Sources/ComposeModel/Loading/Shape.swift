import OrderedCollections

/// What may stand at a place in a Compose file.
indirect enum Shape: Sendable {
  /// Anything at all.
  case anything
  /// Text.
  case text
  /// Text of one of these.
  case word([String])
  /// Text of a certain form.
  case form(TextForm)
  /// A number.
  case number
  /// A whole number.
  case integer
  /// True or false.
  case flag
  /// Nothing.
  case nothing
  /// One of several.
  case either([Shape])
  /// What is written in one shape, and becomes a value of a type.
  case value(Shape, as: ValueType)
  /// Items of one shape.
  case list(Shape)
  /// Items of one shape, no two of them alike.
  case distinctList(Shape)
  /// Names of the file's own, each with a value of one shape.
  case names(Shape)
  /// These keys and extensions; some may be required.
  case object(OrderedDictionary<String, Shape>, required: [String] = [])
}

extension Shape {
  static let numberOrText = Shape.either([.number, .text])
  static let integerOrText = Shape.either([.integer, .text])
  static let flagOrText = Shape.value(.either([.flag, .text]), as: .flag)
  static let integerOrDigits = Shape.value(integerOrText, as: .integer)
  static let numberOrDigits = Shape.value(numberOrText, as: .number)
  static let wholeNumberOrDigits = Shape.value(numberOrText, as: .integer)
  static let bytes = Shape.value(numberOrText, as: .bytes)
  static let wholeBytes = Shape.value(integerOrText, as: .bytes)
  static let duration = Shape.value(.text, as: .duration)
  static let texts = Shape.list(.text)
  static let distinctTexts = Shape.distinctList(.text)
  static let textOrTexts = Shape.value(.either([.text, distinctTexts]), as: .texts)
  static let textsOrNumbers = Shape.value(.distinctList(numberOrText), as: .texts)
  static let scalars = Shape.either([.text, .number, .flag, .nothing])
  static let textsByName = Shape.value(listOrMapping, as: .textsByName)
  static let variables = Shape.value(listOrMapping, as: .variables)
  static let options = Shape.value(.names(.either([.text, .number, .nothing])), as: .textsByName)
  static let command = Shape.value(.either([.nothing, .text, texts]), as: .words)
  static let extraHosts = Shape.value(.either([.names(.either([.text, distinctTexts])), distinctTexts]), as: .hosts)
  static let distinctTextsByName = Shape.value(.either([.names(scalars), distinctTexts]), as: .textsByName)
  static let distinctVariables = Shape.value(.either([.names(scalars), distinctTexts]), as: .variables)
  /// Of a list, the last of several with one key is meant.
  private static let listOrMapping = Shape.either([.names(scalars), texts])
  static let files = Shape.either([
    .text,
    .list(.either([.text, .object(["path": .text, "required": flagOrText, "format": .text], required: ["path"])])),
  ])
  static let ulimits = Shape.names(
    .either([
      integerOrDigits, .object(["soft": integerOrDigits, "hard": integerOrDigits], required: ["hard", "soft"]),
    ])
  )
  static let grants = Shape.list(
    .either([
      .text,
      .object([
        "source": .text, "target": .text, "uid": .text, "gid": .text, "mode": .value(numberOrText, as: .fileMode),
      ]),
    ])
  )
  static let deviceRequests = Shape.list(
    .object([
      "capabilities": distinctTexts, "driver": .text, "count": .value(integerOrText, as: .deviceCount),
      "device_ids": distinctTexts,
      "options": textsByName,
    ])
  )
  static let external = Shape.either([flagOrText, .object(["name": .text])])
  static let blkioLimits = Shape.list(.object(["path": .text, "rate": wholeBytes]))

  /// What the shape is called when something else stands there.
  var words: String {
    switch self {
    case .anything: "anything"
    case .text: "text"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: " or ")
    case .form(let form): form.words
    case .number: "a number"
    case .integer: "a whole number"
    case .flag: "true or false"
    case .nothing: "nothing"
    case .list, .distinctList: "a list"
    case .names, .object: "a mapping"
    case .either(let shapes):
      shapes.map(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " or ")
    case .value(let shape, _): shape.words
    }
  }

  /// The shape that `value` has, among those that may stand here; nil when it has none of them.
  func fitting(_ value: SourcedValue) -> Shape? {
    switch (self, value.content) {
    case (.anything, _), (.list, .sequence), (.distinctList, .sequence), (.names, .mapping), (.object, .mapping): self
    case (.either(let shapes), _): shapes.lazy.compactMap { $0.fitting(value) }.first
    case (.value(let shape, let type), _): shape.fitting(value).map { .value($0, as: type) }
    case (_, .scalar(let scalar)): fits(scalar, isResolved: !value.origin.variables.isEmpty) ? self : nil
    default: nil
    }
  }

  private func fits(_ scalar: YAMLScalar, isResolved: Bool) -> Bool {
    switch (self, scalar) {
    case (.text, .string), (.form, .string), (.number, .int), (.number, .float), (.integer, .int), (.flag, .bool),
      (.nothing, .null):
      true
    case (.integer, .float(let number)): number == number.rounded()
    case (.word(let words), .string(let word)): words.contains(word)
    case (.number, .string(let text)) where isResolved: Double(text) != nil
    case (.integer, .string(let text)) where isResolved: Int(text) != nil
    case (.flag, .string(let text)) where isResolved: TypeCast.boolean.value(of: text) != nil
    default: false
    }
  }
}
