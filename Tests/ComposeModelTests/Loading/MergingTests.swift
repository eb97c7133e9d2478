import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

/// An attribute in a main file, in its override, and merged.
struct Merge: Sendable, CustomTestStringConvertible {
  let attribute: String
  let base: String
  let overlay: String
  let merged: String
  var testDescription: String { "\(attribute): \(base) + \(overlay)" }

  init(_ attribute: String, _ base: String, _ overlay: String, _ merged: String) {
    self.attribute = attribute
    self.base = base
    self.overlay = overlay
    self.merged = merged
  }

  static let all: [Merge] = [
    Merge("command", "[a, b]", "[c]", "[c]"),
    Merge("entrypoint", "[a]", "b c", "[b, c]"),
    Merge("hostname", "a", "b", "b"),
    Merge("hostname", "a", "null", "a"),
    Merge("environment", "[A=1, B=2]", "{B: 3, C: 4}", "{A: '1', B: '3', C: '4'}"),
    Merge("environment", "{A: 1, B: 2}", "{A: !reset null}", "{B: '2'}"),
    Merge("labels", "{a: b}", "[a=c]", "{a: c}"),
    Merge("dns", "1.1.1.1", "[2.2.2.2]", "[1.1.1.1, 2.2.2.2]"),
    Merge("cap_add", "[A]", "[B, A]", "[A, B]"),
    Merge("cap_add", "[A]", "!override [B]", "[B]"),
    Merge("cap_add", "[A]", "!reset []", "null"),
    Merge("expose", "['1']", "[1, 2]", "['1', '2']"),
    Merge(
      "ports",
      "['8000:80']",
      "['8001:80']",
      """
      [{mode: ingress, target: 80, published: '8000', protocol: tcp},
       {mode: ingress, target: 80, published: '8001', protocol: tcp}]
      """
    ),
    Merge("volumes", "['va:/x']", "['vb:/x']", "[{type: volume, source: vb, target: /x, volume: {}}]"),
    Merge("healthcheck", "{test: [CMD, a], retries: 2}", "{test: [CMD, b]}", "{test: [CMD, b], retries: 2}"),
    Merge(
      "logging",
      "{driver: a, options: {x: '1'}}",
      "{options: {y: '2'}}",
      "{driver: a, options: {x: '1', y: '2'}}"
    ),
    Merge("logging", "{driver: a, options: {x: '1'}}", "{driver: b}", "{driver: b}"),
    Merge("build", "./dir", "{args: {A: b}}", "{context: ./dir, args: {A: b}, dockerfile: Dockerfile}"),
    Merge("networks", "[n]", "{n: {aliases: [x]}}", "{n: {aliases: [x]}}"),
    Merge("networks", "{n: {aliases: [x]}}", "[n]", "{n: {aliases: [x]}}"),
    Merge(
      "extra_hosts",
      "['a=1.1.1.1', 'c:3.3.3.3']",
      "['a=1.1.1.1', 'b=2.2.2.2']",
      "['a=1.1.1.1', 'b=2.2.2.2', 'c=3.3.3.3']"
    ),
    Merge("deploy", "{replicas: 1, labels: [a=1]}", "{labels: {b: 2}}", "{replicas: 1, labels: {a: '1', b: '2'}}"),
    Merge("ulimits", "{nofile: 1}", "{nofile: {soft: 2, hard: 3}}", "{nofile: {soft: 2, hard: 3}}"),
    Merge("x-own", "{a: [1], b: 2}", "{a: [2]}", "{a: [1, 2], b: 2}"),
  ]
}

@Suite struct `Merging override files` {
  @Test(arguments: Merge.all)
  func `follows the rules of each attribute`(_ merge: Merge) throws {
    let rest = "  b: {image: x}\nnetworks: {n: }\nvolumes: {va: , vb: }\n"
    let tree = MemoryTree([
      "s/compose.yaml": "services:\n  a:\n    image: x\n    \(merge.attribute): \(merge.base)\n\(rest)",
      "s/compose.override.yml": "services:\n  a:\n    \(merge.attribute): \(merge.overlay)\n",
    ])
    let stack = try #require(try StackFiles.find(in: RepositoryPath("s"), of: tree))
    let loaded = try ComposeLoader().load(stack, from: tree)
    #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
    guard case .mapping(let service) = try #require(loaded.value?.services["a"]).attributes else { return }
    let found = service[merge.attribute] ?? .null
    #expect(found.isSame(as: try YAMLValue(parsing: merge.merged)), "\(found)")
  }

  @Test func `keeps the place of each value`() throws {
    let tree = MemoryTree([
      "compose.yaml": "services:\n  a:\n    image: old\n    environment: [A=1]\n",
      "compose.override.yaml": "services:\n  a:\n    image: new\n    environment: [B=2]\n",
    ])
    let stack = try #require(try StackFiles.find(in: .root, of: tree))
    let project = try #require(try ComposeLoader().load(stack, from: tree).value)
    func file(_ path: String) throws -> String? { project.origin(of: try YAMLPath(parsing: path))?.file }
    #expect(try file("services.a.image") == "compose.override.yaml")
    #expect(try file("services.a.environment.A") == "compose.yaml")
    #expect(try file("services.a.environment.B") == "compose.override.yaml")
  }

  @Test func `merges the YAML documents of one file in order`() throws {
    let tree = MemoryTree(["compose.yaml": "services: {a: {image: x}}\n---\nservices: {a: {hostname: h}}\n"])
    let loaded = try ComposeLoader().load(StackFiles(file: RepositoryPath("compose.yaml")), from: tree)
    let service = try #require(loaded.value?.services["a"])
    #expect(service.image == "x" && service.hostname == "h")
  }

  @Test func `changes nothing when a file is laid over itself`() throws {
    for merge in Merge.all where !merge.base.hasPrefix("!") && merge.attribute != "x-own" {
      let text =
        "services:\n  a:\n    image: x\n    \(merge.attribute): \(merge.base)\nnetworks: {n: }\nvolumes: {va: }\n"
      let once = MemoryTree(["compose.yaml": text])
      let twice = MemoryTree(["compose.yaml": text, "compose.override.yaml": text])
      let loaded = try [once, twice].map { tree in
        let stack = try #require(try StackFiles.find(in: .root, of: tree))
        return try ComposeLoader().load(stack, from: tree).value?.services["a"]?.attributes
      }
      let (a, b) = (try #require(loaded[0]), try #require(loaded[1]))
      #expect(a.isSame(as: b), "\(merge.attribute)")
    }
  }
}
