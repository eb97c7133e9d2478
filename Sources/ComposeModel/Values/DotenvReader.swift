import SourceDiagnostics

/// Reads the statements of a dotenv file one after the other.
struct DotenvReader {
  private(set) var result = DotenvFile()
  private(set) var diagnostics: [Diagnostic] = []
  private let text: DotenvText
  private let file: String
  private var position = 0
  private var known: [String: String] = [:]
  /// The bytes of all values with their variables resolved.
  private var grown = 0
  /// The most bytes that all values may grow to.
  private static let growthLimit = 16 << 20

  init(_ bytes: [UInt8], file: String) {
    text = DotenvText(bytes: bytes)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func read(_ lookup: (String) -> String?) {
    while let (scalar, length) = text.scalar(at: position) {
      switch scalar {
      case "#": position = text.endOfLine(from: position)
      case _ where scalar.properties.isWhitespace: position += length
      default: readStatement(lookup)
      }
    }
  }

  private mutating func readStatement(_ lookup: (String) -> String?) {
    let start = position
    position = text.afterExport(from: position)
    let nameStart = position
    guard let sign = findSign() else {
      return refuse("a line doesn't begin with a variable's name", start, "write `NAME=value` on a line of its own")
    }
    let place = nameStart..<text.trimmedEnd(of: nameStart..<position)
    let name = text[place]
    guard sign == .endOfFile || !name.utf8.contains(UInt8(ascii: " ")) else {
      return refuse("a variable's name has a space", start, "write `NAME=value` on a line of its own")
    }
    switch sign {
    case .endOfLine:
      if !name.isEmpty { result.entries.append(.init(key: name, value: nil, bytes: place)) }
    case .endOfFile:
      warn(
        "the last line is taken for a value without a name, since no new line follows",
        nameStart..<text.bytes.count,
        "end the file with a new line"
      )
      position = nameStart
      readValue(of: "", lookup)
    case .equals:
      position += 1
      position = text.afterBlanks(from: position)
      if name.isEmpty { warn("a value has no name", start..<position, "write `NAME=value`") }
      readValue(of: name, lookup)
    }
  }

  /// What ends a variable's name.
  private enum Sign {
    case equals
    case endOfLine
    case endOfFile
  }

  /// Goes to the end of a name; nil where it holds something that no name may.
  private mutating func findSign() -> Sign? {
    let start = position
    while let (scalar, length) = text.scalar(at: position) {
      switch scalar {
      case "=", ":": return .equals
      case "\n": return .endOfLine
      case _ where scalar.isDotenvBlank || scalar.isDotenvName: position += length
      default: return nil
      }
    }
    return position == start ? nil : .endOfFile
  }

  private mutating func readValue(of name: String, _ lookup: (String) -> String?) {
    let start = position
    let value =
      switch text.byte(at: position) {
      case UInt8(ascii: "'"): readQuoted(UInt8(ascii: "'"), lookup)
      case UInt8(ascii: "\""): readQuoted(UInt8(ascii: "\""), lookup)
      default: readPlain(lookup)
      }
    guard let value else { return }
    known[name] = value.text
    result.entries.append(.init(key: name, value: value.text, bytes: start..<value.end))
  }

  /// To the end of the line or a ` #`, without white space at the end.
  private mutating func readPlain(_ lookup: (String) -> String?) -> (text: String, end: Int)? {
    let line = position..<text.endOfLine(from: position)
    position = line.upperBound
    let end = text.trimmedEnd(of: line.lowerBound..<text.comment(in: line))
    return interpolated(text[line.lowerBound..<end], line.lowerBound..<end, lookup).map { (text: $0, end: end) }
  }

  private mutating func readQuoted(_ quote: UInt8, _ lookup: (String) -> String?) -> (text: String, end: Int)? {
    let start = position
    position += 1
    var inside: [UInt8] = []
    while let byte = text.byte(at: position), byte != quote {
      position += 1
      guard byte == UInt8(ascii: "\\"), let next = text.byte(at: position) else {
        inside.append(byte)
        continue
      }
      position += 1
      if quote == UInt8(ascii: "'") {
        inside += next == quote ? [quote] : [byte, next]
      } else if next == UInt8(ascii: "0") {
        inside += text.octal(after: &position)
      } else {
        inside += DotenvText.escapes[next] ?? [byte, next]
      }
    }
    guard text.byte(at: position) == quote else {
      report(.error, "the quote isn't closed", start..<(start + 1), "end the value with the same quote")
      return nil
    }
    position += 1
    let end = position
    let raw = String(decoding: inside, as: UTF8.self)
    let value = quote == UInt8(ascii: "'") ? raw : interpolated(raw, start..<end, lookup)
    return value.map { (text: $0, end: end) }
  }

  private mutating func interpolated(_ value: String, _ place: Range<Int>, _ lookup: (String) -> String?) -> String? {
    do throws(InterpolationError) {
      let text = try Interpolation(of: value) { lookup($0) ?? known[$0] }.text
      grown += text.utf8.count
      guard grown <= Self.growthLimit else {
        throw InterpolationError(.malformed, "the values grow to more than \(Self.growthLimit >> 20) MiB")
      }
      return text
    } catch {
      report(.error, error.description, place, "write `$$` for a dollar sign, or quote the value with '…'")
      return nil
    }
  }

  /// Leaves out a line, of which what was read so far is wrong.
  private mutating func refuse(_ message: String, _ start: Int, _ help: String) {
    report(.error, message, start..<position, help)
    position = text.endOfLine(from: position)
  }

  private mutating func warn(_ message: String, _ place: Range<Int>, _ help: String) {
    report(.warning, message, place, help)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity,
    _ message: String,
    _ place: Range<Int>,
    _ help: String
  ) {
    diagnostics.append(Diagnostic(severity, .dotenvSyntax, message, labels: [.init(file, place)], help: help))
  }
}
