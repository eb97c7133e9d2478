internal import SourceDiagnostics

extension LibYAMLProblem {
  /// The problem in our words, at its place in `bytes`.
  ///
  /// `bracket` is where the innermost bracket opens that isn't closed yet. `byte` turns a place into an offset; its flag
  /// says that the place counts bytes already.
  func diagnostic(in bytes: [UInt8], file: String, bracket: Int?, byte: (Int, Bool) -> Int) -> Diagnostic {
    let offset = min(byte(place, isPlaceInBytes), bytes.count)
    if let bracket, problem == "did not find expected node content", bytes.skippingGap(from: offset) == bytes.count {
      return Diagnostic(
        .error,
        .syntax,
        "a `\(Character(Unicode.Scalar(bytes[bracket])))` is never closed",
        labels: [.init(file, bracket..<bracket + 1)],
        help: "close the bracket"
      )
    }
    let words = words(at: offset, in: bytes)
    var labels = [Diagnostic.Label(file, bytes.character(at: offset))]
    if let opening = contextPlace.map({ min(byte($0, false), bytes.count) }), opening != offset,
      let text = words.opening
    {
      let label = Diagnostic.Label(file, bytes.character(at: opening), text)
      if words.isAboutOpening { labels = [label] } else { labels.append(label) }
    }
    return Diagnostic(.error, .syntax, words.message, labels: labels, help: words.help)
  }

  private struct Words {
    var message: String
    var help: String
    var opening: String?
    var isAboutOpening = false
  }

  private func words(at offset: Int, in bytes: [UInt8]) -> Words {
    switch problem {
    case "found character that cannot start any token": wordsForCharacter(bytes.byte(at: offset))
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      Words(message: "a tab is used for indentation", help: "indent with spaces")
    case "mapping values are not allowed in this context":
      Words(
        message: "a second `:` on this line makes a mapping where none can be",
        help: "quote the text before it, or correct the indentation"
      )
    case "block sequence entries are not allowed in this context":
      Words(message: "a list can't begin here", help: "put the `-` on a line of its own below its key")
    case "mapping keys are not allowed in this context":
      Words(message: "a `?` key can't stand here", help: "quote the text, or put the key on a line of its own")
    case "could not find expected ':'":
      Words(
        message: "this key has no `:`",
        help: "write `key: value`, or correct the indentation",
        opening: "key begins here"
      )
    case "did not find expected key": misplaced("keys", "mapping", isOnNewLine: bytes.isIndentation(before: offset))
    case "did not find expected '-' indicator":
      misplaced("items", "list", isOnNewLine: bytes.isIndentation(before: offset))
    case "did not find expected ',' or ']'": unclosed("[", "]", "list")
    case "did not find expected ',' or '}'": unclosed("{", "}", "mapping")
    case "found unexpected end of stream", "found unexpected document indicator":
      Words(
        message: "a quote is never closed",
        help: "write the same quote at the end of the text",
        opening: "opened here",
        isAboutOpening: true
      )
    default: rarerWords
    }
  }

  private var rarerWords: Words {
    switch problem {
    case "found unknown escape character":
      Words(
        message: "this escape isn't known between double quotes",
        help: "write `\\\\` for a backslash, or use single quotes"
      )
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      Words(message: "this escape names no character", help: "write as many hexadecimal digits as it takes")
    case "did not find expected alphabetic or numeric character":
      Words(
        message: "this anchor or alias has no proper name",
        help: "use letters, digits, `-` and `_`, or quote the text"
      )
    case "did not find expected node content":
      Words(message: "a value is missing here", help: "write one, or remove the comma or key")
    case "did not find expected <document start>":
      Words(
        message: "something stands after the end of the document",
        help: "correct the indentation, or begin a document with `---`"
      )
    case "found undefined tag handle":
      Words(message: "this tag's prefix isn't declared", help: "declare it with %TAG, or quote the text")
    case "did not find expected comment or line break":
      Words(message: "nothing but a comment may follow here", help: "put the text on the next line, indented")
    case "found incompatible YAML document":
      Words(message: "this version of YAML isn't known", help: "write `%YAML 1.2` or leave it out")
    case "control characters are not allowed":
      Words(
        message: "a control character stands in the text",
        help: "remove it, or write it as an escape in double quotes"
      )
    case "found unexpected ':'":
      Words(message: "a `:` can't stand here within brackets", help: "put a blank after it, or quote the text")
    case "did not find expected tag URI", "did not find expected '!'", "did not find the expected '>'":
      Words(message: "this tag has no proper name", help: "correct it, or quote the text")
    case "did not find expected whitespace or line break":
      Words(message: "a blank is missing after this name", help: "put one there, or quote the text")
    case "found an indentation indicator equal to 0":
      Words(message: "a block of text can't be indented by 0", help: "leave out the digit")
    case "out of memory":
      Words(message: "there isn't enough memory to read the file", help: "close other programs, or split the file")
    case _ where context.contains("directive"):
      Words(message: "this line beginning with `%` isn't understood", help: "remove it, or indent the text")
    default:
      Words(message: "the text isn't YAML: \(problem)", help: "correct it, or quote it")
    }
  }

  private func wordsForCharacter(_ byte: UInt8?) -> Words {
    guard let byte, byte != Mark.tab else {
      return Words(message: "a tab is used for indentation", help: "indent with spaces")
    }
    let character = Character(Unicode.Scalar(byte))
    return Words(message: "a text without quotes can't begin with `\(character)`", help: "put it in quotes")
  }

  private func misplaced(_ entries: String, _ noun: String, isOnNewLine: Bool) -> Words {
    guard isOnNewLine else {
      return Words(
        message: "something stands after the end of the value",
        help: "quote the whole value, or remove the rest"
      )
    }
    return Words(
      message: "this line doesn't line up with the \(entries) of its \(noun)",
      help: "correct the indentation",
      opening: "\(noun) begins here"
    )
  }

  private func unclosed(_ opening: Character, _ closing: Character, _ noun: String) -> Words {
    Words(
      message: "expected `,` or `\(closing)` in the \(noun) that begins with `\(opening)`",
      help: "close it with `\(closing)`, or quote the text in it",
      opening: "opened here"
    )
  }
}

extension [UInt8] {
  /// Whether nothing but blanks stands before `offset` on its line.
  fileprivate func isIndentation(before offset: Int) -> Bool {
    self[lineStart(of: offset)..<offset].allSatisfy { $0 == Mark.space || $0 == Mark.tab }
  }

  /// The character at `offset`; nothing at the end.
  fileprivate func character(at offset: Int) -> Range<Int> {
    guard offset < count else { return count..<count }
    var end = offset + 1
    while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }
}
