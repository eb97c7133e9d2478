import ComposeModel
import Testing

/// Our own cases of `facts/yaml.md`: what an edit makes of a file, byte for byte.
@Suite struct `Examples of edits` {
  @Test(arguments: EditExample.moves + EditExample.comments + EditExample.insertions + EditExample.quiet)
  func `an edit yields the ideal bytes`(_ example: EditExample) throws {
    let document = try document(example.source)
    let edits = try EditSentence(example.words).edits
    let edited = try document.applying(edits, document: example.document)
    expectText(edited.text, example.expected)
  }

  @Test func `an edit that was made is nothing the second time`() throws {
    for example in EditExample.moves + EditExample.comments {
      let edits = try EditSentence(example.words).edits
      guard edits.count == 1, edits[0].path.last.map({ if case .key = $0 { true } else { false } }) == true else {
        continue
      }
      let once = try document(example.source).applying(edits, document: example.document)
      #expect(try once.applying(edits, document: example.document) == once, "\(example.name)")
    }
  }

  @Test func `there are at least 60`() {
    let all = EditExample.moves + EditExample.comments + EditExample.insertions + EditExample.quiet
    #expect(all.count >= 60)
    #expect(Set(all.map(\.name)).count == all.count)
  }
}
