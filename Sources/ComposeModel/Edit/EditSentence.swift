internal import SourceDiagnostics

/// The edits that words on a command line ask for: `set a.b 1 --and insert a.c 2 --after b`.
package struct EditSentence: Sendable, Hashable {
  /// The edits, in the order of the words.
  package let edits: [Edit]

  /// Reads edits that `--and` joins; after `--` no word is an option.
  ///
  /// - Throws: ``EditSentenceError`` where a word is missing, too much, or can't be read.
  package init(_ words: [String]) throws(EditSentenceError) {
    let end = words.firstIndex(of: "--") ?? words.count
    let clauses = words[..<end].split(separator: "--and", omittingEmptySubsequences: false)
    var edits: [Edit] = []
    for (number, clause) in clauses.enumerated() {
      let literal = number == clauses.count - 1 ? words[end...].dropFirst() : []
      do throws(EditSentenceError) {
        edits.append(try Clause(clause, literal: literal).edit())
      } catch {
        throw clauses.count == 1 ? error : EditSentenceError("edit \(number + 1): \(error.description)")
      }
    }
    self.edits = edits
  }
}

/// Why words on a command line are no edit.
package struct EditSentenceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with them; values aren't repeated, as they may be secrets.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// The words of one edit.
private struct Clause {
  private var operation = ""
  private var words: [String] = []
  private var places: [(option: String, place: Edit.Place)] = []
  private var commentPlaces: [Edit.CommentPlace] = []
  private var isNone = false

  private static let shapes = [
    "set": "set PATH VALUE", "insert": "insert PATH VALUE", "append": "append PATH VALUE",
    "rename": "rename PATH NAME", "move": "move PATH --after KEY", "remove": "remove PATH",
    "comment": "comment PATH TEXT",
  ]
  private static let names = "set, insert, append, rename, move, remove or comment"

  init(_ words: ArraySlice<String>, literal: ArraySlice<String>) throws(EditSentenceError) {
    var rest = words
    var literal = literal
    guard let operation = rest.popFirst() ?? literal.popFirst() else {
      throw EditSentenceError("say what to do: \(Self.names)")
    }
    guard Self.shapes[operation] != nil else {
      guard !operation.hasPrefix("--") else { throw Self.unknownOption(operation) }
      let nearest = Self.shapes.keys.sorted().nearest(to: operation)
      let advice = nearest.map { "did you mean `\($0)`?" } ?? "use \(Self.names)"
      throw EditSentenceError("there is no operation `\(operation)`: \(advice)")
    }
    self.operation = operation
    while let word = rest.popFirst() { try take(word, &rest) }
    self.words += literal
  }

  private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) throws(EditSentenceError) {
    switch word {
    case "--first": places.append((word, .first))
    case "--last": places.append((word, .last))
    case "--in-order": places.append((word, .inOrder))
    case "--before", "--after":
      guard let name = rest.popFirst() else { throw EditSentenceError("\(word) needs a key or an index") }
      let entry = try neighbour(name)
      places.append((word, word == "--before" ? .before(entry) : .after(entry)))
    case "--above": commentPlaces.append(.above)
    case "--beside": commentPlaces.append(.beside)
    case "--none": isNone = true
    default: words.append(word)
    }
  }

  /// An index in brackets, or a key as it is.
  private func neighbour(_ name: String) throws(EditSentenceError) -> YAMLPath.Component {
    guard name.hasPrefix("["), let path = try? YAMLPath(parsing: name), path.components.count == 1 else {
      return .key(name)
    }
    return path.components[0]
  }

  func edit() throws(EditSentenceError) -> Edit {
    try checkOptions()
    guard let text = words.first else { throw needs("a path") }
    let path: YAMLPath
    do { path = try YAMLPath(parsing: text) } catch { throw EditSentenceError(error.description) }
    switch operation {
    case "set": return .set(path, try value())
    case "insert": return .insert(path, try value(), at: places.first?.place ?? .last)
    case "append": return .append(path, try value())
    case "rename": return .rename(path, to: try word("the new name"))
    case "move":
      try end(after: 1)
      guard let place = places.first?.place else {
        throw EditSentenceError("move needs a place: --first, --last, --before KEY, --after KEY or --in-order")
      }
      return .move(path, to: place)
    case "comment":
      let text = isNone ? nil : try word("a text, or --none to remove the comment")
      if isNone { try end(after: 1) }
      return .comment(path, text, at: commentPlaces.first ?? .beside)
    default:
      try end(after: 1)
      return .remove(path)
    }
  }

  private func checkOptions() throws(EditSentenceError) {
    if let place = places.first, operation != "insert", operation != "move" {
      throw EditSentenceError("\(place.option) is for insert and move")
    }
    guard places.count < 2 else {
      throw EditSentenceError("give one place, not both \(places[0].option) and \(places[1].option)")
    }
    guard operation == "comment" || commentPlaces.isEmpty && !isNone else {
      throw EditSentenceError("--above, --beside and --none are for comment")
    }
    guard commentPlaces.count < 2 else { throw EditSentenceError("give --above or --beside, not both") }
  }

  private func value() throws(EditSentenceError) -> YAMLValue {
    let text = try word("a value")
    do { return try YAMLValue(parsing: text) } catch { throw EditSentenceError(error.description) }
  }

  private func word(_ what: String) throws(EditSentenceError) -> String {
    guard words.count > 1 else { throw needs(what) }
    try end(after: 2)
    return words[1]
  }

  private func end(after count: Int) throws(EditSentenceError) {
    guard words.count > count else { return }
    if let option = words.dropFirst(count).first(where: { $0.hasPrefix("--") }) { throw Self.unknownOption(option) }
    let shape = Self.shapes[operation] ?? operation
    let extra = words.count - count
    throw EditSentenceError("\(operation) has \(counted(extra, "word")) too many: write \(shape)")
  }

  private static func unknownOption(_ word: String) -> EditSentenceError {
    EditSentenceError(
      "there is no option `\(word.prefix { $0 != "=" })`; write `--` before a value that looks like one"
    )
  }

  private func needs(_ what: String) -> EditSentenceError {
    EditSentenceError("\(operation) needs \(what): \(Self.shapes[operation] ?? operation)")
  }
}
