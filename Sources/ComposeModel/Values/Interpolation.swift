/// Variables in the text of a Compose file: `$NAME`, `${NAME:-default}`, `$$`.
///
/// As the Compose specification's chapter Interpolation has it.
public struct Interpolation: Sendable, Hashable {
  /// The text with its variables resolved.
  public internal(set) var text = ""
  /// The variables that were asked for, in order.
  public internal(set) var variables: [String] = []
  /// Those of them that have no value and no default.
  public internal(set) var unset: [String] = []

  /// How deep a default may hold other variables.
  static let depthLimit = 32
  /// The longest text that may come out, in bytes.
  static let sizeLimit = 1 << 20

  /// Resolves `text` with the values that `lookup` knows.
  ///
  /// - Throws: ``InterpolationError`` when the text can't be read or a required variable has no value.
  public init(of text: String, lookup: (String) -> String?) throws(InterpolationError) {
    guard text.utf8.contains(UInt8(ascii: "$")) else {
      self.text = text
      return
    }
    try resolve(Array(text.utf8)[...], lookup, depth: 0)
  }

  private init() {}

  private mutating func resolve(
    _ bytes: ArraySlice<UInt8>,
    _ lookup: (String) -> String?,
    depth: Int
  ) throws(InterpolationError) {
    guard depth < Self.depthLimit else { throw .nestedTooDeeply }
    var out: [UInt8] = []
    var scanner = VariableScanner(bytes)
    while let piece = try scanner.next() {
      switch piece {
      case .text(let bytes): out += bytes
      case .variable(let name, nil): out += (value(of: name, lookup) ?? "").utf8
      case .variable(let name, let operation?): out += try value(of: name, operation, lookup, depth: depth).utf8
      }
      guard out.count <= Self.sizeLimit else { throw InterpolationError(.malformed, "the resolved text is too long") }
    }
    text = String(decoding: out, as: UTF8.self)
  }

  /// What stands for a name with an operator and a word.
  private mutating func value(
    of name: String,
    _ operation: VariableScanner.Operation,
    _ lookup: (String) -> String?,
    depth: Int
  ) throws(InterpolationError) -> String {
    variables.append(name)
    let value = lookup(name)
    let isMissing = value == nil || operation.countsEmpty && value == ""
    switch operation.kind {
    case .otherwise: return isMissing ? try word(operation.word, lookup, depth: depth) : value ?? ""
    case .instead: return isMissing ? "" : try word(operation.word, lookup, depth: depth)
    case .required:
      guard isMissing else { return value ?? "" }
      let reason = try word(operation.word, lookup, depth: depth)
      let words = reason.isEmpty ? "" : ": \(reason.prefix(200))"
      throw InterpolationError(.missing, "required variable `\(name)` is missing a value\(words)", variable: name)
    }
  }

  private mutating func word(
    _ bytes: ArraySlice<UInt8>,
    _ lookup: (String) -> String?,
    depth: Int
  ) throws(InterpolationError) -> String {
    var inner = Interpolation()
    try inner.resolve(bytes, lookup, depth: depth + 1)
    variables += inner.variables
    unset += inner.unset
    return inner.text
  }

  private mutating func value(of name: String, _ lookup: (String) -> String?) -> String? {
    variables.append(name)
    let value = lookup(name)
    if value == nil { unset.append(name) }
    return value
  }
}

/// A text whose variables can't be resolved.
public struct InterpolationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is the matter.
  public enum Kind: Sendable, Hashable {
    /// The text isn't in the syntax.
    case malformed
    /// A required variable has no value.
    case missing
  }

  /// What is the matter.
  public let kind: Kind
  /// The same in one sentence.
  public let description: String
  /// The variable that is missing.
  public let variable: String?

  init(_ kind: Kind, _ description: String, variable: String? = nil) {
    self.kind = kind
    self.description = description
    self.variable = variable
  }
}

extension InterpolationError {
  /// The text holds defaults within defaults beyond ``Interpolation/depthLimit``.
  static let nestedTooDeeply = InterpolationError(.malformed, "defaults are nested too deeply")
}
