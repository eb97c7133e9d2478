import OrderedCollections

/// Writes a loaded project as YAML, as go-yaml's encoder does it for Docker Compose: two spaces a level, lists indented,
/// no line folded.
///
/// In one thing it differs, since the reference's text doesn't read back there: a block whose first line is empty and
/// whose next is indented says how far.
struct YAMLPrinter {
  private var output: [UInt8] = []
  private var escapesDollars: Bool

  /// The text of `project`, in which `$` may become `$$`, so that what is printed can be loaded again.
  static func text(of project: YAMLValue, escapingDollars escapesDollars: Bool) -> [UInt8] {
    var printer = YAMLPrinter(escapesDollars: escapesDollars)
    printer.output.reserveCapacity(4_096)
    if case .mapping(let pairs) = project, !pairs.isEmpty {
      printer.mapping(pairs, .object(Shape.project), indent: 0, isInline: true)
    } else {
      printer.value(project, nil, indent: 0)
      printer.output.append(Mark.lineFeed)
    }
    return printer.output
  }

  private init(escapesDollars: Bool) { self.escapesDollars = escapesDollars }

  /// Lines of `key: value`; the first stands where the writer is when it is inline.
  private mutating func mapping(
    _ pairs: OrderedDictionary<String, YAMLValue>,
    _ shape: Shape?,
    indent: Int,
    isInline: Bool
  ) {
    var isInline = isInline
    for (key, value, shape) in OrderedPairs(of: pairs, shape, by: KeyOrder.precedes).pairs {
      if !isInline { spaces(indent) }
      isInline = false
      self.key(key, indent: indent)
      output.append(Mark.colon)
      entry(value, shape, indent: indent)
    }
  }

  private mutating func key(_ key: String, indent: Int) {
    // Variables are never resolved in a key.
    let escapesDollars = escapesDollars
    self.escapesDollars = false
    defer { self.escapesDollars = escapesDollars }
    // A reader looks for the colon of a key only so far.
    if key.utf8.count > 128 {
      write("? ")
      text(key, isKey: true, indent: 0)
      output.append(Mark.lineFeed)
      spaces(indent)
    } else {
      text(key, isKey: true, indent: 0)
    }
  }

  /// What follows the colon of a pair whose key is indented by `indent`, with the end of its last line.
  private mutating func entry(_ value: YAMLValue, _ shape: Shape?, indent: Int) {
    switch value {
    case .mapping(let pairs) where !pairs.isEmpty:
      output.append(Mark.lineFeed)
      mapping(pairs, shape, indent: indent + 2, isInline: false)
    case .sequence(let items) where !items.isEmpty:
      output.append(Mark.lineFeed)
      sequence(items, shape?.item, indent: indent + 2, isInline: false)
    default:
      output.append(Mark.space)
      self.value(value, shape, indent: indent + 2)
      output.append(Mark.lineFeed)
    }
  }

  private mutating func sequence(_ items: [YAMLValue], _ shape: Shape?, indent: Int, isInline: Bool) {
    var isInline = isInline
    for item in items {
      if !isInline { spaces(indent) }
      isInline = false
      output.append(Mark.dash)
      output.append(Mark.space)
      switch item {
      case .mapping(let pairs) where !pairs.isEmpty: mapping(pairs, shape, indent: indent + 2, isInline: true)
      case .sequence(let items) where !items.isEmpty:
        sequence(items, shape?.item, indent: indent + 2, isInline: true)
      default:
        value(item, shape, indent: indent + 2)
        output.append(Mark.lineFeed)
      }
    }
  }

  /// A scalar or an empty collection.
  private mutating func value(_ value: YAMLValue, _ shape: Shape?, indent: Int) {
    switch value {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .int(let number): write("\(number)")
    case .float(let number): write(Self.text(of: number))
    case .string(let text): self.text(text, isKey: false, indent: indent)
    case .sequence: write("[]")
    case .mapping: write("{}")
    }
  }

  private static func text(of number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? ".nan" : number < 0 ? "-.inf" : ".inf" }
    return GoNumber.shortest(number)
  }
}

extension YAMLPrinter {
  private mutating func text(_ text: String, isKey: Bool, indent: Int) {
    switch TextStyle(of: text, isKey: isKey) {
    case .plain: write(text)
    case .singleQuoted:
      output.append(UInt8(ascii: "'"))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "'") { output.append(byte) }
        append(byte)
      }
      output.append(UInt8(ascii: "'"))
    case .doubleQuoted: doubleQuoted(text)
    case .literal: literal(text, indent: indent)
    }
  }

  private mutating func doubleQuoted(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C:
        output.append(UInt8(ascii: "\\"))
        output.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x20...0x7E: append(UInt8(truncatingIfNeeded: scalar.value))
      case 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: output.append(contentsOf: "\(scalar)".utf8)
      default: write(Self.escape(scalar))
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    if let short = shortEscapes[scalar] { return short }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(mark)\(String(repeating: "0", count: width - digits.utf8.count))\(digits)"
  }

  private static let shortEscapes: [Unicode.Scalar: String] = [
    "\0": "\\0", "\u{07}": "\\a", "\u{08}": "\\b", "\t": "\\t", "\n": "\\n", "\u{0B}": "\\v", "\u{0C}": "\\f",
    "\r": "\\r", "\u{1B}": "\\e", "\u{85}": "\\N", "\u{A0}": "\\_", "\u{2028}": "\\L", "\u{2029}": "\\P",
  ]

  private mutating func literal(_ text: String, indent: Int) {
    output.append(UInt8(ascii: "|"))
    let bytes = text.utf8
    let firstInk = bytes.first { $0 != Mark.lineFeed }
    if firstInk == Mark.space { output.append(UInt8(ascii: "2")) }
    let breaks = bytes.reversed().prefix { $0 == Mark.lineFeed }.count
    if breaks == 0 { output.append(Mark.dash) } else if breaks > 1 { output.append(UInt8(ascii: "+")) }
    output.append(Mark.lineFeed)
    var isAtStart = true
    // The caller ends the last line.
    for byte in bytes.dropLast(breaks > 0 ? 1 : 0) {
      if byte != Mark.lineFeed, isAtStart { spaces(indent) }
      append(byte)
      isAtStart = byte == Mark.lineFeed
    }
  }

  private mutating func append(_ byte: UInt8) {
    if byte == UInt8(ascii: "$"), escapesDollars { output.append(byte) }
    output.append(byte)
  }

  private mutating func write(_ text: String) {
    guard escapesDollars, text.utf8.contains(UInt8(ascii: "$")) else { return output.append(contentsOf: text.utf8) }
    for byte in text.utf8 { append(byte) }
  }

  private mutating func spaces(_ count: Int) {
    output.append(contentsOf: repeatElement(Mark.space, count: count))
  }
}
