import ComposeModel
import Fixtures
import FoundationEssentials
import SourceDiagnostics
import Testing

@Suite struct `Any edit of any file` {
  @Test func `setting a value changes nothing outside of it`() throws {
    var random = SeededGenerator(seed: 21)
    var tally = Tally()
    for seed in 0..<200 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.dropFirst().shuffled(using: &random).prefix(4) {
        let value = YAMLValue.random(depth: Bool.random(using: &random) ? 0 : 2, using: &random)
        guard let edited = tally.result(of: .set(path, value), in: document, seed) else { continue }
        let node = try #require(edited.node(at: path))
        #expect(YAMLValue(node).isSame(as: value))
        expectSameText(outside: document, edited, path, seed)
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `setting a scalar and setting it back is nothing at all`() throws {
    var random = SeededGenerator(seed: 22)
    var tally = Tally()
    for seed in 0..<200 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.shuffled(using: &random).prefix(6) {
        guard let node = document.node(at: path), node.kind == .scalar, !node.style.isBlockScalar else { continue }
        guard case .string(let text)? = node.scalar, !text.isEmpty else { continue }
        guard let there = tally.result(of: .set(path, "other-1"), in: document, seed) else { continue }
        guard let back = tally.result(of: .set(path, .string(text)), in: there, seed) else { continue }
        let isAsBefore =
          back.bytes == document.bytes || !node.style.isQuoted && back.node(at: path)?.style != .plain
          || node.style == .doubleQuoted
        #expect(isAsBefore, "\(seed) \(path)\n\(document.text)")
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `inserting a key and removing it is nothing at all`() throws {
    var random = SeededGenerator(seed: 23)
    var tally = Tally()
    for seed in 0..<200 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.shuffled(using: &random).prefix(6) {
        guard let node = document.node(at: path), node.kind == .mapping, node.style == .block else { continue }
        let key = node.pairs.randomElement(using: &random)?.key.text ?? ""
        let place: Edit.Place =
          [.first, .last, .before(.key(key)), .after(.key(key)), .inOrder].randomElement(using: &random) ?? .last
        let new = path.appending(key: "new key")
        let value = YAMLValue.random(depth: 2, using: &random)
        guard let there = tally.result(of: .insert(new, value, at: place), in: document, seed) else { continue }
        #expect(there.node(at: new).map { YAMLValue($0).isSame(as: value) } == true)
        guard let back = tally.result(of: .remove(new), in: there, seed) else { continue }
        #expect(
          back.text.withoutBlankLines == document.text.withoutBlankLines,
          "\(seed) \(new) \(place)\n\(document.text)\n---\n\(there.text)"
        )
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `appending an item and removing it is nothing at all`() throws {
    var random = SeededGenerator(seed: 24)
    var tally = Tally()
    for seed in 0..<200 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths {
        guard let node = document.node(at: path), node.kind == .sequence, !node.items.isEmpty else { continue }
        let value = YAMLValue.random(depth: 2, using: &random)
        guard let there = tally.result(of: .append(path, value), in: document, seed) else { continue }
        let item = path.appending(index: node.items.count)
        guard let back = tally.result(of: .remove(item), in: there, seed) else { continue }
        #expect(back.text == document.text, "\(seed) \(path)")
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `removing something leaves all comments that aren't its own`() throws {
    var random = SeededGenerator(seed: 25)
    var tally = Tally()
    for seed in 0..<200 as Range<UInt64> {
      let document = try file(seed)
      for path in document.paths.dropFirst().shuffled(using: &random).prefix(4) {
        guard let edited = tally.result(of: .remove(path), in: document, seed) else { continue }
        #expect(edited.comments.count <= document.comments.count)
        #expect(edited.paths.count < document.paths.count)
      }
    }
    tally.expectFewRefusals()
  }

  @Test func `files changed at random are edited or refused`() throws {
    var random = SeededGenerator(seed: 26)
    for seed in 0..<1_000 as Range<UInt64> {
      var source = RandomYAML(seed: seed)
      let loaded = ComposeDocument.parse(mutated(Array(source.file().utf8), &random), file: "a.yaml")
      guard let document = loaded.value else { continue }
      for path in document.paths.shuffled(using: &random).prefix(3) {
        let value = YAMLValue.random(depth: 1, using: &random)
        let edit: Edit =
          [
            .set(path, value), .insert(path.appending(key: "k"), value, at: .last), .append(path, value), .remove(path),
            .rename(path, to: "k"), .insert(path.appending(index: 0), value, at: .first), .move(path, to: .first),
            .move(path, to: .last), .comment(path, "c", at: .above), .comment(path, nil, at: .beside),
          ].randomElement(using: &random) ?? .remove(path)
        _ = try? document.applying([edit])
      }
    }
  }

  private func file(_ seed: UInt64) throws -> ComposeDocument {
    var source = RandomYAML(seed: seed)
    return try #require(ComposeDocument.parse(Array(source.file().utf8), file: "a.yaml").value)
  }

  /// Expects every scalar outside of `path` to have the text it had, byte by byte.
  private func expectSameText(outside old: ComposeDocument, _ new: ComposeDocument, _ path: YAMLPath, _ seed: UInt64) {
    func texts(_ document: ComposeDocument) -> [String] {
      document.paths.filter { !$0.isWithin(path) && !path.isWithin($0) }
        .map { "\($0) \(String(decoding: document.bytes[document.node(at: $0)?.bytes ?? 0..<0], as: UTF8.self))" }
    }
    #expect(texts(old) == texts(new), "\(seed) \(path)")
    let lost = old.comments(apartFrom: path).filter { !new.comments(apartFrom: path).contains($0) }
    #expect(lost.isEmpty, "\(seed) \(path)\n\(old.text)\n---\n\(new.text)")
  }
}

extension ComposeDocument {
  /// The comments before the key at `path` and after the next key that isn't part of its value.
  fileprivate func comments(apartFrom path: YAMLPath) -> [String] {
    guard let node = node(at: path), let parent = path.parent.flatMap({ self.node(at: $0) }) else { return [] }
    let start = parent.pairs.first { $0.value.bytes == node.bytes }?.key.bytes.lowerBound ?? node.bytes.lowerBound
    let later = parent.pairs.map(\.key) + parent.items
    let next = later.map(\.bytes.lowerBound).filter { $0 > node.bytes.upperBound }.min() ?? bytes.count
    let apart = comments.filter { $0.upperBound < start || $0.lowerBound > next }
    return apart.map { String(decoding: bytes[$0], as: UTF8.self) }
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
      let isAnchorNeeded = error.message.contains("anchor") || error.message.contains("an alias would")
      let isBreakMissing = error.message.contains("ends without a line break")
      if !isAnchorNeeded && !isBreakMissing { refused.append("\(seed) \(error) \(String(describing: edit.value))") }
      return nil
    }
  }

  /// A refusal is right now and then, but not a way out.
  func expectFewRefusals() {
    #expect(made > 300)
    #expect(refused.isEmpty, "\(made) made, \(refused.count) refused: \(refused.prefix(8).joined(separator: "\n"))")
  }
}

extension String {
  fileprivate var withoutBlankLines: String {
    split(whereSeparator: \.isNewline).joined(separator: "\n")
  }
}
