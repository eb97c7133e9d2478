import ComposeModel
import Testing

@Suite struct `Inserting a key` {
  @Test func `it copies its siblings' indentation`() throws {
    let source = "services:\n    web:\n        image: x # i\n\n    # about db\n    db:\n        image: y\n"
    let result = try edited(source, .insert(path("services.web.environment"), ["TZ": "UTC"], at: .last))
    expectText(
      result,
      "services:\n    web:\n        image: x # i\n        environment:\n            TZ: UTC\n\n    # about db\n    db:\n        image: y\n"
    )
  }

  @Test func `lists are indented as others in the file`() throws {
    let flush = "s:\n  a:\n    x:\n    - 1\n  b:\n    z: 1\n"
    let result = try edited(flush, .insert(path("s.b.w"), ["v", ["k": "w", "l": [2]]], at: .last))
    expectText(result, flush + "    w:\n    - v\n    - k: w\n      l:\n      - 2\n")
  }

  @Test func `it goes first, last, before or after`() throws {
    let source = "a:\n  # about x\n  x: 1 # one\n  # about z\n  z: 2\n"
    func result(_ place: Edit.Place) throws -> String { try edited(source, .insert(path("a.w"), 3, at: place)) }
    expectText(try result(.first), "a:\n  w: 3\n  # about x\n  x: 1 # one\n  # about z\n  z: 2\n")
    expectText(try result(.last), source + "  w: 3\n")
    expectText(try result(.before("z")), "a:\n  # about x\n  x: 1 # one\n  w: 3\n  # about z\n  z: 2\n")
    expectText(try result(.after("x")), "a:\n  # about x\n  x: 1 # one\n  w: 3\n  # about z\n  z: 2\n")
  }

  @Test func `a comment above the first key of the file stays above all`() throws {
    expectText(try edited("# My stack\na: 1\n", .insert(path("b"), 2, at: .first)), "# My stack\nb: 2\na: 1\n")
  }

  @Test func `it goes first beside a dash`() throws {
    expectText(
      try edited("l:\n  - b: 1\n    c: 2\n", .insert(path("l[0].a"), 0, at: .first)),
      "l:\n  - a: 0\n    b: 1\n    c: 2\n"
    )
  }

  @Test func `commented out lines of what stands before it stay with that`() throws {
    let source = "web:\n  ports:\n    - 80:80\n    # - 81:81\n  # restart: always\ndb: 1\n"
    let result = try edited(source, .insert(path("web.image"), "x", at: .last))
    expectText(result, "web:\n  ports:\n    - 80:80\n    # - 81:81\n  image: x\n  # restart: always\ndb: 1\n")
  }

  @Test func `blank lines between siblings are copied`() throws {
    let source = "services:\n  a:\n    image: x\n\n  b:\n    image: z\n\nvolumes: {}\n"
    let result = try edited(source, .insert(path("services.c"), ["image": "w"], at: .last))
    expectText(result, "services:\n  a:\n    image: x\n\n  b:\n    image: z\n\n  c:\n    image: w\n\nvolumes: {}\n")
  }

  @Test func `quotes are copied where siblings have them without need`() throws {
    expectText(
      try edited("e:\n  A: \"x\"\n  B: \"z\"\n", .insert(path("e.C"), "w", at: .last)),
      "e:\n  A: \"x\"\n  B: \"z\"\n  C: \"w\"\n"
    )
    expectText(try edited("version: \"3\"\n", .insert(path("name"), "w", at: .last)), "version: \"3\"\nname: w\n")
    expectText(try edited("'a': 1\n'b': 2\n", .insert(path("c"), "w", at: .last)), "'a': 1\n'b': 2\n'c': w\n")
  }

  @Test func `a key that could be read as something else gets quotes`() throws {
    expectText(try edited("a: 1\n", .insert(path("on"), 1, at: .last)), "a: 1\n\"on\": 1\n")
    expectText(try edited("a: {b: 1}\n", .insert(path("a.\"80\""), 1, at: .last)), "a: {b: 1, \"80\": 1}\n")
    expectText(try edited("a: 1\n", .insert(path("<<"), [:], at: .last)), "a: 1\n\"<<\": {}\n")
  }

  @Test func `an empty mapping is filled`() throws {
    expectText(try edited("a: {} # c\n", .insert(path("a.b"), ["c": 1], at: .last)), "a: # c\n  b:\n    c: 1\n")
    expectText(try edited("a: ~\n", .insert(path("a.b"), 1, at: .last)), "a:\n  b: 1\n")
    expectText(try edited("a: &x\nb: *x\n", .insert(path("a.b"), 1, at: .last)), "a: &x\n  b: 1\nb: *x\n")
    expectText(try edited("l:\n  -\n", .insert(path("l[0].b"), 1, at: .last)), "l:\n  - b: 1\n")
  }

