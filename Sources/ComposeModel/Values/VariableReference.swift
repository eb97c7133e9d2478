/// A variable that a text asks for, with what is written beside its name.
///
/// As the Compose specification's chapter Interpolation has it.
public struct VariableReference: Sendable, Hashable, Codable {
  /// The variable's name.
  public let name: String
  /// What stands in its place when it has no value, as written: of `${NAME:-value}` and `${NAME-value}`.
  public let defaultValue: String?
  /// What stands in its place when it has a value, as written: of `${NAME:+value}` and `${NAME+value}`.
  public let alternative: String?
  /// Whether nothing works without it: `${NAME:?reason}` and `${NAME?reason}`.
  public let isRequired: Bool

  /// Names a variable.
  public init(name: String, defaultValue: String? = nil, alternative: String? = nil, isRequired: Bool = false) {
    self.name = name
    self.defaultValue = defaultValue
    self.alternative = alternative
    self.isRequired = isRequired
  }

  /// The variables that `text` asks for, in order, each followed by those within its default, alternative or reason.
  ///
  /// - Throws: ``InterpolationError`` when a `${` in the text isn't in the syntax, or defaults are nested too deeply.
  /// - Complexity: O(*n* · *d*) in the text's length and the depth of its defaults, which is limited.
  public static func all(in text: String) throws(InterpolationError) -> [VariableReference] {
    var found: [VariableReference] = []
    try collect(Array(text.utf8)[...], into: &found, depth: 0)
    return found
  }

  private static func collect(
    _ bytes: ArraySlice<UInt8>,
    into found: inout [VariableReference],
    depth: Int
  ) throws(InterpolationError) {
    guard depth < Interpolation.depthLimit else { throw .nestedTooDeeply }
    var scanner = VariableScanner(bytes)
    while let piece = try scanner.next() {
      guard case .variable(let name, let operation) = piece else { continue }
      found.append(VariableReference(name: name, operation))
      if let operation { try collect(operation.word, into: &found, depth: depth + 1) }
    }
  }

  private init(name: String, _ operation: VariableScanner.Operation?) {
    let word = operation.map { String(decoding: $0.word, as: UTF8.self) }
    self.init(
      name: name,
      defaultValue: operation?.kind == .otherwise ? word : nil,
      alternative: operation?.kind == .instead ? word : nil,
      isRequired: operation?.kind == .required
    )
  }
}
