import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

@Suite struct `Services from other files` {
  private func load(_ files: [String: String]) throws -> Loaded<ComposeProject> {
    try ComposeLoader().load(StackFiles(file: RepositoryPath("stack/compose.yaml")), from: MemoryTree(files))
  }

  @Test func `keep their paths when they are extended`() throws {
    let loaded = try load([
      "stack/compose.yaml": "services:\n  a:\n    extends: {file: ../common/base.yaml, service: base}\n    image: x\n",
      "common/base.yaml": """
      services:
        base:
          build: {context: ., additional_contexts: {lib: ../lib, web: "https://x/y"}}
          env_file: [base.env, {path: ./none.env, required: false}]
          volumes:
            - ./conf:/conf:ro
            - data:/data
            - ~/home:/home
            - /abs:/abs
            - {type: bind, source: ../up, target: /up}
            - {type: volume, source: data, target: /named}
          label_file: ./labels
          develop: {watch: [{path: ./src, action: rebuild}]}
      """,
      "common/base.env": "FROM=base\n",
      "common/labels": "LABEL=base\n",
    ])
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["there is no volume `data`", "there is no volume `data`"])
    let service = try #require(loaded.value?.services["a"])
    let sources = ["../common/conf", "data", "~/home", "/abs", "../up", "data"]
    #expect(service.volumes.map(\.source) == sources)
    #expect(service.volumes.map(\.isReadOnly) == [true, false, false, false, false, false])
    #expect(service.environment == ["FROM": "base"])
    #expect(service.labels == ["LABEL": "base"])
    #expect(service.envFiles == ["../common/base.env", "../common/none.env"])
    let build: YAMLValue = [
      "context": "../common", "dockerfile": "Dockerfile",
      "additional_contexts": ["lib": "../lib", "web": "https://x/y"],
    ]
    #expect(service.build?.attributes.isSame(as: build) == true, "\(String(describing: service.build))")
    #expect(loaded.value?.files == ["stack/compose.yaml", "common/base.yaml", "common/base.env", "common/labels"])
  }

  @Test func `keep their paths when they are included`() throws {
    let loaded = try load([
      "stack/compose.yaml": "include: [sub/compose.yaml]\n",
      "stack/sub/compose.yaml": """
      services:
        a: {image: x, env_file: a.env, volumes: ["./d:/d", "vol:/v"], secrets: [s]}
      volumes: {vol: {driver: local, driver_opts: {type: none, o: bind, device: ./dev}}}
      secrets: {s: {file: ./secret}}
      """,
      "stack/sub/a.env": "A=1\n",
    ])
    #expect(loaded.diagnostics == [])
    let project = try #require(loaded.value)
    let service = try #require(project.services["a"])
    #expect(service.volumes.map(\.source) == ["./sub/d", "vol"])
    #expect(service.environment == ["A": "1"])
    #expect(project.secrets["s"]?.file == "./sub/secret")
    guard case .mapping(let top) = project.attributes, case .mapping(let volumes) = top["volumes"] else { return }
    let options: YAMLValue = ["type": "none", "o": "bind", "device": "./sub/dev"]
    let volume: YAMLValue = ["name": "stack_vol", "driver": "local", "driver_opts": options]
    #expect(volumes["vol"]?.isSame(as: volume) == true)
  }

  @Test func `are extended through several files`() throws {
    let loaded = try load([
      "stack/compose.yaml": "services:\n  a: {extends: {file: one/b.yaml, service: b}}\n",
      "stack/one/b.yaml": "services:\n  b: {extends: {file: two/c.yaml, service: c}, user: b, volumes: [./b:/b]}\n",
      "stack/one/two/c.yaml": "services:\n  c: {image: x, user: c, hostname: c, volumes: [./c:/c]}\n",
    ])
    #expect(loaded.diagnostics == [])
    let service = try #require(loaded.value?.services["a"])
    #expect(service.image == "x" && service.user == "b" && service.hostname == "c")
    #expect(service.volumes.map(\.source) == ["./one/two/c", "./one/b"])
  }

  @Test func `can lose what they bring`() throws {
    let loaded = try load([
      "stack/compose.yaml": "services:\n  a: {extends: b, ports: !reset [], environment: !override {B: 2}}\n"
        + "  b: {image: x, ports: [80], environment: {A: 1}}\n"
    ])
    let service = try #require(loaded.value?.services["a"])
    #expect(service.image == "x" && service.ports.isEmpty && service.environment == ["B": "2"])
  }

  @Test func `that extend one another in a ring are refused`() throws {
    let loaded = try load([
      "stack/compose.yaml": "services:\n  a: {image: x, extends: {file: other.yaml, service: b}}\n",
      "stack/other.yaml": "services:\n  b: {image: x, extends: {file: compose.yaml, service: a}}\n",
    ])
    #expect(loaded.diagnostics.map(\.code.rawValue).contains("compose/extends-cycle"))
  }

  @Test func `that aren't there are named`() throws {
    let loaded = try load([
      "stack/compose.yaml": "services:\n  a: {image: x, extends: {file: none.yaml, service: b}}\n"
        + "  b: {image: x, extends: {file: ../../out.yaml, service: b}}\n  c: {image: x, extends: {service: aa}}\n"
    ])
    let codes = loaded.diagnostics.map(\.code.rawValue)
    #expect(codes == ["compose/missing-file", "compose/path-outside-tree", "compose/undefined-extends"])
    #expect(loaded.diagnostics.last?.help == "did you mean `a`?")
  }

  @Test func `a longest chain is followed, and one that never ends is refused`() throws {
    var yaml = "services:\n  s0: {image: x}\n"
    for number in 1...60 { yaml += "  s\(number): {extends: s\(number - 1)}\n" }
    let loaded = try load(["stack/compose.yaml": yaml])
    #expect(loaded.value?.services["s20"]?.image == "x")
    #expect(loaded.diagnostics.contains { $0.code.rawValue == "compose/extends-cycle" })
  }
}
