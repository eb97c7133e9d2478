internal import OrderedCollections

/// Writes values as block YAML, line by line.
///
/// Lines come without the indentation of the place they are for, and without line breaks.
struct BlockWriter {
  /// How many columns a mapping's keys stand to the right of what holds them.
  var step: Int
  /// How many columns a list's dashes stand to the right of the key that holds it.
  var dashOffset: Int
  /// Writes the scalars.
  var scalars: ScalarWriter
  /// Whether text over several lines may stand line by line; it is quoted otherwise.
  var usesLiterals = true

  /// `key: value`, and the lines of a collection below it.
  func lines(ofPair key: String, _ value: YAMLValue, like style: YAMLStyle = .plain) -> [String] {
    let key = "\(key):"
    switch value {
    case .mapping(let pairs) where !pairs.isEmpty: return [key] + lines(of: value).indented(by: step)
    case .sequence(let items) where !items.isEmpty: return [key] + lines(of: value).indented(by: dashOffset)
    default:
      let lines = lines(ofScalar: value, like: style)
      return ["\(key) \(lines[0])"] + lines.dropFirst().indented(by: step)
    }
  }

  /// `- value`, with `gap` columns after the dash.
  func lines(ofItem value: YAMLValue, gap: Int = 1, like style: YAMLStyle = .plain) -> [String] {
    let lines = lines(of: value, like: style)
    return ["-" + String(repeating: " ", count: gap) + lines[0]] + lines.dropFirst().indented(by: 1 + gap)
  }

  /// The lines of any value: a collection's below each other, a scalar's on one line or as a literal block.
  func lines(of value: YAMLValue, like style: YAMLStyle = .plain) -> [String] {
    switch value {
    case .mapping(let pairs) where !pairs.isEmpty: pairs.flatMap { lines(ofPair: key($0.key), $0.value) }
    case .sequence(let items) where !items.isEmpty: items.flatMap { lines(ofItem: $0) }
    default: lines(ofScalar: value, like: style).enumerated().map { $0.offset == 0 ? $0.element : indented($0.element) }
    }
  }

  /// `key` as it is written before a colon.
  func key(_ key: String, like style: YAMLStyle = .plain) -> String { scalars.text(key, like: style) }

  private func lines(ofScalar value: YAMLValue, like style: YAMLStyle) -> [String] {
    switch value {
    case .mapping: return ["{}"]
    case .sequence: return ["[]"]
    case .string(let text) where usesLiterals && !style.isQuoted:
      if let block = LiteralText(text) { return [block.header] + block.lines }
    default: break
    }
    return [scalars.text(value, like: style) ?? "null"]
  }

  private func indented(_ line: String) -> String { line.isEmpty ? line : String(repeating: " ", count: step) + line }
}

/// Text that can be written line by line after `|`.
struct LiteralText {
  /// `|`, or `|-` where no line break ends the text.
  let header: String
  /// The lines, not indented.
  let lines: [String]

  /// Nil where line by line it would be read as another text, and for a single line without a break unless `isForced`.
  init?(_ text: String, isForced: Bool = false) {
    guard let first = text.unicodeScalars.first, isForced || text.unicodeScalars.contains("\n") else { return nil }
    guard first != " ", first != "\t", first != "\n" else { return nil }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || $0.isPrintable }) else { return nil }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let endsInBreak = lines.last == ""
    if endsInBreak { lines.removeLast() }
    // More breaks at the end need `|+`, which takes in whatever blank lines follow.
    guard lines.last != "" else { return nil }
    header = endsInBreak ? "|" : "|-"
    self.lines = lines
  }
}

extension Sequence<String> {
  /// The lines moved `columns` to the right; empty lines stay empty.
  func indented(by columns: Int) -> [String] {
    map { $0.isEmpty ? $0 : String(repeating: " ", count: columns) + $0 }
  }
}
