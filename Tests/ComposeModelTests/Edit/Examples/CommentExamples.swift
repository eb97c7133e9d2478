extension EditExample {
  /// A comment comes, changes or goes, and nothing else does.
  static let comments: [EditExample] = [
    EditExample(
      "a comment above a key",
      "services:\n  web:\n    image: x",
      "comment services.web 'the front door' --above",
      "services:\n  # the front door\n  web:\n    image: x"
    ),
    EditExample(
      "a comment of several lines above",
      "a: 1\nb: 2",
      "comment b 'one\n# two\n\n#three' --above",
      "a: 1\n# one\n# two\n#\n#three\nb: 2"
    ),
    EditExample(
      "a comment above in the place of the old one",
      "a: 1\n\n# apart\n\n# old\n# older\nb: 2",
      "comment b new --above",
      "a: 1\n\n# apart\n\n# new\nb: 2"
    ),
    EditExample("a comment above goes", "a: 1\n# old\n# older\nb: 2", "comment b --none --above", "a: 1\nb: 2"),
    EditExample("a comment above that isn't there", "a: 1 # x\nb: 2", "comment b --none --above", "a: 1 # x\nb: 2"),
    EditExample(
      "a comment above the first key stays apart from that of the file",
      "# My stack\na: 1",
      "comment a 'the first' --above",
      "# My stack\n\n# the first\na: 1"
    ),
    EditExample(
      "the same comment again is nothing",
      "# My stack\n\n# the first\na: 1",
      "comment a 'the first' --above",
      "# My stack\n\n# the first\na: 1"
    ),
    EditExample(
      "a comment above an item",
      "l:\n- a\n- b",
      "comment l[1] 'the second' --above",
      "l:\n- a\n# the second\n- b"
    ),
    EditExample(
      "a comment above an item within brackets",
      "n: [\n  a,\n  b\n]",
      "comment n[1] second --above",
      "n: [\n  a,\n  # second\n  b\n]"
    ),
    EditExample(
      "a comment above with line breaks of Windows",
      "a: 1\nb: 2",
      "comment b 'one\ntwo' --above",
      "a: 1\n# one\n# two\nb: 2",
      lineBreak: "\r\n"
    ),
    EditExample("a comment beside a value", "image: nginx", "comment image pinned", "image: nginx # pinned"),
    EditExample("a comment beside with its sign", "image: nginx", "comment image '# pinned'", "image: nginx # pinned"),
    EditExample(
      "a comment beside in the place of the old one keeps its gap",
      "image: nginx   # old\nb: 2 # b",
      "comment image new",
      "image: nginx   # new\nb: 2 # b"
    ),
    EditExample("a comment beside goes with its gap", "a: 1 \t # old\nb: 2", "comment a --none", "a: 1\nb: 2"),
    EditExample(
      "a comment beside copies the gap of its neighbour",
      "a: 1   # one\nb: 22\nc: 3",
      "comment b two",
      "a: 1   # one\nb: 22   # two\nc: 3"
    ),
    EditExample(
      "comments in one column get another in it",
      "a: 1       # one\nbbb: 22    # two\ncc: 333\n",
      "comment cc three",
      "a: 1       # one\nbbb: 22    # two\ncc: 333    # three\n"
    ),
    EditExample(
      "the gap is that of the file where no neighbour has one",
      "a:\n  b: 1  # x\nc:\n  d: 2",
      "comment c.d z",
      "a:\n  b: 1  # x\nc:\n  d: 2  # z"
    ),
    EditExample("blanks at the end of the line become the gap", "a: 1   \nb: 2", "comment a x", "a: 1 # x\nb: 2"),
    EditExample(
      "a comment beside a key that holds a mapping",
      "web:\n  image: x\ndb: &d\n  image: y",
      "comment web one --and comment db two",
      "web: # one\n  image: x\ndb: &d # two\n  image: y"
    ),
    EditExample(
      "a comment beside an empty value",
      "volumes:\n  data:",
      "comment volumes.data keep",
      "volumes:\n  data: # keep"
    ),
    EditExample("a comment beside an item", "l:\n  - a\n  - b # x", "comment l[0] z", "l:\n  - a # z\n  - b # x"),
    EditExample(
      "a comment beside the header of a literal",
      "a: |-\n  text\n  # text\nb: >2\n    x",
      "comment a one --and comment b two",
      "a: |- # one\n  text\n  # text\nb: >2 # two\n    x"
    ),
    EditExample("a comment beside brackets", "n: [a, b]", "comment n both", "n: [a, b] # both"),
    EditExample("a comment beside the end of brackets", "n: [\n  a\n]", "comment n all", "n: [\n  a\n] # all"),
    EditExample(
      "a comment beside an item within brackets",
      "n: [\n  a,\n  b\n]",
      "comment n[0] first --and comment n[1] second",
      "n: [\n  a, # first\n  b # second\n]"
    ),
    EditExample(
      "a comment beside text of several lines",
      "a: one\n  two\nb: 1",
      "comment a x",
      "a: one\n  two # x\nb: 1"
    ),
    EditExample("a comment beside an alias", "a: &x 1\nb: *x", "comment b 'as a'", "a: &x 1\nb: *x # as a"),
    EditExample("a comment beside the last line", "a: 1", "comment a x", "a: 1 # x", endsInBreak: false),
    EditExample(
      "a comment beside a value that is set too",
      "image: nginx:1.25 # old\nports: []",
      "set image nginx:1.27 --and comment image 'read the notes'",
      "image: nginx:1.27 # read the notes\nports: []"
    ),
    EditExample(
      "a comment beside a value that becomes a mapping stays with the key",
      "a: 1\nb: 2",
      "set a '{c: 1}' --and comment a x",
      "a: # x\n  c: 1\nb: 2"
    ),
    EditExample(
      "a comment above what gets a new neighbour",
      "a: 1\nc: 3",
      "comment c 'about c' --above --and insert b 2 --before c",
      "a: 1\nb: 2\n# about c\nc: 3"
    ),
  ]
}
