/// The words of a command line, as a `command:` in one string is split.
///
/// Quotes group, a backslash keeps the next character; nothing is expanded. As in the reference, an operator of the
/// shell (`|`, `&`, `;`, `<`, `>`) outside quotes ends the words: what follows is never run.
public enum ShellWords {
  /// Splits `text`.
  ///
  /// - Throws: ``ValueError`` when a quote isn't closed or a parenthesis stands outside quotes.
  public static func split(_ text: String) throws(ValueError) -> (words: [String], isCutShort: Bool) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else if "|&;<>".contains(character) {
        if let done = word { words.append(done) }
        return (words, true)
      } else if "()".contains(character) {
        throw ValueError("a command line has a parenthesis outside quotes")
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else {
      throw ValueError("a command line has a quote or a backslash without its end")
    }
    if let done = word { words.append(done) }
    return (words, false)
  }
}
