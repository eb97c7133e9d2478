import ComposeModel
import Testing

@Suite struct `Setting a value` {
  @Test func `only the scalar's own bytes change`() throws {
    let source = "services:\n  web:   # front\n    image:   nginx:1.25   # pinned\n    restart: always\n"
    let result = try edited(source, .set(path("services.web.image"), "nginx:1.27"))
    expectText(result, "services:\n  web:   # front\n    image:   nginx:1.27   # pinned\n    restart: always\n")
  }

  @Test func `text that could be read as something else gets quotes`() throws {
    for text in ["yes", "22:22", "1e3", "0x1F", "null", "~", "", "- x", "a: b", "a #b", "*x", "2026-11-23", "012"] {
      expectText(try edited("a: x\n", .set(path("a"), .string(text))), "a: \"\(text)\"\n")
    }
  }

  @Test func `the quotes of the file are used where some are needed`() throws {
    expectText(try edited("a: x\nb: 'y'\n", .set(path("a"), "5")), "a: '5'\nb: 'y'\n")
  }

  @Test func `numbers, Booleans and nothing lose quotes`() throws {
    expectText(try edited("a: \"x\"\n", .set(path("a"), 5)), "a: 5\n")
    expectText(try edited("a: 'x'\n", .set(path("a"), true)), "a: true\n")
    expectText(try edited("a: x\n", .set(path("a"), nil)), "a: null\n")
    expectText(try edited("a: x\n", .set(path("a"), 1.5)), "a: 1.5\n")
  }

  @Test func `control characters become escapes`() throws {
    let result = try edited("a: 'x'\n", .set(path("a"), "it's\u{1B}[31m\t\u{2028}\u{FEFF}"))
    expectText(result, "a: \"it's\\x1B[31m\\t\\u2028\\uFEFF\"\n")
  }

  @Test func `setting what is there already changes nothing`() throws {
    let source = "a: 0x10 # hex\nb: [1, 2]\n"
    expectText(try edited(source, .set(path("a"), 16), .set(path("b"), [1, 2])), source)
  }

  @Test func `a value over several lines becomes one`() throws {
    expectText(try edited("a: one\n  two\nb: 1\n", .set(path("a"), "x")), "a: x\nb: 1\n")
    expectText(try edited("a: \"one\n\n  two\" # c\nb: 1\n", .set(path("a"), "x")), "a: \"x\" # c\nb: 1\n")
  }

  @Test func `an empty value is filled in beside its comment`() throws {
    expectText(try edited("a:  # todo\nb: 1\n", .set(path("a"), "x")), "a: x  # todo\nb: 1\n")
    expectText(try edited("a: \nb: 1\n", .set(path("a"), "x")), "a: x\nb: 1\n")
    expectText(try edited("-\n- b\n", .set(path("[0]"), "x")), "- x\n- b\n")
    expectText(try edited("a: {b, c: }\n", .set(path("a.b"), 1), .set(path("a.c"), 2)), "a: {b: 1, c: 2 }\n")
    expectText(try edited("a: &x\nb: *x\n", .set(path("a"), "z")), "a: &x z\nb: *x\n")
  }

  @Test func `an anchor and a local tag stay, a core tag goes`() throws {
    expectText(try edited("a: &x 1\nb: *x\n", .set(path("a"), 2)), "a: &x 2\nb: *x\n")
    expectText(try edited("a: !override [b]\n", .set(path("a"), ["c"])), "a: !override [c]\n")
    expectText(try edited("a: !!str 5\n", .set(path("a"), 6)), "a: 6\n")
    expectText(try edited("a: !reset null\n", .set(path("a"), "x")), "a: x\n")
    expectText(try edited("a: !reset\nb: 1\n", .set(path("a"), "x")), "a: x\nb: 1\n")
  }

  @Test func `an alias itself may be set`() throws {
    expectText(try edited("a: &x 1\nb: *x # c\n", .set(path("b"), 2)), "a: &x 1\nb: 2 # c\n")
  }

