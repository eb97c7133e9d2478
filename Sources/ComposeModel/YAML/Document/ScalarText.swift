/// Reads scalars that aren't in the source as they are meant: with escapes, over several lines, after `|` or `>`.
///
/// What it reads of files that the scanner knows is what libyaml reads, YAML 1.1's folding included.
struct ScalarText {
  /// The file.
  let bytes: [UInt8]
  /// The text so far.
  private var text: [UInt8] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text of the scalar whose own text is `range`, quotes and `|` included.
  ///
  /// - Complexity: O(*n*) in its length.
  static func read(_ range: Range<Int>, _ style: YAMLStyle, in bytes: [UInt8]) -> String {
    var reader = Self(bytes)
    switch style {
    case .literal, .folded: reader.readBlock(range, isFolded: style == .folded)
    case .singleQuoted, .doubleQuoted:
      guard range.count >= 2 else { return "" }
      reader.readFlow(range.lowerBound + 1..<range.upperBound - 1, style)
    case .plain, .block, .flow: reader.readFlow(range, style)
    }
    return String(decoding: reader.text, as: UTF8.self)
  }

  /// Reads text in or without quotes: line breaks are folded, the blanks around them dropped.
  private mutating func readFlow(_ range: Range<Int>, _ style: YAMLStyle) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      switch (bytes[offset], style) {
      case (Mark.space, _), (Mark.tab, _), (Mark.lineFeed, _), (Mark.carriageReturn, _):
        offset = readGap(from: offset, to: range.upperBound)
      case (Mark.singleQuote, .singleQuoted):
        text.append(Mark.singleQuote)
        offset += 2
      case (Mark.backslash, .doubleQuoted): offset = readEscape(at: offset, to: range.upperBound)
      case (let byte, _):
        text.append(byte)
        offset += 1
      }
    }
  }

  /// Reads blanks, which stay, or blanks and line breaks, which fold: one to a space, more to one less.
  private mutating func readGap(from start: Int, to end: Int) -> Int {
    let gap = gap(from: start, to: end)
    switch gap.breaks {
    case 0: text += bytes[start..<gap.end]
    case 1: text.append(Mark.space)
    default: text += repeatElement(Mark.lineFeed, count: gap.breaks - 1)
    }
    return gap.end
  }

  private func gap(from start: Int, to end: Int) -> (end: Int, breaks: Int) {
    var offset = start
    var breaks = 0
    while offset < end {
      switch bytes[offset] {
      case Mark.space, Mark.tab, Mark.carriageReturn: break
      case Mark.lineFeed: breaks += 1
      default: return (offset, breaks)
      }
      offset += 1
    }
    return (offset, breaks)
  }

  private mutating func readEscape(at offset: Int, to end: Int) -> Int {
    guard offset + 1 < end else { return end }
    switch bytes[offset + 1] {
    case Mark.lineFeed, Mark.carriageReturn:
      // The break is dropped with the blanks around it, blank lines below stay.
      let gap = gap(from: offset + 1, to: end)
      text += repeatElement(Mark.lineFeed, count: max(gap.breaks - 1, 0))
      return gap.end
    case UInt8(ascii: "x"): return readHexadecimal(from: offset + 2, digits: 2, to: end)
    case UInt8(ascii: "u"): return readHexadecimal(from: offset + 2, digits: 4, to: end)
    case UInt8(ascii: "U"): return readHexadecimal(from: offset + 2, digits: 8, to: end)
    case let letter:
      if let scalar = Self.meaning(ofEscape: letter) { append(scalar) }
      return offset + 2
    }
  }

  private mutating func readHexadecimal(from start: Int, digits: Int, to end: Int) -> Int {
    let stop = min(start + digits, end)
    let value = bytes[start..<stop].reduce(UInt32(0)) { $0 << 4 | UInt32($1.hexadecimalDigit ?? 0) }
    if let scalar = Unicode.Scalar(value) { append(scalar) }
    return stop
  }

  private mutating func append(_ scalar: Unicode.Scalar) { text += Array(String(scalar).utf8) }

  /// What the letter after a backslash stands for, where it isn't a number; nil for those that stand for nothing.
  static func meaning(ofEscape letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), Mark.tab: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    case Mark.space, Mark.doubleQuote, UInt8(ascii: "/"), Mark.backslash: Unicode.Scalar(letter)
    default: nil
    }
  }
}

extension ScalarText {
  /// Reads text line by line: without its indentation, folded after `>`.
  private mutating func readBlock(_ range: Range<Int>, isFolded: Bool) {
    let header = bytes.endOfHeader(at: range.lowerBound)
    let drops = bytes[range.lowerBound..<header].contains(Mark.dash)
    let first = bytes.lineAfter(header)
    guard first <= range.upperBound, bytes.lineEnd(from: header) < range.upperBound else { return }
    var indentation: Int?
    var breaks = 0
    var wasIndented = false
    var line = first
    while line <= range.upperBound {
      let lineEnd = min(bytes.lineEnd(from: line), range.upperBound)
      let content = bytes[line..<lineEnd].firstIndex { $0 != Mark.space } ?? lineEnd
      let width = content - line
      if content < lineEnd || width > indentation ?? width {
        let begin = line + min(indentation ?? width, width)
        let isIndented = bytes[begin] == Mark.space || bytes[begin] == Mark.tab
        let folds = isFolded && indentation != nil && !wasIndented && !isIndented
        text += repeatElement(Mark.lineFeed, count: folds ? max(breaks - 1, 0) : breaks)
        if folds && breaks == 1 { text.append(Mark.space) }
        text += bytes[begin..<lineEnd]
        indentation = indentation ?? width
        wasIndented = isIndented
        breaks = 0
      }
      guard lineEnd < range.upperBound else { break }
      breaks += 1
      line = lineEnd + max(bytes.lineBreak(at: lineEnd), 1)
    }
    let endsInBreak = bytes.lineBreak(at: range.upperBound) > 0
    if !drops { text += repeatElement(Mark.lineFeed, count: breaks + (endsInBreak ? 1 : 0)) }
  }
}
