import ComposeModel
import Testing

@Suite struct `Removing a key or item` {
  @Test func `the comment above and the one beside go with it`() throws {
    let source = "a:\n  # about x\n  # more\n  x: 1 # one\n\n  # about z\n  z: 2\n"
    expectText(try edited(source, .remove(path("a.x"))), "a:\n\n  # about z\n  z: 2\n")
    expectText(try edited(source, .remove(path("a.z"))), "a:\n  # about x\n  # more\n  x: 1 # one\n\n")
  }

  @Test func `a comment apart by a blank line or another column stays`() throws {
    expectText(
      try edited("a:\n  w: 0\n  # apart\n\n  x: 1\n  z: 2\n", .remove(path("a.x"))),
      "a:\n  w: 0\n  # apart\n\n  z: 2\n"
    )
    expectText(
      try edited("a:\n  w: 0\n# other\n  x: 1\n  z: 2\n", .remove(path("a.x"))),
      "a:\n  w: 0\n# other\n  z: 2\n"
    )
  }

  @Test func `a comment above the first key of the file stays`() throws {
    expectText(try edited("# My stack\na: 1\nb: 2\n", .remove(path("a"))), "# My stack\nb: 2\n")
  }

  @Test func `all that it holds goes`() throws {
    let source = "a:\n  x:\n    v: |\n      text\n    # - commented out\n  z: 2\n"
    expectText(try edited(source, .remove(path("a.x"))), "a:\n  z: 2\n")
  }

  @Test func `what looks like a comment in a literal block isn't one`() throws {
    expectText(try edited("a: |\n  x\n  # text\n  \nb: 1\n", .remove(path("b"))), "a: |\n  x\n  # text\n  \n")
  }

  @Test func `at the end of a file without a last line break the break before goes`() throws {
    expectText(try edited("a: 1\nb: 2", .remove(path("b"))), "a: 1")
    expectText(try edited("a: 1\r\nb: 2", .remove(path("b"))), "a: 1")
  }

  @Test func `text that comes to stand last keeps its line break`() throws {
    expectText(try edited("a: |\n  x\nb: 1", .remove(path("b"))), "a: |\n  x\n")
    expectText(try edited("a: |-\n  x\nb: 1", .remove(path("b"))), "a: |-\n  x")
  }

  @Test func `the only one leaves an empty collection`() throws {
    expectText(try edited("a: # c\n  - x # gone\nb: 1\n", .remove(path("a[0]"))), "a: [] # c\nb: 1\n")
    expectText(try edited("a: { x: 1 }\n", .remove(path("a.x"))), "a: {}\n")
    expectText(try edited("a:\n  - x: 1\n  - z\n", .remove(path("a[0].x"))), "a:\n  - {}\n  - z\n")
    expectText(try edited("a: 1\n", .remove(path("a"))), "{}\n")
    expectText(try edited("a: &m\n  x: 1\nb: *m\n", .remove(path("a.x"))), "a: &m {}\nb: *m\n")
  }

  @Test func `the first beside a dash lets the next move up`() throws {
    expectText(
      try edited("l:\n  - a: 1 # one\n    # about b\n    b: 2\n", .remove(path("l[0].a"))),
      "l:\n  - # about b\n    b: 2\n"
    )
    expectText(try edited("l:\n  - - a\n    - b\n", .remove(path("l[0][0]"))), "l:\n  - - b\n")
  }

  @Test func `items go from brackets with one comma`() throws {
    expectText(try edited("n: [a, b, c]\n", .remove(path("n[1]"))), "n: [a, c]\n")
    expectText(try edited("n: [a, b, c]\n", .remove(path("n[2]"))), "n: [a, b]\n")
    expectText(try edited("n: [a, b, c,]\n", .remove(path("n[2]"))), "n: [a, b,]\n")
    expectText(try edited("n: [ a , b ]\n", .remove(path("n[0]"))), "n: [ b ]\n")
    expectText(try edited("n: {a: 1, b: 2}\n", .remove(path("n.a"))), "n: {b: 2}\n")
  }

  @Test func `brackets over several lines lose a line`() throws {
    let source = "n: {\n  a: 1, # one\n  b: 2, # two\n  c: 3 # three\n}\n"
    expectText(try edited(source, .remove(path("n.a"))), "n: {\n  b: 2, # two\n  c: 3 # three\n}\n")
    expectText(try edited(source, .remove(path("n.b"))), "n: {\n  a: 1, # one\n  c: 3 # three\n}\n")
    expectText(try edited(source, .remove(path("n.c"))), "n: {\n  a: 1, # one\n  b: 2 # two\n}\n")
  }

  @Test func `several go at once`() throws {
    expectText(try edited("p:\n  - a\n  - b\n  - c\n", .remove(path("p[0]")), .remove(path("p[1]"))), "p:\n  - c\n")
  }

  @Test func `a merge key can be removed`() throws {
    expectText(try edited("a: &a {x: 1}\nb:\n  <<: *a\n  c: 1\n", .remove(path("b.<<"))), "a: &a {x: 1}\nb:\n  c: 1\n")
  }
}

@Suite struct `Renaming a key` {
  @Test func `only the key's own bytes change`() throws {
    let source = "s:\n  \"web\" : # c\n    x: 1\n  db: 2\n"
    expectText(try edited(source, .rename(path("s.web"), to: "front")), "s:\n  \"front\" : # c\n    x: 1\n  db: 2\n")
    expectText(try edited(source, .rename(path("s.db"), to: "on")), "s:\n  \"web\" : # c\n    x: 1\n  \"on\": 2\n")
    expectText(try edited("a: {b: 1}\n", .rename(path("a.b"), to: "c, d")), "a: {\"c, d\": 1}\n")
  }

  @Test func `a key and its value can change together`() throws {
    expectText(try edited("a: 1\n", .rename(path("a"), to: "b"), .set(path("a"), 2)), "b: 2\n")
  }

  @Test func `its own name changes nothing`() throws {
    expectText(try edited("a: 1\n", .rename(path("a"), to: "a")), "a: 1\n")
  }
}
