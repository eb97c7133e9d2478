extension EditExample {
  /// What users of other editors report: none of it happens here.
  static let quiet: [EditExample] = [
    EditExample(
      "blank lines and the comments between stay",
      "\n\n# a\n\na: 1\n\n\n# b\nb: 2\n\n# end\n\n",
      "set b 3",
      "\n\n# a\n\na: 1\n\n\n# b\nb: 3\n\n# end\n\n"
    ),
    EditExample("quotes elsewhere stay", "a: 'x'\nb: \"z\"\nc: w", "set c v", "a: 'x'\nb: \"z\"\nc: v"),
    EditExample("an octal number elsewhere stays", "mode: 022\nuser: 1000", "set user 1001", "mode: 022\nuser: 1001"),
    EditExample(
      "a long line stays one line",
      "c: \(String(repeating: "word ", count: 60))end\na: 1",
      "set a 2",
      "c: \(String(repeating: "word ", count: 60))end\na: 2"
    ),
    EditExample(
      "a long new value stays one line",
      "a: 1",
      "set a '\(String(repeating: "word ", count: 60))end'",
      "a: \(String(repeating: "word ", count: 60))end"
    ),
    EditExample("a list in brackets stays in brackets", "a: [1,2,  3]\nb: 1", "append a 4", "a: [1,2,  3, 4]\nb: 1"),
    EditExample("an anchor stays where it is", "a: &x 1\nb: *x", "set a 2", "a: &x 2\nb: *x"),
    EditExample(
      "a merge key stays as it is written",
      "x: &x {a: 1}\nb:\n  <<: *x\n  c: 1",
      "set b.c 2",
      "x: &x {a: 1}\nb:\n  <<: *x\n  c: 2"
    ),
    EditExample("a new line break isn't of another kind", "a: 1\nb: 2", "set a 3", "a: 3\nb: 2", lineBreak: "\r\n"),
    EditExample("a missing last line break stays missing", "a: 1\nb: 2", "set b 3", "a: 1\nb: 3", endsInBreak: false),
    EditExample(
      "a neighbour with the same image keeps its tag",
      "services:\n  a:\n    image: nginx:1.25\n  b:\n    image: nginx:1.25",
      "set services.b.image nginx:1.27",
      "services:\n  a:\n    image: nginx:1.25\n  b:\n    image: nginx:1.27"
    ),
    EditExample("a comment keeps its gap", "a: 1     # x", "set a 12345", "a: 12345     # x"),
    EditExample("dashes keep their offset", "a:\n     - x\n     - z", "set a[1] w", "a:\n     - x\n     - w"),
    EditExample("a number to the base of 60 is quoted", "a: x", "set a '\"9:9\"'", "a: \"9:9\""),
    EditExample("a port pair that no reader takes for a number isn't", "a: x", "set a '\"80:80\"'", "a: 80:80"),
    EditExample("yes is quoted", "a: x", "set a '\"yes\"'", "a: \"yes\""),
    EditExample("a number with an exponent is quoted", "a: x", "set a '\"1e3\"'", "a: \"1e3\""),
    EditExample("an octal number is quoted", "a: x", "set a '\"0o7\"'", "a: \"0o7\""),
    EditExample("a number with underscores is quoted", "a: 'x'\nb: z", "set b '\"1_000\"'", "a: 'x'\nb: '1_000'"),
    EditExample("a date is quoted", "a: x", "set a '\"2026-11-25\"'", "a: \"2026-11-25\""),
    EditExample("a Boolean that is meant stays plain", "a: x", "set a true", "a: true"),
    EditExample("text with a colon and a blank is quoted", "a: x", "set a '\"b: c\"'", "a: \"b: c\""),
    EditExample("text with a comment's sign is quoted", "a: x", "set a '\"b #c\"'", "a: \"b #c\""),
    EditExample("text with an umlaut isn't escaped", "a: x", "set a Grüße", "a: Grüße"),
    EditExample(
      "the second document alone changes",
      "a: 1\n---\n# two\na: 1 # x\n---\na: 1",
      "set a 2 --and insert b 3",
      "a: 1\n---\n# two\na: 2 # x\nb: 3\n---\na: 1",
      document: 1
    ),
    EditExample(
      "a move in the last document leaves the others",
      "b: 1\na: 2\n---\nb: 1\na: 2",
      "move a --first",
      "b: 1\na: 2\n---\na: 2\nb: 1",
      document: 1
    ),
    EditExample(
      "a comment in the first document leaves the others",
      "a: 1\n---\na: 1\n...\n---\na: 1",
      "comment a x --and comment a z --above",
      "# z\na: 1 # x\n---\na: 1\n...\n---\na: 1"
    ),
  ]
}
