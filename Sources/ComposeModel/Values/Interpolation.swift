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
    guard depth < Self.depthLimit else { throw InterpolationError(.malformed, "defaults are nested too deeply") }
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        out.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "$") {
        out.append(byte)
        rest = rest.dropFirst()
      } else if rest.first == UInt8(ascii: "{") {
        guard let end = Self.closingBrace(of: rest) else {
          throw InterpolationError(.malformed, "a `${` is opened and not closed")
        }
        let body = rest[(rest.startIndex + 1)..<end]
        rest = rest[(end + 1)...]
        out += try braced(body, lookup, depth: depth).utf8
      } else {
        let name = rest.prefix { $0.isNameByte }
        guard let first = name.first, !first.isDigit else {
          out.append(byte)
          continue
        }
        rest = rest.dropFirst(name.count)
        out += (value(of: Self.text(name), lookup) ?? "").utf8
      }
      guard out.count <= Self.sizeLimit else { throw InterpolationError(.malformed, "the resolved text is too long") }
    }
    text = Self.text(out[...])
  }

  /// What stands for `NAME`, or `NAME` with an operator and a word.
  private mutating func braced(
    _ body: ArraySlice<UInt8>,
    _ lookup: (String) -> String?,
    depth: Int
  ) throws(InterpolationError) -> String {
    let nameBytes = body.prefix { $0.isNameByte }
    let name = Self.text(nameBytes)
    guard let first = nameBytes.first, !first.isDigit else {
      throw InterpolationError(.malformed, "a `${…}` has no variable's name")
    }
    var rest = body.dropFirst(nameBytes.count)
    guard let next = rest.first else { return value(of: name, lookup) ?? "" }
    let countsEmpty = next == UInt8(ascii: ":")
    if countsEmpty { rest = rest.dropFirst() }
    guard let sign = rest.popFirst(), "-+?".utf8.contains(sign) else {
      throw InterpolationError(
        .malformed,
        "`${\(name)…}` has an operator that isn't `:-`, `-`, `:+`, `+`, `:?` or `?`"
      )
    }
    variables.append(name)
    let value = lookup(name)
    let isMissing = value == nil || countsEmpty && value == ""
    switch sign {
    case UInt8(ascii: "-"): return isMissing ? try word(rest, lookup, depth: depth) : value ?? ""
    case UInt8(ascii: "+"): return isMissing ? "" : try word(rest, lookup, depth: depth)
    default:
      guard isMissing else { return value ?? "" }
      let reason = try word(rest, lookup, depth: depth)
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

  /// The brace that closes the one `bytes` begins with.
  private static func closingBrace(of bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let follows = index > bytes.startIndex ? bytes[index - 1] : UInt8(ascii: "$")
      if byte == UInt8(ascii: "{"), follows == UInt8(ascii: "$") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
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

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isNameByte: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F || isDigit
  }
}
