extension Explanation {
  /// The pages about Compose files.
  static let compose: [Explanation] = [
    Explanation(
      "compose/unknown-key",
      meaning: "A key isn't an attribute that Docker Compose knows at this place, so it refuses the file.",
      example: """
        services:
          web:
            imge: nginx
        """,
      remedy: "Correct the name. Your own data goes under a key that begins with `x-`."
    ),
    Explanation(
      "compose/unfit-value",
      meaning: "A value is of another kind than belongs there.",
      example: #"ports: "80:80""#,
      remedy: #"Write what the message asks for; here a list: `ports: ["80:80"]`."#
    ),
    Explanation(
      "compose/missing-key",
      meaning: "A mapping lacks a key that it needs.",
      example: """
        volumes:
          - target: /data
        """,
      remedy: "Add the key."
    ),
    Explanation(
      "compose/key-not-text",
      meaning: "A mapping's key is a number, a Boolean or a collection. Docker Compose takes text only.",
      example: """
        services:
          1: {image: nginx}
        """,
      remedy: "Put the key in quotes."
    ),
    Explanation(
      "compose/bad-name",
      meaning: "A name has characters that Docker Compose doesn't allow, or none that it needs.",
      example: """
        services:
          "my app": {image: nginx}
        """,
      remedy: "Use letters, digits, `.`, `_` and `-`."
    ),
    Explanation(
      "compose/bad-port",
      meaning: "A port isn't in the short syntax `[ip:][published:]target[/protocol]`.",
      example: #"ports: ["80:99999"]"#,
      remedy: "Write published and target, both between 1 and 65535, in quotes."
    ),
    Explanation(
      "compose/bad-volume",
      meaning: "A mount isn't in the short syntax `[source:]target[:options]`.",
      example: #"volumes: ["data::"]"#,
      remedy: "Write `data:/path` for a volume and `./folder:/path` for a folder."
    ),
    Explanation(
      "compose/bad-duration",
      meaning: "A time has no unit, or one that isn't known.",
      example: #"interval: "30""#,
      remedy: "Write numbers with units: `30s`, `1m30s`, `500ms`."
    ),
    Explanation(
      "compose/bad-byte-count",
      meaning: "An amount of memory isn't a number with a unit.",
      example: "mem_limit: lots",
      remedy: "Write `512m` or `2g`."
    ),
    Explanation(
      "compose/bad-command",
      meaning: "A command in one string has a quote without its end, or a parenthesis outside quotes.",
      example: #"command: "echo 'hi""#,
      remedy: "Close the quote, or write the command as a list."
    ),
    Explanation(
      "compose/command-cut-short",
      meaning: """
        Docker Compose doesn't run a command through a shell. An operator such as `|` or `;` ends the command, and \
        what follows is never run.
        """,
      example: #"command: "migrate; serve""#,
      remedy: #"Write `["sh", "-c", "migrate; serve"]`."#
    ),
    Explanation(
      "compose/bad-healthcheck",
      meaning: "A health check in list form must begin with `CMD`, `CMD-SHELL` or `NONE`.",
      example: "test: [curl, -f, http://localhost]",
      remedy: "Put `CMD` before the program."
    ),
    Explanation(
      "compose/no-image",
      meaning: "A service has neither an image to run nor a build to make one.",
      example: """
        services:
          web:
            restart: always
        """,
      remedy:
        "Add `image:` or `build:`. A file that only completes another belongs beside it as `compose.override.yaml`."
    ),
    Explanation(
      "compose/undefined-reference",
      meaning: "Something is named that the project doesn't have: a service, network, volume, secret or config.",
      example: """
        services:
          web: {image: nginx, networks: [back]}
        """,
      remedy: "Declare it at the top level, or correct the name."
    ),
    Explanation(
      "compose/conflict",
      meaning: "Two settings can't stand together.",
      example: """
        network_mode: host
        networks: [back]
        """,
      remedy: "Keep one of them."
    ),
    Explanation(
      "compose/dependency-cycle",
      meaning: "Services wait for one another in a circle, so none could start.",
      example: """
        a: {depends_on: [b]}
        b: {depends_on: [a]}
        """,
      remedy: "Take one `depends_on` away."
    ),
    Explanation(
      "compose/unset-variable",
      meaning: "A variable has no value and no default, so nothing stands in its place.",
      example: "image: nginx:${TAG}",
      remedy: "Set it in `.env`, or write a default: `${TAG:-1.27}`."
    ),
    Explanation(
      "compose/missing-variable",
      meaning: "A variable that the file requires has no value.",
      example: "image: nginx:${TAG:?say which version}",
      remedy: "Set it in `.env` or in the environment."
    ),
    Explanation(
      "compose/malformed-variable",
      meaning: "What follows `$` isn't a variable.",
      example: #"command: ["echo", "${a.b}"]"#,
      remedy: "Correct the name, or write `$$` for a dollar sign."
    ),
    Explanation(
      "compose/extends-cycle",
      meaning: "A service extends itself, directly or by way of others.",
      example: """
        a: {extends: b}
        b: {extends: a}
        """,
      remedy: "Take one `extends` away."
    ),
    Explanation(
      "compose/undefined-extends",
      meaning: "A service extends one that the file doesn't have.",
      example: "web: {extends: {file: base.yaml, service: wbe}}",
      remedy: "Name a service of that file."
    ),
    Explanation(
      "compose/include-cycle",
      meaning: "A file includes itself, directly or by way of others.",
      example: "include: [compose.yaml]",
      remedy: "Take one `include` away."
    ),
    Explanation(
      "compose/missing-file",
      meaning: "A file that is named isn't there.",
      example: "env_file: app.env",
      remedy: "Add the file, correct the path, or write `required: false` for an environment file."
    ),
    Explanation(
      "compose/path-outside-tree",
      meaning:
        "A path leads out of the repository. Such a file is never read, because it isn't part of what was reviewed.",
      example: "env_file: ../../../etc/app.env",
      remedy: "Move the file into the repository."
    ),
    Explanation(
      "compose/dotenv-syntax",
      meaning: "A line of an environment file isn't `NAME=value`, a comment or empty.",
      example: "two words = 1",
      remedy: "Write `NAME=value`; quote values with `'…'` to keep them as they are."
    ),
    Explanation(
      "compose/empty-project",
      meaning: "A Compose file holds nothing.",
      example: "# to do",
      remedy: "Add `services:`, or take the file away."
    ),
    Explanation(
      "compose/too-many-values",
      meaning: "Aliases multiply the file to more values than are read.",
      example: "x: &x [*w, *w, *w]",
      remedy: "Use fewer aliases of aliases."
    ),
    Explanation(
      "compose/drive-letter",
      meaning: "A volume's name of one letter before a path is read as a Windows drive, so a folder is mounted.",
      example: #"volumes: ["a:/data"]"#,
      remedy: "Give the volume a name of two letters or more, or write the long form."
    ),
    Explanation(
      "compose/file-of-host",
      meaning:
        "An environment file is named by its place on the host. It isn't in the repository, so what it sets isn't known here.",
      example: "env_file: /etc/app.env",
      remedy: "Keep it in the repository if it holds no secret."
    ),
    Explanation(
      "compose/remote-file",
      meaning:
        "A file is to be fetched from elsewhere. It isn't in the repository, so what it brings isn't known here.",
      example: "include: [https://example.org/stack.git]",
      remedy: "Keep a copy in the repository."
    ),
  ]
}
