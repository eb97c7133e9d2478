import Fixtures
import FoundationEssentials
import Testing

@testable import ComposeModel

/// The scanner beside libyaml: it may leave a file to it, but never disagree.
@Suite struct `The scanner and its referee` {
  @Test func `shapes that people write are the scanner's own`() {
    let texts = [
      "a: 1\n", "a:\n  b: c # d\n", "- a\n- b\n", "a:\n- b\n- c: d\n  e: f\n", "a: [b, {c: d, e: }, \"f\"]\n",
      "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n", "a: !override\n  - b\nc: !reset null\n", "a: |\n  b\n\n  c\nd: >-\n  e\n",
      "a: \"b\n  c\"\n", "a: b\n  c\n", "---\na: 1\n---\nb: 2\n", "\u{FEFF}a: 1\n", "a: 1\r\nb:\r\n  - c\r\n", "", "# a\n",
      "a:\n  - - b\n    - c\n", "'a': 1\n\"b\" : 2\n", "a: [\n  b, # c\n  d\n]\n", "{a: 1}\n", "a:\n\n  # b\n\n  c: d",
    ]
    for text in texts { #expect(scan(Array(text.utf8)) != nil, "\(text.debugDescription)") }
  }

  @Test func `shapes that are rare are left to libyaml`() {
    let texts = [
      "? a\n: b\n", "%YAML 1.2\n---\na: 1\n", "a\n", "a: 1\n...\n", "a: |2\n   b\n", "a: !<tag:x> b\n", "&a b: c\n",
      "a:\tb\n  c: d\n", "a: [b: c]\n", "[a]: b\n", "a: b\rc: d\n", "a: \u{85}b\n", "a: b\u{2028}  c\n", "---\n---\na: 1\n",
    ]
    for text in texts { #expect(scan(Array(text.utf8)) == nil, "\(text.debugDescription)") }
  }

  @Test func `files written at random are read alike`() {
    for seed in 0..<2_000 as Range<UInt64> {
      var source = RandomYAML(seed: seed)
      let bytes = Array(source.file().utf8)
      #expect(scan(bytes) != nil, "\(seed)")
      expectAgreement(on: bytes)
    }
  }

  @Test func `changed at random, they are read alike or not by the scanner`() {
    var random = SeededGenerator(seed: 17)
    for seed in 0..<6_000 as Range<UInt64> {
      var source = RandomYAML(seed: seed)
      expectAgreement(on: mutated(Array(source.file().utf8), &random))
    }
  }

  @Test(.enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.absence)"))
  func `files of real people are read alike, nearly all of them by the scanner`() {
    let files = SharedCorpus.files(in: "corpus/compose").compactMap { FileManager.default.contents(atPath: $0) }
    var known = 0
    for file in files {
      let bytes = Array(file)
      if scan(bytes) != nil { known += 1 }
      expectAgreement(on: bytes)
    }
    #expect(files.count > 4_000 && known * 100 > files.count * 99)
  }

  /// What the scanner makes of `bytes` by itself.
  private func scan(_ bytes: [UInt8]) -> (tape: Tape, comments: CommentTable, suspects: [Int])? {
    guard case .understood(let tape, let comments, let suspects) = ComposeDocument.scan(bytes, .standard) else {
      return nil
    }
    return (tape, comments, suspects)
  }

  /// Expects libyaml to see what the scanner sees in `bytes`, if it sees anything.
  private func expectAgreement(on bytes: [UInt8], location: SourceLocation = #_sourceLocation) {
    guard let scan = scan(bytes) else { return }
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    let base = bytes.textStart
    var builder = TapeBuilder(bytes, base: base, file: "a.yaml", limits: .standard)
    let problem = readLibYAMLEvents(of: bytes[base...], { builder.take($0, $1) })
    #expect(problem == nil && builder.diagnostics.isEmpty, "\(text)", sourceLocation: location)
    // No scalar that libyaml reads otherwise is among the readings, so that the tapes are equal only if the texts are.
    #expect(scan.tape == builder.tape, "\(text)", sourceLocation: location)
    #expect(scan.comments == CommentTable(of: bytes, builder.tape), "\(text)", sourceLocation: location)
    let storage = DocumentStorage(
      file: "a.yaml",
      bytes: bytes,
      tape: builder.tape,
      comments: scan.comments,
      limits: .standard
    )
    let mappings = builder.tape.entries.indices.filter { builder.tape.entries[$0].kind == .mapping }
    let keys = [scan.suspects, mappings].map { storage.keyProblems(in: $0) }
    #expect(keys[0] == keys[1], "\(text)", sourceLocation: location)
  }
}
