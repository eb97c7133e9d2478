/// The words of a command line, as a `command:` in one string is split.
///
/// Quotes group, a backslash keeps the next character; nothing is expanded. As in the reference (go-shellwords), an
/// operator of the shell (`|`, `&`, `;`, `<`, `>`) outside quotes ends the words: what follows is never run, nor is a
/// number of a stream before `>`. Backquotes and `$(…)` keep what is in them together.
public enum ShellWords {
  /// Splits `text`.
  ///
  /// - Throws: ``ValueError`` when a quote or a parenthesis isn't closed, or one stands where none may.
  public static func split(_ text: String) throws(ValueError) -> (words: [String], isCutShort: Bool) {
    var splitter = Splitter()
    for scalar in text.unicodeScalars where !splitter.isCutShort { try splitter.take(scalar) }
    return (try splitter.finish(), splitter.isCutShort)
  }
}

private struct Splitter {
  private var words: [String] = []
  private var word = ""
  private var hasWord = false
  private var isEscaped = false
  private var isSingleQuoted = false
  private var isDoubleQuoted = false
  private var isBackQuoted = false
  private var isSubstitution = false
  private(set) var isCutShort = false

  mutating func take(_ scalar: Unicode.Scalar) throws(ValueError) {
    if isEscaped {
      isEscaped = false
      return append(scalar)
    }
    switch scalar {
    case "\\" where isSingleQuoted: word.unicodeScalars.append(scalar)
    case "\\": isEscaped = true
    case " ", "\t", "\r", "\n":
      if isGrouped { word.unicodeScalars.append(scalar) } else { endWord() }
    case "\"" where !isSingleQuoted && !isSubstitution:
      // What closes a quote makes a word, even an empty one.
      if isDoubleQuoted { hasWord = true }
      isDoubleQuoted.toggle()
    case "'" where !isDoubleQuoted && !isSubstitution:
      if isSingleQuoted { hasWord = true }
      isSingleQuoted.toggle()
    case "`" where !isSingleQuoted && !isDoubleQuoted && !isSubstitution:
      isBackQuoted.toggle()
      append(scalar)
    case ")" where !isSingleQuoted && !isDoubleQuoted && !isBackQuoted:
      isSubstitution.toggle()
      append(scalar)
    case "(" where !isSingleQuoted && !isDoubleQuoted && !isBackQuoted:
      guard !isSubstitution, word.hasSuffix("$") else {
        throw ValueError("a command line has a parenthesis outside quotes")
      }
      isSubstitution = true
      word.unicodeScalars.append(scalar)
    case ";", "&", "|", "<", ">":
      guard !isGrouped else { return append(scalar) }
      if scalar == ">", let first = word.utf8.first, (0x30...0x39).contains(first) { hasWord = false }
      isCutShort = true
    default: append(scalar)
    }
  }

  mutating func finish() throws(ValueError) -> [String] {
    guard !isGrouped, !isEscaped else {
      throw ValueError("a command line has a quote, a parenthesis or a backslash without its end")
    }
    endWord()
    return words
  }

  private var isGrouped: Bool { isSingleQuoted || isDoubleQuoted || isBackQuoted || isSubstitution }

  private mutating func append(_ scalar: Unicode.Scalar) {
    word.unicodeScalars.append(scalar)
    hasWord = true
  }

  private mutating func endWord() {
    guard hasWord else { return }
    words.append(word)
    word = ""
    hasWord = false
  }
}
