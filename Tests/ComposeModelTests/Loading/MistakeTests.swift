import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

/// A mistake in a Compose file, where it is, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let code: String
  let yaml: String
  /// The text that is underlined.
  let at: String
  let message: String
  var files: [String: String] = [:]
  var testDescription: String { code }

  static let all: [Mistake] = [
    .init(
      code: "compose/unknown-key",
      yaml: "services:\n  a:\n    imge: x\n    image: y\n",
      at: "imge",
      message: "`services.a` has no attribute `imge`"
    ),
    .init(
      code: "compose/unknown-key",
      yaml: "service:\n  a: {image: x}\n",
      at: "service",
      message: "the top level has no attribute `service`"
    ),
    .init(
      code: "compose/unfit-value",
      yaml: "services:\n  a:\n    image: x\n    ports: \"80:80\"\n",
      at: "\"80:80\"",
      message: "`services.a.ports` is text where a list belongs"
    ),
    .init(
      code: "compose/unfit-value",
      yaml: "- a\n",
      at: "- a",
      message: "the file holds a list where a mapping of `services` and other keys belongs"
    ),
    .init(
      code: "compose/unfit-value",
      yaml: "services:\n  a: {image: x, privileged: perhaps}\n",
      at: "perhaps",
      message: "`privileged` is `perhaps` where true or false belongs"
    ),
    .init(
      code: "compose/missing-key",
      yaml: "services:\n  a:\n    image: x\n    volumes:\n      - {target: /a}\n",
      at: "{target: /a}",
      message: "`services.a.volumes[0]` needs `type`"
    ),
    .init(
      code: "compose/bad-name",
      yaml: "services:\n  \"a b\": {image: x}\n",
      at: "\"a b\"",
      message: "`a b` isn't a service's name"
    ),
    .init(
      code: "compose/bad-name",
      yaml: "services:\n  a: {image: x, container_name: \"\"}\n",
      at: "\"\"",
      message: "`` isn't a container's name"
    ),
    .init(
      code: "compose/key-not-text",
      yaml: "services:\n  1: {image: x}\n",
      at: "1",
      message: "the key `1` isn't text"
    ),
    .init(
      code: "compose/no-image",
      yaml: "services:\n  a:\n    restart: always\n",
      at: "a",
      message: "`a` has neither an image nor a build"
    ),
    .init(
      code: "compose/bad-port",
      yaml: "services:\n  a: {image: x, ports: [\"80:99999\"]}\n",
      at: "\"80:99999\"",
      message: "`80:99999` isn't a port mapping: `99999` isn't a port between 0 and 65535"
    ),
    .init(
      code: "compose/bad-volume",
      yaml: "services:\n  a: {image: x, volumes: [\"data::\"]}\n",
      at: "\"data::\"",
      message: "`data::` isn't a volume mapping: there is nothing between two colons"
    ),
    .init(
      code: "compose/bad-duration",
      yaml: "services:\n  a: {image: x, healthcheck: {test: [CMD, x], interval: \"30\"}}\n",
      at: "\"30\"",
      message: "`30` isn't a duration, such as `1m30s`"
    ),
    .init(
      code: "compose/bad-byte-count",
      yaml: "services:\n  a: {image: x, mem_limit: lots}\n",
      at: "lots",
      message: "`lots` isn't an amount of bytes, such as `512m`"
    ),
    .init(
      code: "compose/bad-command",
      yaml: "services:\n  a: {image: x, command: \"echo 'hi\"}\n",
      at: "\"echo 'hi\"",
      message: "a command line has a quote, a parenthesis or a backslash without its end"
    ),
    .init(
      code: "compose/command-cut-short",
      yaml: "services:\n  a: {image: x, command: \"a | b\"}\n",
      at: "\"a | b\"",
      message: "what follows the first `|`, `&`, `;`, `<` or `>` outside quotes is never run"
    ),
    .init(
      code: "compose/bad-healthcheck",
      yaml: "services:\n  a: {image: x, healthcheck: {test: [curl, x]}}\n",
      at: "curl",
      message: "a health check's list begins with CMD, CMD-SHELL or NONE, not with `curl`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, networks: [bakc]}\nnetworks:\n  back:\n",
      at: "bakc",
      message: "there is no network `bakc`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, volumes: [\"data:/d\"]}\n",
      at: "\"data:/d\"",
      message: "there is no volume `data`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, depends_on: [b]}\n",
      at: "b",
      message: "there is no service `b`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, depends_on: [b]}\n  b: {image: y, profiles: [p]}\n",
      at: "b",
      message: "the service `b` isn't in any profile that is switched on"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, network_mode: host, networks: [n]}\nnetworks: {n: }\n",
      at: "host",
      message: "`a` has both `network_mode` and `networks`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, container_name: one}\n  b: {image: x, container_name: one}\n",
      at: "one",
      message: "two services have the container name `one`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x}\nsecrets:\n  s: {}\n",
      at: "s",
      message: "the secret `s` needs one of `file`, `environment` or `external`"
    ),
    .init(
      code: "compose/dependency-cycle",
      yaml: "services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n",
      at: "depends_on",
      message: "services wait for one another: `a` → `b` → `a`"
    ),
    .init(
      code: "compose/missing-variable",
      yaml: "services:\n  a: {image: \"x:${TAG:?say which}\"}\n",
      at: "\"x:${TAG:?say which}\"",
      message: "required variable `TAG` is missing a value: say which"
    ),
    .init(
      code: "compose/malformed-variable",
      yaml: "services:\n  a: {image: \"${a.b}\"}\n",
      at: "\"${a.b}\"",
      message: "`${a…}` has an operator that isn't `:-`, `-`, `:+`, `+`, `:?` or `?`"
    ),
    .init(
      code: "compose/unset-variable",
      yaml: "services:\n  a: {image: \"x:$TAG\"}\n",
      at: "\"x:$TAG\"",
      message: "`TAG` isn't set, so nothing stands in its place"
    ),
    .init(
      code: "compose/extends-cycle",
      yaml: "services:\n  a: {image: x, extends: a}\n",
      at: "a",
      message: "`a` extends itself"
    ),
    .init(
      code: "compose/undefined-extends",
      yaml: "services:\n  a: {image: x, extends: {service: b}}\n",
      at: "{service: b}",
      message: "there is no service `b` to extend"
    ),
    .init(
      code: "compose/include-cycle",
      yaml: "include: [compose.yaml]\nservices:\n  a: {image: x}\n",
      at: "compose.yaml",
      message: "`stack/compose.yaml` includes itself"
    ),
    .init(
      code: "compose/missing-file",
      yaml: "services:\n  a: {image: x, env_file: none.env}\n",
      at: "none.env",
      message: "the environment file `stack/none.env` doesn't exist"
    ),
    .init(
      code: "compose/path-outside-tree",
      yaml: "services:\n  a: {image: x, env_file: ../../x.env}\n",
      at: "../../x.env",
      message: "the environment file `../../x.env` lies outside the repository, so it wasn't read"
    ),
    .init(
      code: "compose/dotenv-syntax",
      yaml: "services:\n  a: {image: x, env_file: a.env}\n",
      at: "two words ",
      message: "a variable's name has a space",
      files: ["stack/a.env": "two words = 1\n"]
    ),
    .init(code: "compose/empty-project", yaml: "# nothing\n", at: "", message: "the file holds nothing"),
    .init(
      code: "compose/drive-letter",
      yaml: "services:\n  a: {image: x, volumes: [\"d:/data\"]}\n",
      at: "\"d:/data\"",
      message: "`d:` in `d:/data` is read as a Windows drive, not as a volume"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, links: [\"b:alias\"]}\n",
      at: "\"b:alias\"",
      message: "there is no service `b`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, network_mode: \"service:b\"}\n",
      at: "\"service:b\"",
      message: "there is no service `b`"
    ),
    .init(
      code: "compose/undefined-reference",
      yaml: "services:\n  a: {image: x, models: [m]}\n",
      at: "m",
      message: "there is no model `m`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, scale: 2, deploy: {replicas: 3}}\n",
      at: "2",
      message: "`scale` is `2` and `deploy.replicas` is `3`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, container_name: one, deploy: {replicas: 3}}\n",
      at: "one",
      message: "3 containers can't share the name `one`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {build: {dockerfile: x, dockerfile_inline: y}}\n",
      at: "x",
      message: "a build has both `dockerfile` and `dockerfile_inline`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {platform: linux/arm64, build: {platforms: [linux/amd64]}}\n",
      at: "linux/arm64",
      message: "the image isn't built for the platform `linux/arm64` that the service runs on"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, tmpfs: /t, volumes: [\"./d:/t/\"]}\n",
      at: "\"./d:/t/\"",
      message: "two things are mounted at `/t`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x, gpus: [{count: 1, device_ids: [\"0\"]}]}\n",
      at: "1",
      message: "a request for devices has both `count` and `device_ids`"
    ),
    .init(
      code: "compose/conflict",
      yaml: "services:\n  a: {image: x}\nvolumes:\n  v: {external: true, driver: local}\n",
      at: "driver",
      message: "the volume `v` is external, so `driver` means nothing"
    ),
    .init(
      code: "compose/missing-key",
      yaml: "services:\n  a: {image: x, develop: {watch: [{path: ., action: sync}]}}\n",
      at: "{path: ., action: sync}",
      message: "a watch whose action is `sync` needs `target`"
    ),
    .init(
      code: "compose/dependency-cycle",
      yaml: "services:\n  a: {image: x, links: [a]}\n",
      at: "links",
      message: "services wait for one another: `a` → `a`"
    ),
    .init(
      code: "compose/unfit-value",
      yaml: "services:\n  a: {image: x, extra_hosts: [nowhere]}\n",
      at: "nowhere",
      message: "the extra host `nowhere` has no address"
    ),
    .init(
      code: "compose/unfit-value",
      yaml: "services:\n  a: {image: x, pull_policy: sometimes}\n",
      at: "sometimes",
      message:
        "`services.a.pull_policy` is `sometimes` where `always`, `never`, `missing`, `build`, `daily`, `weekly` or "
        + "`every_12h` belongs"
    ),
    .init(
      code: "compose/file-of-host",
      yaml: "services:\n  a: {image: x, env_file: /etc/app.env}\n",
      at: "/etc/app.env",
      message: "the environment file `/etc/app.env` is a file of the host, so what it holds isn't known here"
    ),
    .init(
      code: "compose/remote-file",
      yaml: "include: [\"oci://registry.test/app:1\"]\nservices:\n  a: {image: x}\n",
      at: "\"oci://registry.test/app:1\"",
      message:
        "the included file `oci://registry.test/app:1` isn't in the repository, so what it brings isn't known here"
    ),
  ]
}

