import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

private func load(_ files: [String: String], environment: [String: String] = [:]) throws -> ComposeProject {
  let tree = MemoryTree(files)
  let stack = try #require(try StackFiles.find(in: RepositoryPath("stack"), of: tree))
  let loaded = try ComposeLoader(environment: environment).load(stack, from: tree)
  #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
  return try #require(loaded.value)
}

@Suite struct `Loading a stack` {
  @Test func `short and long forms mean the same`() throws {
    let short = try load([
      "stack/compose.yaml": """
      services:
        web:
          image: nginx:1.27
          command: serve --port "80 80"
          environment: [A=1, B=two, C]
          ports: ["127.0.0.1:8080:80/udp"]
          volumes: ["data:/var/lib/x:ro", "./conf:/etc/x"]
          depends_on: [db]
          networks: [back]
          healthcheck: {test: wget -q localhost, interval: 90s}
          env_file: a.env
        db: {image: postgres}
      networks: {back: }
      volumes: {data: }
      """,
      "stack/a.env": "A=0\nD='x y'\n",
    ])
    let long = try load([
      "stack/compose.yaml": """
      services:
        web:
          image: nginx:1.27
          command: [serve, --port, 80 80]
          environment: {A: 1, B: two, C: , D: x y}
          ports:
            - {mode: ingress, host_ip: 127.0.0.1, target: 80, published: 8080, protocol: udp}
          volumes:
            - {type: volume, source: data, target: /var/lib/x, read_only: true}
            - {type: bind, source: ./conf, target: /etc/x}
          depends_on: {db: {condition: service_started}}
          networks: {back: }
          healthcheck: {test: [CMD-SHELL, wget -q localhost], interval: 1m30s}
        db: {image: postgres}
      networks: {back: {}}
      volumes: {data: {}}
      """
    ])
    let (a, b) = (try #require(short.services["web"]), try #require(long.services["web"]))
    #expect(a.command == b.command && a.ports == b.ports && a.volumes == b.volumes && a.dependsOn == b.dependsOn)
    #expect(a.healthcheck == b.healthcheck && a.networks == b.networks)
    #expect(
      Dictionary(uniqueKeysWithValues: a.environment.elements.map { ($0.key, $0.value) }) == [
        "A": "1", "B": "two", "C": nil, "D": "x y",
      ]
    )
    #expect(Set(b.environment.keys) == Set(a.environment.keys))
    #expect(short.networks == long.networks && short.volumes == long.volumes)
  }

  @Test func `an override file lies over the main one`() throws {
    let project = try load([
      "stack/compose.yaml": """
      services:
        web:
          image: nginx:1.25
          command: [a, b]
          environment: {A: one, B: two}
          ports: ["80:80"]
          cap_add: [NET_ADMIN]
          healthcheck: {test: [CMD, old], retries: 2}
          labels: {x: y}
      """,
      "stack/compose.override.yaml": """
      services:
        web:
          image: nginx:1.27
          command: [c]
          environment: [B=three, C=four]
          ports: ["443:443"]
          cap_add: !override [SYS_TIME]
          healthcheck: {test: [CMD, new]}
          labels: !reset
      """,
    ])
    let web = try #require(project.services["web"])
    #expect(web.image == "nginx:1.27" && web.command == ["c"])
    #expect(web.environment == ["A": "one", "B": "three", "C": "four"])
    #expect(web.ports.map(\.description) == ["80:80/tcp", "443:443/tcp"])
    #expect(web.capAdd == ["SYS_TIME"] && web.labels.isEmpty)
    #expect(web.healthcheck?.test == ["CMD", "new"] && web.healthcheck?.retries == 2)
    #expect(project.files == ["stack/compose.yaml", "stack/compose.override.yaml"])
  }

  @Test func `variables come from the caller, then from the stack's own file`() throws {
    let files = [
      "stack/.env": "TAG=1.27\nHOST=file\nDERIVED=\"v${TAG}\"\n",
      "stack/compose.yaml": """
      services:
        web:
          image: "nginx:${TAG}-${DERIVED}"
          hostname: ${HOST}
          user: "${UID_:-1000}:$$5"
      """,
    ]
    let web = try #require(try load(files, environment: ["HOST": "caller"]).services["web"])
    #expect(web.image == "nginx:1.27-v1.27" && web.hostname == "caller" && web.user == "1000:$5")
  }

