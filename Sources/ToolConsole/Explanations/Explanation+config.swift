extension Explanation {
  /// The pages about the configuration.
  static let config: [Explanation] = [
    Explanation(
      "config/unknown-key",
      meaning: "`.longshore/config.yaml` has a key that isn't one of its own.",
      example: "brnach: main",
      remedy: "Correct the name."
    ),
    Explanation(
      "config/malformed-value",
      meaning: "A value of `.longshore/config.yaml` isn't what belongs there.",
      example: "health-timeout: soon",
      remedy: "Write what the message asks for."
    ),
    Explanation(
      "config/missing-key",
      meaning: "A part of `.longshore/config.yaml` lacks a key that it needs.",
      example: """
        hosts:
          - stacks: ["**"]
        """,
      remedy: "Add the key."
    ),
    Explanation(
      "config/unexpected-shape",
      meaning: "A part of `.longshore/config.yaml` is of another kind than belongs there.",
      example: "hosts: nas",
      remedy: "Write what the message asks for."
    ),
    Explanation(
      "config/unknown-forge",
      meaning: "The forge isn't one that this version knows.",
      example: "forge: sourcehut",
      remedy: "Use `local`."
    ),
    Explanation(
      "config/other-version",
      meaning: "`.longshore/config.yaml` is written for another version.",
      example: "version: 2",
      remedy: "Use the programs of that version."
    ),
  ]
}
