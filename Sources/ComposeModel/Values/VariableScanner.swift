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
  /// The last closing brace of the line that was looked at last.
  private var lastBrace: Int?

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
    let letters = bytes.dropFirst().prefix { $0.isVariableNameByte }
    let end = bytes[letters.endIndex...].first == UInt8(ascii: "}") ? letters.endIndex : closingBrace(of: bytes)
    guard let end else { throw InterpolationError(.malformed, "a `${` is opened and not closed") }
    guard let first = letters.first, !first.isDigit else {
      throw InterpolationError(.malformed, "a `${…}` has no variable's name")
    }
    rest = rest[(end + 1)...]
    let name = String(decoding: letters, as: UTF8.self)
    var tail = bytes[letters.endIndex..<end]
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

  /// The brace that closes the one `bytes` begin with, on the same line.
  ///
  /// As in the reference, every opening brace wants a closing one, what stands right after it isn't looked at, and where
  /// there are too few of them, the last closes all.
  private mutating func closingBrace(of bytes: ArraySlice<UInt8>) -> Int? {
    if lastBrace.map({ $0 < bytes.startIndex }) ?? true {
      lastBrace = bytes.prefix { $0 != UInt8(ascii: "\n") }.lastIndex(of: UInt8(ascii: "}"))
    }
    guard let last = lastBrace else { return nil }
    var depth = 0
    var index = bytes.startIndex
    while index <= last {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        depth += 1
        index += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return last
  }
}

extension UInt8 {
  fileprivate var isVariableNameByte: Bool { isAlphanumeric || self == UInt8(ascii: "_") }
}
