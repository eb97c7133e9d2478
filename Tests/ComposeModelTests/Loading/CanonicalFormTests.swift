import ComposeModel
import OrderedCollections
import SourceDiagnostics
import Testing

/// An attribute as it is written and in its canonical form.
struct Form: Sendable, CustomTestStringConvertible {
  let attribute: String
  let written: String
  let canonical: String
  var testDescription: String { "\(attribute): \(written)" }

  init(_ attribute: String, _ written: String, _ canonical: String) {
    self.attribute = attribute
    self.written = written
    self.canonical = canonical
  }

  static let all: [Form] = [
    Form("command", "run 'a b'", "[run, a b]"),
    Form("entrypoint", "[]", "[]"),
    Form("environment", "[A=1, B, C=x=y]", "{A: '1', B: null, C: x=y}"),
    Form("environment", "{A: 1, B: true, C: 1.5}", "{A: '1', B: 'true', C: '1.5'}"),
    Form("labels", "[a=1, b]", "{a: '1', b: ''}"),
    Form("sysctls", "{net.core.somaxconn: 1024}", "{net.core.somaxconn: '1024'}"),
    Form("annotations", "[a=b]", "{a: b}"),
    Form("ports", "['80']", "[{mode: ingress, target: 80, protocol: tcp}]"),
    Form("ports", "[8080]", "[{mode: ingress, target: 8080, protocol: tcp}]"),
    Form(
      "ports",
      "[{target: '80', published: 8080}]",
      "[{target: 80, published: '8080', protocol: tcp, mode: ingress}]"
    ),
    Form("ports", "['80:80', '80:80']", "[{mode: ingress, target: 80, published: '80', protocol: tcp}]"),
    Form("ports", "!reset ['80']", "null"),
    Form("volumes", "['/d']", "[{type: volume, target: /d}]"),
    Form("volumes", "['/data']", "[{type: volume, target: /data, volume: {}}]"),
    Form(
      "volumes",
      "['./a:/b/../c:ro,z']",
      "[{type: bind, source: ./a, target: /c, read_only: true, bind: {selinux: z}}]"
    ),
    Form("volumes", "['/a:/b:rshared']", "[{type: bind, source: /a, target: /b, bind: {propagation: rshared}}]"),
    Form("volumes", "['vv:/b:nocopy']", "[{type: volume, source: vv, target: /b, volume: {nocopy: true}}]"),
    Form("volumes", "['vv:/b', './x:/b/']", "[{type: bind, source: ./x, target: /b, bind: {}}]"),
    Form("volumes", "[{type: bind, source: ., target: /b, read_only: 'no'}]", "[{type: bind, source: ., target: /b}]"),
    Form("networks", "[n]", "{n: null}"),
    Form("networks", "{n: {aliases: [x, y, x]}}", "{n: {aliases: [x, y]}}"),
    Form(
      "volumes",
      "[{type: tmpfs, target: /t, tmpfs: {size: 1k}}]",
      "[{type: tmpfs, target: /t, tmpfs: {size: '1024'}}]"
    ),
    Form("depends_on", "[b]", "{b: {condition: service_started, required: true}}"),
    Form("healthcheck", "{test: curl x, retries: '3'}", "{test: [CMD-SHELL, curl x], retries: 3}"),
    Form("healthcheck", "{test: NONE, interval: 90s}", "{test: [CMD-SHELL, NONE], interval: 1m30s}"),
    Form("healthcheck", "{disable: 'true'}", "{disable: true}"),
    Form("dns", "1.1.1.1", "[1.1.1.1]"),
    Form("tmpfs", "/run", "[/run]"),
    Form("expose", "[80, '80', 90-91]", "['80', 90-91]"),
    Form("group_add", "[1000, docker]", "['1000', docker]"),
    Form(
      "devices",
      "['/dev/a', '/dev/b:/dev/c:r']",
      "[{source: /dev/a, target: /dev/a, permissions: rwm}, {source: /dev/b, target: /dev/c, permissions: r}]"
    ),
    Form("extra_hosts", "['b:[::1]', 'a=1.2.3.4', 'c:host-gateway']", "['a=1.2.3.4', 'b=::1', 'c=host-gateway']"),
    Form("extra_hosts", "{h: [1.1.1.1, 2.2.2.2]}", "['h=1.1.1.1', 'h=2.2.2.2']"),
    Form("secrets", "[s]", "[{source: s, target: /run/secrets/s}]"),
    Form("secrets", "[{source: s, mode: 0440}]", "[{source: s, mode: '0440', target: /run/secrets/s}]"),
    Form("configs", "[c]", "[{source: c}]"),
    Form("mem_limit", "512m", "'536870912'"),
    Form("shm_size", "65536", "'65536'"),
    Form("cpus", "'2.0'", "2"),
    Form("cpus", "0.50", "0.5"),
    Form("pids_limit", "'100'", "100"),
    Form("privileged", "'yes'", "true"),
    Form("stop_grace_period", "90s", "1m30s"),
    Form("logging", "{driver: json-file, options: {max-file: 3}}", "{driver: json-file, options: {max-file: '3'}}"),
    Form("gpus", "all", "[{count: -1}]"),
    Form(
      "deploy",
      "{resources: {limits: {cpus: '0.5', memory: 1G}, reservations: {devices: [{capabilities: [gpu]}]}}}",
      "{resources: {limits: {cpus: 0.5, memory: '1073741824'}, reservations: {devices: [{capabilities: [gpu], count: -1}]}}}"
    ),
    Form(
      "deploy",
      "{labels: [a=b], restart_policy: {window: 120s}}",
      "{labels: {a: b}, restart_policy: {window: 2m0s}}"
    ),
    Form(
      "blkio_config",
      "{device_read_bps: [{path: /dev/a, rate: 12mb}]}",
      "{device_read_bps: [{path: /dev/a, rate: '12582912'}]}"
    ),
    Form("pre_stop", "[{command: a 'b c', environment: [A=1]}]", "[{command: [a, b c], environment: {A: '1'}}]"),
    Form("provider", "{type: t, options: {a: 1, b: [x, 2]}}", "{type: t, options: {a: ['1'], b: [x, '2']}}"),
    Form("build", ".", "{context: ., dockerfile: Dockerfile}"),
    Form(
      "build",
      "{dockerfile_inline: FROM x, args: [A=1, B]}",
      "{dockerfile_inline: FROM x, args: {A: '1'}, context: .}"
    ),
    Form("ulimits", "{nofile: '65535', nproc: {soft: 1, hard: '2'}}", "{nofile: 65535, nproc: {soft: 1, hard: 2}}"),
    Form("cap_add", "[A, B, A]", "[A, B]"),
    Form("privileged", "false", "null"),
    Form("init", "false", "false"),
    Form("labels", "{}", "null"),
    Form("healthcheck", "{}", "{}"),
    Form("mem_limit", "0", "null"),
    Form("stop_grace_period", "0s", "0s"),
    Form(
      "develop",
      "{watch: [{path: ., action: sync, target: /s, ignore: x}]}",
      "{watch: [{path: ., action: sync, target: /s, ignore: [x]}]}"
    ),
    Form("x-own", "{a: [1, '2', null]}", "{a: [1, '2', null]}"),
  ]
}