  @Test func `a file without anything gets a root`() throws {
    expectText(try edited("", .insert(path("a"), ["b": 1], at: .last)), "a:\n  b: 1\n")
    expectText(try edited("# head", .insert(path("a"), 1, at: .last)), "# head\na: 1\n")
    expectText(try edited("---\n", .insert(path("a"), 1, at: .last)), "---\na: 1\n")
    expectText(try edited("{}\n", .insert(path("a"), 1, at: .last)), "{a: 1}\n")
  }

  @Test func `brackets over several lines get one more`() throws {
    expectText(
      try edited("a: {\n  b: 1, # one\n  c: 2 # two\n}\n", .insert(path("a.d"), 3, at: .last)),
      "a: {\n  b: 1, # one\n  c: 2, # two\n  d: 3\n}\n"
    )
    expectText(
      try edited("a: {\n  b: 1,\n  c: 2,\n}\n", .insert(path("a.d"), 3, at: .last)),
      "a: {\n  b: 1,\n  c: 2,\n  d: 3,\n}\n"
    )
    expectText(
      try edited("a: {\n  b: 1,\n  c: 2 }\n", .insert(path("a.d"), 3, at: .first)),
      "a: {\n  d: 3,\n  b: 1,\n  c: 2 }\n"
    )
  }

  @Test func `a health check is written as people do`() throws {
    let check: YAMLValue = [
      "test": ["CMD-SHELL", "curl -fsS http://localhost:80/ || exit 1"], "interval": "30s", "retries": 3,
      "disable": false,
    ]
    let result = try edited(
      "services:\n  web:\n    image: x\n",
      .insert(path("services.web.healthcheck"), check, at: .last)
    )
    expectText(
      result,
      """
      services:
        web:
          image: x
          healthcheck:
            test:
              - CMD-SHELL
              - curl -fsS http://localhost:80/ || exit 1
            interval: 30s
            retries: 3
            disable: false

      """
    )
  }
}

@Suite struct `Adding an item` {
  @Test func `it copies the last item's dash, gap and quotes`() throws {
    expectText(
      try edited("p:\n-   \"80:80\"\n-   \"81:81\"\n", .append(path("p"), "82:82")),
      "p:\n-   \"80:80\"\n-   \"81:81\"\n-   \"82:82\"\n"
    )
  }

  @Test func `a mapping stands beside its dash`() throws {
    expectText(
      try edited("p:\n  - a: 1\n    b: 2\n", .append(path("p"), ["a": 3, "b": [4]])),
      "p:\n  - a: 1\n    b: 2\n  - a: 3\n    b:\n      - 4\n"
    )
  }

  @Test func `it goes before the item whose index is named`() throws {
    let source = "p:\n  - a # a\n  # about b\n  - b\n"
    expectText(try edited(source, .insert(path("p[0]"), "x", at: .last)), "p:\n  - x\n  - a # a\n  # about b\n  - b\n")
    expectText(try edited(source, .insert(path("p[1]"), "x", at: .last)), "p:\n  - a # a\n  - x\n  # about b\n  - b\n")
    expectText(try edited(source, .insert(path("p[2]"), "x", at: .last)), source + "  - x\n")
    expectText(try edited("p: [a, b]\n", .insert(path("p[1]"), "x", at: .last)), "p: [a, x, b]\n")
  }

  @Test func `a list of lists may grow at both levels`() throws {
    let source = "p:\n  - - a\n    - b\n"
    expectText(try edited(source, .append(path("p[0]"), "c")), "p:\n  - - a\n    - b\n    - c\n")
    expectText(try edited(source, .append(path("p"), ["c", "d"])), source + "  - - c\n    - d\n")
  }

  @Test func `a literal block and blank lines after the last item stay`() throws {
    expectText(
      try edited("p:\n  - |\n    a\n\n    b\n\n\nq: 1\n", .append(path("p"), "c")),
      "p:\n  - |\n    a\n\n    b\n  - c\n\n\nq: 1\n"
    )
    expectText(try edited("p:\n  - |+\n    a\n\nq: 1\n", .append(path("p"), "c")), "p:\n  - |+\n    a\n\n  - c\nq: 1\n")
  }

  @Test func `an empty list is filled`() throws {
    expectText(try edited("p:\n", .append(path("p"), ["a": 1, "b": 2])), "p:\n  - a: 1\n    b: 2\n")
    expectText(try edited("p: [ ]\nq: 1\n", .append(path("p"), ["a": [1]])), "p:\n  - a:\n      - 1\nq: 1\n")
    expectText(try edited("p:\nq:\n- 1\n", .append(path("p"), "a")), "p:\n- a\nq:\n- 1\n")
  }

  @Test func `several go in the order in which they are asked for`() throws {
    expectText(try edited("p:\n  - a\n", .append(path("p"), "b"), .append(path("p"), "c")), "p:\n  - a\n  - b\n  - c\n")
    expectText(try edited("p: [a]\n", .append(path("p"), "b"), .append(path("p"), "c")), "p: [a, b, c]\n")
  }
}
