extension EditExample {
  /// What moves takes its comments along, and leaves the others theirs.
  static let moves: [EditExample] = [
    EditExample(
      "a key goes first with its head, the comment beside it and its lines",
      """
      services:
        web:
          image: nginx # pinned
        # the database
        # of everything
        db: # old
          image: postgres
          volumes:
            - data:/data
        cache: {image: redis}
      """,
      "move services.db --first",
      """
      services:
        # the database
        # of everything
        db: # old
          image: postgres
          volumes:
            - data:/data
        web:
          image: nginx # pinned
        cache: {image: redis}
      """
    ),
    EditExample("a key goes last", "a: 1\nb: 2\nc: 3", "move a --last", "b: 2\nc: 3\na: 1"),
    EditExample("a key goes before another", "a: 1\nb: 2\nc: 3\nd: 4", "move d --before b", "a: 1\nd: 4\nb: 2\nc: 3"),
    EditExample("a key goes after another", "a: 1\nb: 2\nc: 3\nd: 4", "move a --after c", "b: 2\nc: 3\na: 1\nd: 4"),
    EditExample("a key that is there already", "a: 1\nb:  2  # x\nc: 3", "move b --after a", "a: 1\nb:  2  # x\nc: 3"),
    EditExample(
      "a key goes where the order has it",
      "a: 1\nc: 3\nd: 4\nb: 2",
      "move b --in-order",
      "a: 1\nb: 2\nc: 3\nd: 4"
    ),
    EditExample(
      "a key that stands in order stays",
      "x: &x {z: 1}\nw:\n  <<: *x\n  a: 1\n  b: 2\n  c: 3",
      "move w.b --in-order",
      "x: &x {z: 1}\nw:\n  <<: *x\n  a: 1\n  b: 2\n  c: 3"
    ),
    EditExample(
      "a key among others without order goes last",
      "b: 1\nd: 2\nc: 3",
      "move d --in-order",
      "b: 1\nc: 3\nd: 2"
    ),
    EditExample(
      "blank lines between all stay between all",
      "services:\n  a:\n    x: 1\n\n  b:\n    x: 2\n\n  c:\n    x: 3\n\nvolumes: {}",
      "move services.c --first",
      "services:\n  c:\n    x: 3\n\n  a:\n    x: 1\n\n  b:\n    x: 2\n\nvolumes: {}"
    ),
    EditExample(
      "blank lines between all stay when the first goes last",
      "services:\n  a:\n    x: 1\n\n  b:\n    x: 2\n\n  c:\n    x: 3\n\nvolumes: {}",
      "move services.a --last",
      "services:\n  b:\n    x: 2\n\n  c:\n    x: 3\n\n  a:\n    x: 1\n\nvolumes: {}"
    ),
    EditExample(
      "two blank lines between all stay two",
      "a: 1\n\n\nb: 2\n\n\nc: 3",
      "move c --after a",
      "a: 1\n\n\nc: 3\n\n\nb: 2"
    ),
    EditExample(
      "a blank line between two groups stays between them",
      "a: 1\nb: 2\n\nc: 3\nd: 4",
      "move d --first",
      "d: 4\na: 1\nb: 2\n\nc: 3"
    ),
    EditExample(
      "the only one of a group leaves one blank line",
      "a: 1\n\nb: 2\n\nc: 3\nd: 4",
      "move b --last",
      "a: 1\n\nc: 3\nd: 4\nb: 2"
    ),
    EditExample(
      "a comment apart stays where it is",
      "a: 1\n\n# The rest\n\nb: 2\nc: 3",
      "move c --first",
      "c: 3\na: 1\n\n# The rest\n\nb: 2"
    ),
    EditExample(
      "a comment that speaks of the file stays above all",
      "# My stack\na: 1\nb: 2",
      "move b --first",
      "# My stack\nb: 2\na: 1"
    ),
    EditExample(
      "a comment that speaks of the file stays when the first key goes",
      "# My stack\n\n# about a\na: 1\nb: 2",
      "move a --last",
      "# My stack\n\nb: 2\n# about a\na: 1"
    ),
    EditExample(
      "a commented out line that is deeper goes with what is above it",
      "a:\n  - x\n  # - z\nb: 1\nc: 2",
      "move a --after b",
      "b: 1\na:\n  - x\n  # - z\nc: 2"
    ),
    EditExample(
      "an item goes first with its comments",
      "ports:\n  - 80:80 # web\n  # tls\n  - 443:443   # secure\n  - 22:22",
      "move ports[1] --first",
      "ports:\n  # tls\n  - 443:443   # secure\n  - 80:80 # web\n  - 22:22"
    ),
    EditExample(
      "an item of a list at its key's column",
      "ports:\n- 80\n- 443\n- 22\nimage: x",
      "move ports[0] --last",
      "ports:\n- 443\n- 22\n- 80\nimage: x"
    ),
    EditExample(
      "an item goes after another, by its index",
      "l:\n  -   a\n  -   b\n  -   c",
      "move l[0] --after 1",
      "l:\n  -   b\n  -   a\n  -   c"
    ),
    EditExample(
      "an item that is a mapping",
      "l:\n  - name: a\n    x: 1\n  - name: b # b\n    x: |\n      text\n  - name: c",
      "move l[1] --last",
      "l:\n  - name: a\n    x: 1\n  - name: c\n  - name: b # b\n    x: |\n      text"
    ),
    EditExample(
      "items of text go where the order has them",
      "caps:\n  - A\n  - C\n  - B\n  - D",
      "move caps[2] --in-order",
      "caps:\n  - A\n  - B\n  - C\n  - D"
    ),
    EditExample(
      "the key beside a dash changes places with the next",
      "l:\n  - a: 1 # one\n    b: 2\n    c: 3",
      "move l[0].a --after b",
      "l:\n  - b: 2\n    a: 1 # one\n    c: 3"
    ),
    EditExample(
      "a key goes beside the dash",
      "l:\n  - a: 1\n    b: 2\n    c:\n      d: 3",
      "move l[0].c --first",
      "l:\n  - c:\n      d: 3\n    a: 1\n    b: 2"
    ),
    EditExample(
      "a key goes beside the dash with its head",
      "l:\n  - a: 1\n    # about b\n    b: 2",
      "move l[0].b --first",
      "l:\n  - # about b\n    b: 2\n    a: 1"
    ),
    EditExample(
      "a comment beside the dash goes with the key below it",
      "l:\n  - # about b\n    b: 2\n    # about a\n    a: 1",
      "move l[0].b --last",
      "l:\n  - # about a\n    a: 1\n    # about b\n    b: 2"
    ),
    EditExample(
      "the first list within a list goes down",
      "l:\n  - - a\n    - b\n  - c",
      "move l[0][0] --last",
      "l:\n  - - b\n    - a\n  - c"
    ),
    EditExample(
      "the last line without a break goes up",
      "a: 1\nb: 2",
      "move b --first",
      "b: 2\na: 1",
      endsInBreak: false
    ),
    EditExample(
      "another becomes the last line without a break",
      "l:\n  - a # x\n  - b",
      "move l[0] --last",
      "l:\n  - b\n  - a # x",
      endsInBreak: false
    ),
    EditExample(
      "line breaks of Windows stay",
      "a: 1\n\n# b\nb:\n  - x\n\nc: 3",
      "move b --last",
      "a: 1\n\nc: 3\n\n# b\nb:\n  - x",
      lineBreak: "\r\n"
    ),
    EditExample(
      "line breaks of Windows stay without a last one",
      "a: 1\nb: 2\nc: 3",
      "move c --first",
      "c: 3\na: 1\nb: 2",
      lineBreak: "\r\n",
      endsInBreak: false
    ),
    EditExample("items within brackets", "n: [ a, b ,c ]", "move n[2] --first", "n: [ c, a ,b ]"),
    EditExample(
      "keys within braces",
      "n: {a: 1, b: [x, z], c: {d: 2}} # n",
      "move n.a --last",
      "n: {b: [x, z], c: {d: 2}, a: 1} # n"
    ),
    EditExample(
      "items within brackets over lines keep their comments",
      "n: [\n  a, # first\n  # about b\n  b, # second\n  c  # third\n]",
      "move n[2] --first",
      "n: [\n  c,  # third\n  a, # first\n  # about b\n  b # second\n]"
    ),
    EditExample(
      "an item within brackets becomes the last, which has no comma",
      "n: [\n  a, # first\n  b\n]",
      "move n[0] --last",
      "n: [\n  b,\n  a # first\n]"
    ),
    EditExample(
      "an item within brackets becomes the last, which has a comma",
      "n: {\n  a: 1,\n  b: 2,\n}",
      "move n.a --last",
      "n: {\n  b: 2,\n  a: 1,\n}"
    ),
    EditExample(
      "several items a line keep the lines",
      "n: [a, b,\n    c, d]",
      "move n[3] --first",
      "n: [d, a,\n    b, c]"
    ),
    EditExample(
      "text that keeps its blank lines takes them along",
      "a: 1\nb: |+\n  text\n\nc: 3",
      "move b --first",
      "b: |+\n  text\n\na: 1\nc: 3"
    ),
    EditExample(
      "an anchor and its alias keep their order",
      "a: &x 1\nb: 2\nc: *x",
      "move c --after a",
      "a: &x 1\nc: *x\nb: 2"
    ),
    EditExample(
      "a merge key moves as it is written",
      "x: &x {z: 1}\nweb:\n  image: x\n  <<: *x\n  tty: true",
      "move web.<< --first",
      "x: &x {z: 1}\nweb:\n  <<: *x\n  image: x\n  tty: true"
    ),
    EditExample(
      "quotes, octal numbers and long lines stay as they are",
      "mode: 022\nkey: 'it''s'   # q\ntext: \(String(repeating: "word ", count: 40))end\nend: \"\\u00fc\"",
      "move text --first",
      "text: \(String(repeating: "word ", count: 40))end\nmode: 022\nkey: 'it''s'   # q\nend: \"\\u00fc\""
    ),
    EditExample(
      "two moves at once",
      "a: 1\nb: 2\nc: 3\nd: 4",
      "move a --after c --and move d --before b",
      "d: 4\nb: 2\nc: 3\na: 1"
    ),
    EditExample(
      "a byte order mark stays first",
      "\u{FEFF}a: 1\nb: 2",
      "move b --first",
      "\u{FEFF}b: 2\na: 1"
    ),
  ]
}
