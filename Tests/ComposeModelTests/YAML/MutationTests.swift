import ComposeModel
import Fixtures
import FoundationEssentials
import SourceDiagnostics
import Testing

@Suite struct `Files with arbitrary bytes` {
  @Test func `files written at random are read`() {
    for seed in 0..<300 as Range<UInt64> {
      var source = RandomYAML(seed: seed)
      let text = source.file()
      let loaded = ComposeDocument.parse(Array(text.utf8), file: "a.yaml")
      #expect(loaded.value != nil, "\(seed): \(loaded.diagnostics.first?.message ?? "")\n\(text)")
      if let document = loaded.value { check(document) }
    }
  }

  @Test func `changed at random, they are read or refused, at places within them`() {
    var random = SeededGenerator(seed: 7)
    for seed in 0..<2_000 as Range<UInt64> {
      var source = RandomYAML(seed: seed)
      examine(mutated(Array(source.file().utf8), &random))
    }
  }

  @Test func `bytes without any sense are read or refused`() {
    var random = SeededGenerator(seed: 9)
    let marks = Array(" \n\r\t:-#'\"{}[],|>&*!?%@\\ax1\u{85}\u{2028}\u{FEFF}é".utf8) + [0, 0xFF]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...30, using: &random)
      examine((0..<count).compactMap { _ in marks.randomElement(using: &random) })
    }
  }

  @Test(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
  func `files of real people, changed at random, are read or refused`() throws {
    var random = SeededGenerator(seed: 13)
    let files = SharedCorpus.files(in: "corpus/compose")
    try #require(!files.isEmpty)
    for file in files.shuffled(using: &random).prefix(150) {
      guard let data = FileManager.default.contents(atPath: file), data.count < 20_000 else { continue }
      examine(Array(data))
      for _ in 0..<3 { examine(mutated(Array(data), &random)) }
    }
  }

  private func examine(_ bytes: [UInt8]) {
    let loaded = ComposeDocument.parse(bytes, file: "a.yaml")
    for label in loaded.diagnostics.flatMap(\.labels) { #expect(label.bytes.upperBound <= bytes.count) }
    if let document = loaded.value { check(document) } else { #expect(loaded.diagnostics.containsError) }
  }

  /// Walks all nodes: each is within what holds it, after what is before it, and has a text.
  private func check(_ document: ComposeDocument) {
    var end = 0
    for comment in document.comments {
      #expect(comment.lowerBound >= end && document.bytes[comment.lowerBound] == UInt8(ascii: "#"))
      end = comment.upperBound
    }
    for root in document.roots {
      check(root, within: 0..<document.bytes.count)
      _ = YAMLValue(root)
    }
  }

  private func check(_ node: YAMLNode, within holder: Range<Int>) {
    let own = node.bytes
    #expect(holder.lowerBound <= own.lowerBound && own.upperBound <= holder.upperBound)
    let children = node.kind == .alias ? [] : node.items + node.pairs.flatMap { [$0.key, $0.value] }
    var previous = own.lowerBound
    for child in children {
      #expect(child.bytes.lowerBound >= previous)
      check(child, within: own)
      previous = child.bytes.upperBound
    }
    if node.kind == .scalar { #expect(node.text != nil) }
  }
}

/// `bytes` with one to three changes: an insertion, a deletion, or a line twice, gone or moved.
func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
  let tokens = [
    " ", "  ", "\n", ":", ": ", "- ", "#", " #", "'", "\"", "{", "}", "[", "]", ",", "|", ">", "&a ", "*a", "!!str ",
    "\t", "---\n", "...\n", "? ", "\\", "\r", "%", "@", "x", "é", "\u{85}", "\u{FEFF}", "<<: ", "|2", "!<a>", "\u{0}",
  ]
  var result = bytes
  for _ in 0..<Int.random(in: 1...3, using: &random) {
    let place = Int.random(in: 0...result.count, using: &random)
    switch Int.random(in: 0...9, using: &random) {
    case 0...5:
      result.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
    case 6, 7:
      result.removeSubrange(place..<min(result.count, place + Int.random(in: 1...3, using: &random)))
    default:
      var lines = result.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let line = lines.remove(at: Int.random(in: lines.indices, using: &random))
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
      }
      result = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
  }
  return result
}
