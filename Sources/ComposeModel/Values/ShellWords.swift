/// The words of a command line, as a `command:` in one string is split.
///
/// Quotes group, a backslash keeps the next character, or makes a tab of `t` and a new line of `n`; nothing is expanded.
/// As in the reference (go-shellwords 1.0.13), an operator of the shell (`|`, `&`, `;`, `<`, `>`) outside quotes ends the
/// words: what follows is never run, nor is a number of a stream before `>`. Backquotes and `$(…)` keep what is in them
/// together.
public struct ShellWords: TextValue {
  /// The words, without their quotes.
  public let words: [String]
  /// Whether an operator of the shell ends them before the text ends.
  public let isCutShort: Bool

  /// A command line of `words`.
  public init(_ words: [String]) {
    self.words = words
    isCutShort = false
  }

  /// Splits `text`.
  ///
  /// - Throws: ``ValueError`` when a quote or a parenthesis isn't closed, or a parenthesis stands where none may.
  public init(parsing text: String) throws(ValueError) {
    var splitter = Splitter()
    for scalar in text.unicodeScalars where !splitter.isCutShort { try splitter.take(scalar) }
    words = try splitter.finish()
    isCutShort = splitter.isCutShort
  }

  /// Splits `text`.
  ///
  /// - Throws: ``ValueError`` when a quote or a parenthesis isn't closed, or a parenthesis stands where none may.
  public static func split(_ text: String) throws(ValueError) -> (words: [String], isCutShort: Bool) {
    let line = try ShellWords(parsing: text)
    return (line.words, line.isCutShort)
  }
}

extension ShellWords {
  /// A line that is split into the same words, each quoted where it must be; of one that was cut short, what was left.
  public var description: String {
    words.map(Self.quoted).joined(separator: " ") + (isCutShort ? ";" : "")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { $0.isAlphanumeric || "-_./:=,@%+".utf8.contains($0) }
    if isPlain, !word.isEmpty { return word }
    let parts = word.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false).map { "'\(String($0))'" }
    return parts.joined(separator: #""'""#)
  }
}

private struct Splitter {
  private var words: [String] = []
  private var word = String.UnicodeScalarView()
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
      return append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
    }
    switch scalar {
    case "\\" where isSingleQuoted: word.append(scalar)
    case "\\": isEscaped = true
    case " ", "\t", "\r", "\n":
      if isGrouped { word.append(scalar) } else { endWord() }
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
    case let sign where (sign == "(" || sign == ")") && !isSingleQuoted && !isDoubleQuoted && !isBackQuoted:
      try takeParenthesis(sign)
    case ";", "&", "|", "<", ">":
      guard !isGrouped else { return append(scalar) }
      if scalar == ">", let first = word.first, ("0"..."9").contains(first) { hasWord = false }
      isCutShort = true
    default: append(scalar)
    }
  }

  /// One outside quotes is a substitution's or none.
  private mutating func takeParenthesis(_ scalar: Unicode.Scalar) throws(ValueError) {
    let opens = scalar == "("
    guard opens != isSubstitution, !opens || word.last == "$" else {
      throw ValueError("a command line has a parenthesis outside quotes")
    }
    isSubstitution = opens
    append(scalar)
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
    word.append(scalar)
    hasWord = true
  }

  private mutating func endWord() {
    guard hasWord else { return }
    words.append(String(word))
    word.removeAll()
    hasWord = false
  }
}
