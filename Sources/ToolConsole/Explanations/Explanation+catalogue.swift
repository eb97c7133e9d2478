extension Explanation {
  /// The pages about the image catalogue.
  static let catalogue: [Explanation] = [
    Explanation(
      "catalogue/unknown-key",
      meaning: "A catalogue file has a key that isn't one of its own.",
      example: "images: {nginx: {tgas: []}}",
      remedy: "Correct the name."
    ),
    Explanation(
      "catalogue/unexpected-shape",
      meaning: "A part of a catalogue file is of another kind than belongs there.",
      example: "images: [nginx]",
      remedy: "Write what the message asks for."
    ),
    Explanation(
      "catalogue/unknown-image-name",
      meaning: "A name in the catalogue isn't an image's.",
      example: #"images: {"Nginx:1": {}}"#,
      remedy: "Write the image without tag and digest."
    ),
    Explanation(
      "catalogue/unknown-tag",
      meaning: "A tag in the catalogue isn't one.",
      example: #"tag: "a b""#,
      remedy: "Use letters, digits, `.`, `_` and `-`."
    ),
    Explanation(
      "catalogue/duplicate-tag",
      meaning: "A tag stands twice for one image.",
      example: #"tag: "1.27" … tag: "1.27""#,
      remedy: "Keep one of them."
    ),
    Explanation(
      "catalogue/unknown-digest",
      meaning: "A digest isn't `sha256:` and 64 hexadecimal digits.",
      example: "digest: sha256:123",
      remedy: "Copy the whole digest."
    ),
    Explanation(
      "catalogue/unknown-day",
      meaning: "A date isn't a day of the calendar.",
      example: "released: soon",
      remedy: "Write it as `2025-11-03`."
    ),
    Explanation(
      "catalogue/unknown-version",
      meaning: "A release note's version can't be compared with tags.",
      example: "version: newest",
      remedy: "Write the version as the tags have it."
    ),
  ]
}
