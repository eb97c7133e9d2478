import ComposeModel
import Testing

@Suite struct `Comments of a file` {
  private func comments(_ text: String) throws -> [String] {
    let document = try document(text)
    return document.comments.map { String(decoding: document.bytes[$0], as: UTF8.self) }
  }

  @Test func `comments stand in the gaps between nodes`() throws {
    let found = try comments("# head\na: 1 # one\nb: # two\n  # three\n  - x\n# end")
    #expect(found == ["# head", "# one", "# two", "# three", "# end"])
  }

  @Test func `a hash within a scalar is no comment`() throws {
    let found = try comments("a: x#y\nb: \"# no\"\nc: '# no'\nd: |\n  # no\ne: [\"#\", f#g]\n")
    #expect(found.isEmpty)
  }

  @Test func `comments stand between the lines of brackets`() throws {
    #expect(try comments("a: [ # one\n  b, # two\n  c\n] # three\n") == ["# one", "# two", "# three"])
  }

  @Test func `a comment may stand beside the head of a literal block`() throws {
    #expect(try comments("a: | # head\n  # text\nb: | # empty\nc: 1\n") == ["# head", "# empty"])
  }

  @Test func `comments stand after anchors and tags`() throws {
    #expect(try comments("a: &x # one\n  !!str # two\n  b\n") == ["# one", "# two"])
  }

  @Test func `a comment ends before CR LF`() throws {
    #expect(try comments("a: 1 # one\r\n# two\r\nb: 2\r\n") == ["# one", "# two"])
  }
}
