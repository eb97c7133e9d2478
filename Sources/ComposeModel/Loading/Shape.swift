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
  /// Items of one shape.
  case list(Shape)
  /// Names of the file's own, each with a value of one shape.
  case names(Shape)
  /// These keys and extensions; some may be required.
  case object([String: Shape], required: [String] = [])
}

extension Shape {
  static let numberOrText = Shape.either([.number, .text])
  static let integerOrText = Shape.either([.integer, .text])
  static let flagOrText = Shape.either([.flag, .text])
  static let texts = Shape.list(.text)
  static let textOrTexts = Shape.either([.text, texts])
  static let scalars = Shape.either([.text, .number, .flag, .nothing])
  static let listOrMapping = Shape.either([.names(scalars), texts])
  static let options = Shape.names(.either([.text, .number, .nothing]))
  static let command = Shape.either([.nothing, .text, texts])
  static let extraHosts = Shape.either([.names(textOrTexts), texts])
  static let files = Shape.either([
    .text,
    .list(.either([.text, .object(["path": .text, "format": .text, "required": flagOrText], required: ["path"])])),
  ])
  static let ulimits = Shape.names(
    .either([.integer, .text, .object(["hard": integerOrText, "soft": integerOrText], required: ["hard", "soft"])])
  )
  static let grants = Shape.list(
    .either([
      .text,
      .object(["source": .text, "target": .text, "uid": .text, "gid": .text, "mode": numberOrText]),
    ])
  )
  static let hook = Shape.object([
    "command": command, "image": .text, "user": .text, "privileged": flagOrText, "working_dir": .text,
    "environment": listOrMapping, "per_replica": flagOrText,
  ])
  static let deviceRequests = Shape.list(
    .object([
      "capabilities": texts, "count": integerOrText, "device_ids": texts, "driver": .text, "options": listOrMapping,
    ])
  )
  static let external = Shape.either([.flag, .text, .object(["name": .text])])
  static let blkioLimits = Shape.list(.object(["path": .text, "rate": integerOrText]))
  static let blkioWeights = Shape.list(.object(["path": .text, "weight": integerOrText]))

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
    case .list: "a list"
    case .names, .object: "a mapping"
    case .either(let shapes):
      shapes.map(\.words).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: " or ")
    }
  }
}
