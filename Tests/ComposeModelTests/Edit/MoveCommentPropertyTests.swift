import ComposeModel
import Fixtures
import SourceDiagnostics
import Testing

@Suite struct `Any move and any comment in any file` {
  @Test func `a move changes the order and no text at all`() throws {
    var random = SeededGenerator(seed: 31)
    var tally = Tally()
    for seed in 0..<300 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.dropFirst().shuffled(using: &random).prefix(4) {
        let entries = try siblings(of: path, in: document)
        let other = Int.random(in: 0..<entries.names.count, using: &random)
        let place: Edit.Place =
          [.first, .last, .before(entries.steps[other]), .after(entries.steps[other])].randomElement(using: &random)
          ?? .last
        guard let edited = tally.result(of: .move(path, to: place), in: document, seed) else { continue }
        let now = try siblings(of: path.parent?.appending(entries.steps[0]) ?? path, in: edited)
        let last = try #require(path.last)
        let own = try #require(entries.steps.firstIndex(of: last))
        #expect(now.names == moved(entries.names, own, place, other), "\(seed) \(path) \(place)")
        #expect(edited.scalarTexts.sorted() == document.scalarTexts.sorted(), "\(seed) \(path) \(place)")
        #expect(edited.commentTexts.sorted() == document.commentTexts.sorted(), "\(seed) \(path) \(place)")
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `moving there and back is nothing but blank lines`() throws {
    var random = SeededGenerator(seed: 32)
    var tally = Tally()
    for seed in 0..<300 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.dropFirst().shuffled(using: &random).prefix(3) {
        // Above the first key of a file, and where the column is another, a comment isn't that of the key below.
        guard case .key = path.last, let parent = path.parent, parent != .root else { continue }
        guard !document.text.contains("# at the left") else { continue }
        let entries = try siblings(of: path, in: document)
        guard let own = path.last.flatMap({ entries.steps.firstIndex(of: $0) }), own > 0 else { continue }
        guard document.node(at: parent)?.style == .block else { continue }
        guard let there = tally.result(of: .move(path, to: .first), in: document, seed) else { continue }
        let home = Edit.move(path, to: .after(entries.steps[own - 1]))
        guard let back = tally.result(of: home, in: there, seed) else { continue }
        #expect(
          back.linesWithoutBlanks == document.linesWithoutBlanks,
          "\(seed) \(path)\n\(document.text)\n---\n\(there.text)\n---\n\(back.text)"
        )
      }
    }
    tally.expectFewRefusals(among: 100)
  }

  @Test func `a comment comes and goes and leaves every other byte`() throws {
    var random = SeededGenerator(seed: 33)
    var tally = Tally()
    for seed in 0..<300 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.dropFirst().shuffled(using: &random).prefix(4) {
        let place = Edit.CommentPlace.allCases.randomElement(using: &random) ?? .above
        guard let bare = tally.result(of: .comment(path, nil, at: place), in: document, seed) else { continue }
        guard let there = tally.result(of: .comment(path, "added", at: place), in: bare, seed) else { continue }
        #expect(there.commentTexts.sorted() == (bare.commentTexts + ["# added"]).sorted(), "\(seed) \(path) \(place)")
        #expect(there.scalarTexts == document.scalarTexts || place == .beside, "\(seed) \(path) \(place)")
        guard let back = tally.result(of: .comment(path, nil, at: place), in: there, seed) else { continue }
        #expect(
          back.linesWithoutBlanks == bare.linesWithoutBlanks,
          "\(seed) \(path) \(place)\n\(bare.text)\n---\n\(there.text)\n---\n\(back.text)"
        )
      }
    }
    tally.expectFewRefusals()
  }

  private func file(_ seed: UInt64) throws -> ComposeDocument {
    var source = RandomYAML(seed: seed)
    return try #require(ComposeDocument.parse(Array(source.file().utf8), file: "a.yaml").value)
  }

  private func siblings(
    of path: YAMLPath,
    in document: ComposeDocument
  ) throws -> (names: [String], steps: [YAMLPath.Component]) {
    let parent = try #require(path.parent.flatMap { document.node(at: $0) })
    if parent.kind == .mapping {
      let names = parent.pairs.compactMap(\.key.text)
      return (names, names.map { .key($0) })
    }
    let texts = parent.items.map { String(decoding: document.bytes[$0.bytes], as: UTF8.self) }
    return (texts, texts.indices.map { .index($0) })
  }

  private func moved(_ names: [String], _ own: Int, _ place: Edit.Place, _ other: Int) -> [String] {
    var names = names
    let gap =
      switch place {
      case .first: 0
      case .last, .inOrder: names.count
      case .before: other
      case .after: other + 1
      }
    let name = names.remove(at: own)
    names.insert(name, at: gap > own ? gap - 1 : gap)
    return names
  }
}

extension YAMLPath {
  fileprivate func appending(_ step: Component) -> Self { Self(components + [step]) }
}

extension ComposeDocument {
  /// The text of every scalar and alias, as it is written.
  fileprivate var scalarTexts: [String] {
    paths.compactMap { node(at: $0) }.filter { $0.kind == .scalar || $0.kind == .alias }
      .map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  fileprivate var commentTexts: [String] { comments.map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// The lines that hold something, without the blanks at their ends.
  fileprivate var linesWithoutBlanks: [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
    .filter { !$0.isEmpty }
  }
}

/// How many edits were made and how many refused.
private struct Tally {
  var made = 0
  var refused: [String] = []

  mutating func result(of edit: Edit, in document: ComposeDocument, _ seed: UInt64) -> ComposeDocument? {
    do throws(EditRefusal) {
      let result = try document.applying([edit])
      made += 1
      return result
    } catch {
      let isMeant =
        error.code.rawValue == "edit/alias-before-anchor" || error.code.rawValue == "edit/comment-place"
        || error.message.contains("ends without a line break") || error.message.contains("an alias would")
      if !isMeant { refused.append("\(seed) \(error)") }
      return nil
    }
  }

  /// A refusal is right now and then, but not a way out.
  func expectFewRefusals(among count: Int = 300) {
    #expect(made > count)
    #expect(refused.isEmpty, "\(made) made, \(refused.count) refused: \(refused.prefix(8).joined(separator: "\n"))")
  }
}
