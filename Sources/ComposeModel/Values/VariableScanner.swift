/// The pieces of a text that may hold variables, one after another.
///
/// The syntax is that of the Compose specification's chapter Interpolation.
struct VariableScanner {
  /// A part of the text.
  enum Piece {
    /// Bytes that stand for themselves.
    case text(ArraySlice<UInt8>)
    /// `$NAME`, `${NAME}`, or `${NAME:-word}` with one of the operators.
    case variable(name: String, Operation?)
  }

  /// What follows a name within braces.
  struct Operation {
    /// What the word after the name is for.
    enum Kind: UInt8 {
      /// It stands in the variable's place when that is missing.
      case otherwise = 0x2D
      /// It stands in the variable's place when that is there.
      case instead = 0x2B
      /// It says why the variable can't be missing.
      case required = 0x3F
    }

    let kind: Kind
    /// Whether an empty value is as good as none: `:-`, `:+`, `:?`.
    let countsEmpty: Bool
    /// The word, which may hold variables itself.
    let word: ArraySlice<UInt8>
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next piece; nil at the end.
  ///
  /// - Throws: ``InterpolationError`` where a `${` isn't in the syntax.
  mutating func next() throws(InterpolationError) -> Piece? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "$") else {
      let text = rest.prefix { $0 != UInt8(ascii: "$") }
      rest = rest[text.endIndex...]
      return .text(text)
    }
    let after = rest.dropFirst()
    if after.first == UInt8(ascii: "$") {
      rest = after.dropFirst()
      return .text(after.prefix(1))
    }
    if after.first == UInt8(ascii: "{") { return try braced(after) }
    let name = after.prefix { $0.isVariableNameByte }
    guard let start = name.first, !start.isDigit else {
      defer { rest = after }
      return .text(rest.prefix(1))
    }
    rest = rest[name.endIndex...]
    return .variable(name: String(decoding: name, as: UTF8.self), nil)
  }

  /// `bytes` begin with the opening brace.
  private mutating func braced(_ bytes: ArraySlice<UInt8>) throws(InterpolationError) -> Piece {
    guard let end = Self.closingBrace(of: bytes) else {
      throw InterpolationError(.malformed, "a `${` is opened and not closed")
    }
    let body = bytes[(bytes.startIndex + 1)..<end]
    rest = rest[(end + 1)...]
    let bytes = body.prefix { $0.isVariableNameByte }
    guard let first = bytes.first, !first.isDigit else {
      throw InterpolationError(.malformed, "a `${…}` has no variable's name")
    }
    let name = String(decoding: bytes, as: UTF8.self)
    var tail = body[bytes.endIndex...]
    guard let next = tail.first else { return .variable(name: name, nil) }
    let countsEmpty = next == UInt8(ascii: ":")
    if countsEmpty { tail = tail.dropFirst() }
    guard let sign = tail.popFirst(), let kind = Operation.Kind(rawValue: sign) else {
      throw InterpolationError(
        .malformed,
        "`${\(name)…}` has an operator that isn't `:-`, `-`, `:+`, `+`, `:?` or `?`"
      )
    }
    return .variable(name: name, Operation(kind: kind, countsEmpty: countsEmpty, word: tail))
  }

  /// The brace that closes the one `bytes` begins with.
  private static func closingBrace(of bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var previous = UInt8(ascii: "$")
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") { depth += 1 }
      if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
      previous = byte
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isVariableNameByte: Bool { isAlphanumeric || self == UInt8(ascii: "_") }
}