  @Test func `the file's first document is meant`() throws {
    expectText(try edited("a: 1\n---\na: 1\n", .set(path("a"), 2)), "a: 2\n---\na: 1\n")
  }
}

@Suite struct `Setting text over several lines` {
  @Test func `a literal block keeps its style, indentation and comment`() throws {
    let source = "a: | # script\n     one\n     two\n\nb: 1\n"
    expectText(try edited(source, .set(path("a"), "x\n\ny\n")), "a: | # script\n     x\n\n     y\n\nb: 1\n")
    expectText(try edited(source, .set(path("a"), "x")), "a: |- # script\n     x\n\nb: 1\n")
  }

  @Test func `a folded block stays folded while it has one line`() throws {
    expectText(try edited("a: >-\n  one\n  two\n", .set(path("a"), "three")), "a: >-\n  three\n")
    expectText(try edited("a: >-\n  one\n  two\n", .set(path("a"), "x\ny")), "a: |-\n  x\n  y\n")
  }

  @Test func `a plain scalar becomes a literal block`() throws {
    expectText(
      try edited("a:\n  b: x # c\n  d: 1\n", .set(path("a.b"), "x\ny\n")),
      "a:\n  b: | # c\n    x\n    y\n  d: 1\n"
    )
    expectText(try edited("a:\n- x\n- y\n", .set(path("a[0]"), "x\ny")), "a:\n- |-\n  x\n  y\n- y\n")
  }

  @Test func `a quoted scalar stays quoted`() throws {
    expectText(try edited("a: \"x\"\n", .set(path("a"), "x\ny\n")), "a: \"x\\ny\\n\"\n")
    expectText(try edited("a: 'x'\n", .set(path("a"), "x\ny")), "a: \"x\\ny\"\n")
  }

  @Test func `text that a block can't hold is quoted`() throws {
    expectText(try edited("a: |\n  x\nb: 1\n", .set(path("a"), " x\ny")), "a: \" x\\ny\"\nb: 1\n")
    expectText(try edited("a: |\n  x\nb: 1\n", .set(path("a"), "x\n\n")), "a: \"x\\n\\n\"\nb: 1\n")
    expectText(try edited("a: | # c\n  x\nb: 1\n", .set(path("a"), 5)), "a: 5 # c\nb: 1\n")
  }

  @Test func `line endings are the file's`() throws {
    expectText(try edited("a: |\r\n  x\r\nb: 1\r\n", .set(path("a"), "x\ny\n")), "a: |\r\n  x\r\n  y\r\nb: 1\r\n")
  }
}

@Suite struct `Setting a collection` {
  @Test func `a mapping in the place of a scalar stands below its key`() throws {
    let result = try edited("s:\n    web: x # c\n    db: y\n", .set(path("s.web"), ["image": "x", "ports": ["80:80"]]))
    expectText(result, "s:\n    web: # c\n        image: x\n        ports:\n          - 80:80\n    db: y\n")
  }

  @Test func `only what differs changes`() throws {
    let source = "a:\n  # one\n  b: 1 # b\n  c: 2\n  # three\n  d: 3 # d\n"
    let result = try edited(source, .set(path("a"), ["b": 1, "d": 4, "e": 5]))
    expectText(result, "a:\n  # one\n  b: 1 # b\n  # three\n  d: 4 # d\n  e: 5\n")
  }

  @Test func `only the items that differ change`() throws {
    let source = "a:\n  - x # x\n  - y # y\n  - z # z\n"
    expectText(try edited(source, .set(path("a"), ["x", "w", "z"])), "a:\n  - x # x\n  - w # y\n  - z # z\n")
    expectText(try edited(source, .set(path("a"), ["x", "z"])), "a:\n  - x # x\n  - z # z\n")
    expectText(
      try edited(source, .set(path("a"), ["x", "y", "v", "z"])),
      "a:\n  - x # x\n  - y # y\n  - v\n  - z # z\n"
    )
  }

