internal import SourceDiagnostics

/// The lines of a comment as they are written, each from its `#` on.
struct CommentText {
  /// The lines; none where the comment is to go.
  let lines: [String]

  /// Reads what an edit asks for: text with or without `# `, over several lines where it stands above.
  ///
  /// - Throws: ``EditRefusal`` where the text would end the comment or can't be seen.
  init(_ text: String?, _ place: Edit.CommentPlace, _ edit: Edit) throws(EditRefusal) {
    guard let text else {
      lines = []
      return
    }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    guard place == .above || lines.count == 1 else {
      throw EditRefusal(.commentText, edit, "a comment beside has one line", help: "put it above")
    }
    for index in lines.indices {
      if index < lines.count - 1 || lines.count > 1, lines[index].unicodeScalars.last == "\r" {
        lines[index].unicodeScalars.removeLast()
      }
      guard lines[index].unicodeScalars.allSatisfy({ $0 == "\t" || $0.isPrintable }) else {
        throw EditRefusal(.commentText, edit, "the comment holds a control character", help: "leave it away")
      }
    }
    self.lines = lines.map(Self.commented)
  }

  private static func commented(_ line: String) -> String {
    var text = line.unicodeScalars.first == "#" ? line : "# " + line
    while let last = text.unicodeScalars.last, last == " " || last == "\t" { text.unicodeScalars.removeLast() }
    return text
  }
}