@Suite struct `Mistakes in a Compose file` {
  @Test(arguments: Mistake.all)
  func `are said where they are`(_ mistake: Mistake) throws {
    var files = mistake.files
    files["stack/compose.yaml"] = mistake.yaml
    let loaded = try ComposeLoader().load(
      StackFiles(file: RepositoryPath("stack/compose.yaml")),
      from: MemoryTree(files)
    )
    let said = loaded.diagnostics.first { $0.code.rawValue == mistake.code && $0.message == mistake.message }
    let diagnostic = try #require(said, "\(loaded.diagnostics)")
    #expect(diagnostic.help != nil)
    let label = try #require(diagnostic.labels.first)
    let bytes = Array((files[label.file] ?? "").utf8)
    #expect(String(decoding: bytes[label.bytes], as: UTF8.self) == mistake.at)
  }

  @Test func `are all said, in the order of the pipeline`() throws {
    let yaml = "services:\n  a:\n    prots: []\n    imge: x\n  b: {image: x, networks: [n], ports: [\"x\"]}\n"
    let loaded = try ComposeLoader().load(
      StackFiles(file: RepositoryPath("compose.yaml")),
      from: MemoryTree(["compose.yaml": yaml])
    )
    #expect(
      loaded.diagnostics.map(\.code.rawValue) == [
        "compose/unknown-key", "compose/unknown-key", "compose/bad-port", "compose/no-image",
        "compose/undefined-reference",
      ]
    )
    #expect(loaded.value?.services.keys == ["a", "b"])
  }

  @Test func `never repeat what may be a secret`() throws {
    let yaml = """
      services:
        a:
          image: x
          command: "run --password=hunter2 'open"
          environment: ["URL=http://u:${X:-hunter2", "${hunter2"]
          env_file: a.env
          entrypoint: "hunter2 | x"
      """
    let tree = MemoryTree(["compose.yaml": yaml, "a.env": "hunter2 line\nhunter2/x=1\nA=${hunter2.x}\nB='hunter2\n"])
    let loaded = try ComposeLoader().load(StackFiles(file: RepositoryPath("compose.yaml")), from: tree)
    #expect(loaded.diagnostics.count >= 6)
    for diagnostic in loaded.diagnostics where !diagnostic.message.contains("operator") {
      #expect(!diagnostic.message.contains("hunter2") && diagnostic.help?.contains("hunter2") != true)
    }
  }

  @Test func `are short however long the file's own words are`() throws {
    let long = String(repeating: "x", count: 100_000)
    let yaml =
      "services:\n  a: {image: x, ports: [\"\(long)\"], volumes: [\"\(long)::\"], mem_limit: \(long), \(long.prefix(900)): 1}\n"
    let tree = MemoryTree(["compose.yaml": yaml])
    let loaded = try ComposeLoader().load(StackFiles(file: RepositoryPath("compose.yaml")), from: tree)
    #expect(loaded.diagnostics.count == 4)
    #expect(loaded.diagnostics.allSatisfy { $0.message.utf8.count < 500 && ($0.help ?? "").utf8.count < 500 })
  }
}