  @Test func `a flow list stays one`() throws {
    expectText(try edited("a: [x, \"y\"] # c\n", .set(path("a"), ["x", "z", "w"])), "a: [x, \"z\", w] # c\n")
    expectText(try edited("a: [x, y] # c\n", .set(path("a"), ["z"])), "a: [z] # c\n")
  }

  @Test func `a scalar in the place of a block leaves what is around it`() throws {
    let source = "a: # key\n  b: 1 # one\n  c: 2 # two\n  # inside\n\n# about d\nd: 3\n"
    expectText(try edited(source, .set(path("a"), "x")), "a: x # key\n\n# about d\nd: 3\n")
  }

  @Test func `an empty collection is written in brackets`() throws {
    expectText(try edited("a:\n  b: 1\nc: 2\n", .set(path("a"), [:])), "a: {}\nc: 2\n")
    expectText(try edited("a:\n- b\nc: 2\n", .set(path("a"), [])), "a: []\nc: 2\n")
  }

  @Test func `a mapping in the place of a list at its key's column is indented`() throws {
    expectText(try edited("a:\n- b\n- c\nd: 1\n", .set(path("a"), ["x": 1, "z": 2])), "a:\n  x: 1\n  z: 2\nd: 1\n")
  }

  @Test func `an item becomes a mapping beside its dash`() throws {
    expectText(
      try edited("a:\n  - x # c\n  - y\n", .set(path("a[0]"), ["b": 1, "c": 2])),
      "a:\n  - b: 1 # c\n    c: 2\n  - y\n"
    )
    expectText(
      try edited("a:\n  - b: 1\n    c: 2\n  - y\n", .set(path("a[0]"), ["d": ["e"]])),
      "a:\n  - d:\n      - e\n  - y\n"
    )
  }

  @Test func `values within brackets stay within them`() throws {
    expectText(try edited("a: {b: {c: 1}}\n", .set(path("a.b"), ["d": ["e", "f, g"]])), "a: {b: {d: [e, \"f, g\"]}}\n")
  }

  @Test func `an anchored item gets its mapping on the next line`() throws {
    let result = try edited("a:\n  - &x y\n  - *x\n", .set(path("a[0]"), ["b": 1]))
    expectText(result, "a:\n  - &x\n    b: 1\n  - *x\n")
  }
}

@Suite struct `Text around new text` {
  @Test func `a comment of the next key stays below a list at its key's column`() throws {
    expectText(try edited("a:\n- x # x\n# about b\nb: 1\n", .set(path("a"), 5)), "a: 5\n# about b\nb: 1\n")
    expectText(try edited("a:\n- x\n# about b\nb: 1\n", .remove(path("a[0]"))), "a: []\n# about b\nb: 1\n")
    expectText(try edited("a:\n- x\n# about b\nb: 1\n", .set(path("a"), ["c": 1])), "a:\n  c: 1\n# about b\nb: 1\n")
  }

  @Test func `a comment below never becomes part of a literal block`() throws {
    expectText(try edited("a: x\n  # below\nb: 1\n", .set(path("a"), "c\nd\n")), "a: \"c\\nd\\n\"\n  # below\nb: 1\n")
    expectText(
      try edited("a:\n  b: 1\n\n      # apart\nc: 1\n", .insert(path("a.d"), "x\nz", at: .last)),
      "a:\n  b: 1\n  d: \"x\\nz\"\n\n      # apart\nc: 1\n"
    )
  }

  @Test func `a file without a last line break gets no literal block at its end`() throws {
    expectText(try edited("a: x", .set(path("a"), "c\nd\n")), "a: \"c\\nd\\n\"")
    expectText(try edited("a: 1", .insert(path("b"), "c\nd\n", at: .last)), "a: 1\nb: \"c\\nd\\n\"")
    expectText(try edited("a: |\n  x", .set(path("a"), "c\nd\n")), "a: \"c\\nd\\n\"")
  }

  @Test func `blank lines never become part of text that keeps them`() throws {
    expectText(try edited("a: |+\n  x\nb: 1\n\n\n# c\nc: 1\n", .remove(path("b"))), "a: |+\n  x\n# c\nc: 1\n")
  }
}
