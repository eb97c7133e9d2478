extension Explanation {
  /// The pages about YAML.
  static let yaml: [Explanation] = [
    Explanation(
      "yaml/syntax",
      meaning: "The file isn't YAML, so nothing in it can be understood.",
      example: """
        services:
          web:
            image: "nginx
        """,
      remedy: "Close quotes and brackets, indent with spaces, and write a space after each colon."
    ),
    Explanation(
      "yaml/not-utf8",
      meaning: "A byte of the file is no part of UTF-8 text. Compose files are UTF-8.",
      example: #"name: caf\xe9"#,
      remedy: "Save the file as UTF-8."
    ),
    Explanation(
      "yaml/duplicate-key",
      meaning: """
        A key stands twice in one mapping. Docker Compose refuses the file, and other readers silently take one of \
        the two.
        """,
      example: """
        environment:
          TZ: UTC
          TZ: Europe/Berlin
        """,
      remedy: "Keep one of them."
    ),
    Explanation(
      "yaml/undefined-alias",
      meaning: "An alias names an anchor that isn't above it in the same document.",
      example: "restart: *policy",
      remedy: "Put `&policy` on the value that is meant, above the alias."
    ),
    Explanation(
      "yaml/alias-loop",
      meaning: "An alias stands inside the value it names, so the value has no end.",
      example: "a: &a [*a]",
      remedy: "Write the value out."
    ),
    Explanation(
      "yaml/alias-expansion",
      meaning: """
        Aliases multiply the file to more values than are read. Small files that grow like this are how parsers \
        are attacked.
        """,
      example: """
        b: &b [*a, *a]
        c: &c [*b, *b]
        """,
      remedy: "Write out what is meant, with fewer aliases of aliases."
    ),
    Explanation(
      "yaml/merge-value",
      meaning: "`<<` takes a mapping, or a list of mappings.",
      example: "<<: 5",
      remedy: "Name an anchored mapping: `<<: *defaults`."
    ),
    Explanation(
      "yaml/too-large",
      meaning: "The file is larger than is read.",
      example: "a file of 20 MiB",
      remedy: "Split it."
    ),
    Explanation(
      "yaml/too-deep",
      meaning: "Values are nested more deeply than is read.",
      example: "[[[[[[…]]]]]]",
      remedy: "Flatten them."
    ),
    Explanation(
      "yaml/too-many-nodes",
      meaning: "The file holds more values than are read.",
      example: "a file of millions of values",
      remedy: "Split it."
    ),
  ]
}