  @Test func `anchors, merge keys and services that extend others are followed`() throws {
    let project = try load([
      "stack/common.yaml": "services:\n  base:\n    image: busybox\n    restart: always\n    environment: {A: base}\n",
      "stack/compose.yaml": """
      x-health: &health
        interval: 10s
        retries: 3
      services:
        web:
          extends: {file: common.yaml, service: base}
          environment: {B: own}
          healthcheck:
            <<: *health
            test: [CMD, "true"]
        twin:
          extends: web
          image: alpine
      """,
    ])
    let twin = try #require(project.services["twin"])
    #expect(twin.image == "alpine" && twin.restart == "always" && twin.environment == ["A": "base", "B": "own"])
    #expect(twin.healthcheck?.retries == 3)
    #expect(project.extensions.keys == ["x-health"])
  }

  @Test func `included files bring their services, which the including one may change`() throws {
    let project = try load([
      "stack/compose.yaml": "include: [../other/compose.yaml]\nservices:\n  db: {image: \"postgres:17\"}\n",
      "other/.env": "NAME=inner\n",
      "other/compose.yaml":
        "services:\n  db: {image: \"postgres:15\", hostname: \"$NAME\"}\n  cache: {image: valkey}\n",
    ])
    #expect(project.services["db"]?.image == "postgres:17")
    #expect(project.services["db"]?.hostname == "inner")
    #expect(project.services["cache"]?.image == "valkey")
  }

  @Test func `every value knows its place and its variables`() throws {
    let yaml =
      "services:\n  web:\n    image: \"nginx:${TAG}\"\n    environment:\n      - A=1\n    ports:\n      - 80:80\n"
    let project = try load(["stack/compose.yaml": yaml, "stack/.env": "TAG=1\n"])
    func text(_ path: String) throws -> String {
      let origin = try #require(project.origin(of: YAMLPath(parsing: path)))
      return String(decoding: Array(yaml.utf8)[origin.bytes], as: UTF8.self)
    }
    #expect(try text("services.web.image") == "\"nginx:${TAG}\"")
    let image = try YAMLPath(parsing: "services.web.image")
    #expect(project.origin(of: image)?.variables == ["TAG"])
    #expect(try text("services.web.environment.A") == "A=1")
    #expect(try text("services.web.ports[0].published") == "80:80")
    #expect(try text("services.web.ports[0].nothing.here") == "80:80")
  }

  @Test(arguments: [("My Stack_1", "mystack_1"), ("--x", "x"), ("Ünïcode", "ncode")])
  func `a project without a name has its directory's`(_ directory: String, _ name: String) throws {
    let path = try RepositoryPath(directory)
    let tree = MemoryTree(["\(directory)/compose.yaml": "services:\n  a: {image: x}\n"])
    let stack = try #require(try StackFiles.find(in: path, of: tree))
    #expect(try ComposeLoader().load(stack, from: tree).value?.name == name)
  }

  @Test func `a directory without a Compose file is no stack`() throws {
    #expect(try StackFiles.find(in: RepositoryPath("a"), of: MemoryTree(["a/readme.md": "x"])) == nil)
  }

  @Test func `any bytes load or are refused, and never trap`() throws {
    var generator = SplitMix(state: 7)
    let seed = Array(
      "services:\n  a: {image: \"${X:-y}\", ports: [\"1-3:4-6/tcp\"], volumes: [\"a:/b:ro\"], x: &q [*q]}\n".utf8
    )
    for _ in 0..<3_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      let tree = MemoryTree(overlaying: MemoryTree([:]), changes: [try RepositoryPath("compose.yaml"): bytes])
      let loaded = try ComposeLoader().load(StackFiles(file: RepositoryPath("compose.yaml")), from: tree)
      #expect(loaded.value != nil || !loaded.diagnostics.isEmpty)
    }
  }
}

/// A generator whose numbers follow from its seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