@Suite struct `Canonical forms` {
  private func canonical(_ attribute: String, _ written: String) throws -> YAMLValue {
    let yaml = """
      services:
        a: {image: x, \(attribute): \(written)}
        b: {image: x}
      networks: {n: }
      volumes: {vv: }
      secrets: {s: {file: ./s}}
      configs: {c: {file: ./c}}
      """
    let file = try RepositoryPath("stack/compose.yaml")
    let loaded = try ComposeLoader().load(StackFiles(file: file), from: MemoryTree([file.string: yaml]))
    #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
    guard case .mapping(let service) = try #require(loaded.value?.services["a"]).attributes else { return .null }
    return service[attribute] ?? .null
  }

  @Test(arguments: Form.all)
  func `are what short forms mean`(_ form: Form) throws {
    let found = try canonical(form.attribute, form.written)
    #expect(found.isSame(as: try YAMLValue(parsing: form.canonical)), "\(found)")
  }

  @Test(arguments: Form.all.filter { !$0.written.hasPrefix("!") && $0.canonical != "null" })
  func `stay as they are when they are written out`(_ form: Form) throws {
    let found = try canonical(form.attribute, form.canonical)
    #expect(found.isSame(as: try YAMLValue(parsing: form.canonical)), "\(found)")
  }

  @Test func `of networks, volumes and secrets name what is elsewhere`() throws {
    let yaml = """
      services: {a: {image: x}}
      networks: {n: {external: true}, m: {labels: [a=b]}}
      volumes: {v: {external: {name: there}}, w: }
      secrets: {s: {external: "true", name: other}}
      """
    let file = try RepositoryPath("compose.yaml")
    let loaded = try ComposeLoader().load(StackFiles(file: file), from: MemoryTree([file.string: yaml]))
    let project = try #require(loaded.value)
    #expect(project.networks["n"]?.name == "n" && project.networks["n"]?.isExternal == true)
    #expect(project.volumes["v"]?.name == "there" && project.volumes["v"]?.isExternal == true)
    #expect(project.volumes["w"]?.name == "project_w" && project.volumes["w"]?.isExternal == false)
    #expect(project.secrets["s"]?.name == "other")
    guard case .mapping(let top) = project.attributes, case .mapping(let networks) = top["networks"] else { return }
    #expect(networks["m"]?.isSame(as: ["name": "project_m", "labels": ["a": "b"]]) == true)
  }
}
