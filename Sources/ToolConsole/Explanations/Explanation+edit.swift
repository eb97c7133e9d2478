extension Explanation {
  /// The pages about edits.
  static let edit: [Explanation] = [
    Explanation(
      "edit/missing-path",
      meaning: "An edit names a place that the file doesn't have.",
      example: "longshore edit compose.yaml set services.wbe.image nginx",
      remedy: "Correct the path, or `insert` the key."
    ),
    Explanation(
      "edit/wrong-kind",
      meaning: "An edit needs a mapping or a list where something else stands.",
      example: "longshore edit compose.yaml append services.web.image x",
      remedy: "Name the list or mapping that is meant."
    ),
    Explanation(
      "edit/key-exists",
      meaning: "A key that is to be added or renamed to is there already.",
      example: "longshore edit compose.yaml insert services.web.image nginx",
      remedy: "Use `set` to change its value."
    ),
    Explanation(
      "edit/ambiguous-key",
      meaning: "The key stands twice in the mapping, so it isn't clear which is meant.",
      example: """
        TZ: UTC
        TZ: CET
        """,
      remedy: "Remove one of them by hand."
    ),
    Explanation(
      "edit/behind-alias",
      meaning: """
        The place is reached only through an alias. An edit there would change everything else that uses the \
        anchor.
        """,
      example: "web: *defaults",
      remedy: "Edit the anchored value itself."
    ),
    Explanation(
      "edit/behind-merge",
      meaning: "The place comes in through a merge key. An edit there would change everything else that merges it.",
      example: """
        web:
          <<: *defaults
        """,
      remedy: "Edit the merged mapping itself, or insert the key to override it."
    ),
    Explanation(
      "edit/explicit-key",
      meaning: "The place is under a key written as `? key`, which isn't edited.",
      example: """
        ? image
        : nginx
        """,
      remedy: "Write it as `key: value` first."
    ),
    Explanation(
      "edit/tab-indentation",
      meaning: "The lines around the place are indented with tabs, so new lines can't be written like them.",
      example: "→web:",
      remedy: "Indent with spaces first."
    ),
    Explanation(
      "edit/alias-before-anchor",
      meaning: "An alias has to stand after the anchor that it names, and the move would change their order.",
      example: """
        a: &x 1
        b: *x     # a can't go below, b can't go above
        """,
      remedy: "Move what holds the other of both first, or name a place that isn't past it."
    ),
    Explanation(
      "edit/comment-place",
      meaning: """
        There is no room for a comment there: it would swallow what follows on the line, or it would be another's. \
        Comment lines that begin a file speak of all of it, not of its first key.
        """,
      example: "longshore edit compose.yaml comment services.web.ports[0] why     # ports: [80, 443]",
      remedy: "Put it above, or comment what holds the place."
    ),
    Explanation(
      "edit/comment-text",
      meaning: """
        A comment ends with its line, so that its text can't hold a line break beside a value, nor control characters.
        """,
      example: "a comment of two lines --beside",
      remedy: "Put several lines --above, and leave control characters away."
    ),
    Explanation(
      "edit/failed-test",
      meaning: "A JSON Patch asks for a value with `test`, and another one stands there, so that none of it is made.",
      example: #"[{"op": "test", "path": "/services/web/image", "value": "nginx:1.25"}]"#,
      remedy: "Look at the file again: it has changed since the patch was written."
    ),
    Explanation(
      "edit/overlapping-edits",
      meaning: "Two edits of one batch change the same bytes.",
      example: "set services.web and remove services.web.image",
      remedy: "Make them one after the other."
    ),
    Explanation(
      "edit/unsupported-shape",
      meaning: "The place is written in a way that can't be edited without touching more than was asked for.",
      example: "an edit inside a multi-line flow collection with comments",
      remedy: "Write it in block form first."
    ),
    Explanation(
      "edit/too-large",
      meaning: "The new value is larger than is written.",
      example: "a value of 2 MiB",
      remedy: "Put it in a file of its own."
    ),
    Explanation(
      "edit/not-verified",
      meaning:
        "After the edit, the file would not have been what was asked for and nothing else. It was left as it was.",
      example: "–",
      remedy: "Make the edit by hand, and report the file as a bug."
    ),
  ]
}
