import ComposeModel
import PolicyEngine
import SourceDiagnostics
import Testing

@Suite struct `Rules about how a service is kept apart` {
  /// A rule, a service that breaks it, what an agent who adds it hears, and one that doesn't break it.
  static let cases: [(rule: RuleID, bad: String, lines: [String], good: String)] = [
    (
      "host-namespace", "network_mode: host", ["approval: `app` shares the network with the host"], "network_mode: none"
    ),
    (
      "host-namespace", "pid: host\nipc: host",
      ["approval: `app` shares the processes with the host", "approval: `app` shares the shared memory with the host"],
      "ipc: private"
    ),
    (
      "dangerous-capability", "cap_add: [CHOWN, cap_sys_admin]",
      ["deny: `app` has the capability `cap_sys_admin`, with which it may mount and do most that root may"],
      "cap_add: [CHOWN]"
    ),
    (
      "dangerous-capability", "cap_add: [NET_ADMIN]",
      ["approval: `app` has the capability `NET_ADMIN`, with which it may change addresses, routes and the firewall"],
      "cap_add: [NET_BIND_SERVICE]"
    ),
    (
      "dangerous-device", "devices: ['/dev/sda1:/dev/sda1']",
      ["deny: `app` is given the device `/dev/sda1`, and so what the host keeps there"],
      "devices: ['/dev/dri', '/dev/snd', '/dev/ttyUSB0', '/dev/sg0']"
    ),
    (
      "dangerous-device", "devices: ['/dev/../dev/mem']",
      ["deny: `app` is given the device `/dev/../dev/mem`, and so what the host keeps there"],
      "devices: ['/dev/net/tun']"
    ),
    (
      "sensitive-host-path", "volumes: ['/etc:/e', '/etc/sudoers.d/x:/s:ro']",
      ["deny: `app` may write to `/etc` of the host", "approval: `app` may read `/etc/sudoers.d/x` of the host"],
      "volumes: ['/etc/localtime:/etc/localtime:ro', '/var/lib/app:/a', '/srv:/d', '/var/run:/r', '/:/root:ro']"
    ),
    (
      "sensitive-host-path", "volumes: ['rooted:/r']", ["deny: `app` may write to `/root` of the host"],
      "volumes: ['data:/r']"
    ),
    (
      "unconfined", "security_opt: ['apparmor=unconfined']",
      ["approval: `app` runs with the security option `apparmor=unconfined`"],
      "security_opt: ['seccomp:profile.json', 'no-new-privileges:true']"
    ),
    (
      "shared-propagation", "volumes: ['/mnt:/mnt:rshared']",
      ["approval: `app` passes mounts below `/mnt` on to the host: `rshared`"], "volumes: ['/mnt:/mnt:rslave']"
    ),
    ("loose-tmpfs", "tmpfs: ['/tmp:size=1m,exec']", ["note: `app` allows `exec` in `/tmp`"], "tmpfs: ['/tmp:noexec']"),
    (
      "cgroup-parent", "cgroup_parent: other", ["approval: `app` belongs to the control group `other`"],
      "mem_limit: 1g"
    ),
    ("root-user", "user: '0:0'", ["note: `app` is told to run as `0:0`"], "user: '1000:0'"),
    (
      "gainable-privileges", "security_opt: []", ["note: `app` may gain privileges that it doesn't start with"],
      "security_opt: ['no-new-privileges=true']"
    ),
    (
      "kept-capabilities", "cap_drop: [CHOWN]", ["note: `app` keeps the capabilities that Docker gives to everyone"],
      "cap_drop: [all]"
    ),
    ("writable-root", "read_only: false", ["note: `app` may write to its own image's files"], "read_only: true"),
    (
      "open-interface", "ports: ['80']", [], "ports: ['127.0.0.1:80:80']"
    ),
    ("privileged-port", "ports: ['8080:80']", ["note: `app` listens on port 80"], "ports: ['80:8080']"),
    (
      "unpinned-image", "restart: always", ["note: `app` names no digest for `nginx:1.27`"],
      "build: ."
    ),
    (
      "build-and-image", "build: .", ["note: `app` is built, and may be pulled as `nginx:1.27` too"],
      "build: .\npull_policy: build"
    ),
    (
      "missing-restart-policy", "restart: 'no'", ["note: `app` isn't started again when it ends"],
      "deploy: { restart_policy: { condition: any } }"
    ),
    (
      "unlimited-resources", "mem_limit: 1g",
      ["note: `app` has no limit on its processors", "note: `app` has no limit on its processes"],
      "mem_limit: 1g\ndeploy: { resources: { limits: { cpus: '1', pids: 9 } } }"
    ),
    ("no-log", "logging: { driver: none }", ["approval: `app` keeps no log"], "logging: { driver: local }"),
  ]

  @Test(arguments: cases.indices)
  func `find what breaks them, and nothing else`(_ index: Int) throws {
    let (rule, bad, expected, good) = Self.cases[index]
    let policy = try strictPolicy()
    func said(_ old: String?, _ new: String) throws -> [String] {
      let change = try change(from: old.map(Self.stack), to: Self.stack(new))
      return lines(of: rule, judge(change, by: policy, on: today))
    }
    #expect(try said(nil, bad) == expected)
    #expect(try said(nil, good) == [])
    #expect(try said(bad, bad + "\nhostname: h") == [])
    #expect(try said(good, bad) == expected)
    #expect(try !Self.state(bad, rule, policy).isEmpty)
    #expect(try Self.state(good, rule, policy).isEmpty)
  }

  @Test func `that are off say nothing`() throws {
    let findings = try judge(change(from: nil, to: app("restart: 'no'\nports: ['80:80']")), by: .standard, on: today)
      .findings
    #expect(Set(findings.map(\.rule)) == ["missing-healthcheck", "opened-port"])
  }

  @Test func `a service that ends by itself needs no restart`() throws {
    let text = app("restart: always\ndepends_on: { init: { condition: service_completed_successfully } }")
    let judgement = try judge(
      change(from: nil, to: text + "  init: { image: 'a:1' }\n"),
      by: strictPolicy(),
      on: today
    )
    #expect(lines(of: "missing-restart-policy", judgement) == [])
  }

  @Test func `services of a larger stack share the network only when they say so`() throws {
    let others = "  b: { image: 'b:1', networks: [own] }\n  c: { image: 'c:1', network_mode: none }\n"
    let judgement = try judge(
      change(from: nil, to: app() + others + "networks: { own: {} }\n"),
      by: strictPolicy(),
      on: today
    )
    #expect(lines(of: "default-network", judgement) == ["note: `app` is in the network that all services share"])
  }

  @Test(arguments: [("data:/b", ["note: the volume `data` is written to by `app`, `b`"]), ("data:/b:ro", [])])
  func `a volume has one writer`(_ mount: String, _ expected: [String]) throws {
    let text = app("volumes: ['data:/a']") + "  b: { image: 'b:1', volumes: ['\(mount)'] }\nvolumes: { data: {} }\n"
    let judgement = try judge(change(from: nil, to: text), by: strictPolicy(), on: today)
    #expect(lines(of: "shared-volume", judgement) == expected)
  }

  @Test func `a container's name is free on its host`() throws {
    let media = try StackState(RepositoryPath("media"), #require(loaded(app("container_name: x"), at: "media").value))
    let stack = { (name: String) in try change(from: nil, to: app("container_name: \(name)"), unchanged: [media]) }
    #expect(
      try lines(of: "container-name-collision", judge(stack("x"), by: .standard, on: today)) == [
        "deny: `app` names its container `x`, as `app` of `media` does"
      ]
    )
    #expect(try lines(of: "container-name-collision", judge(stack("y"), by: .standard, on: today)) == [])
  }

  private static func stack(_ attributes: String) -> String {
    app(attributes)
      + "volumes: { data: {}, rooted: { driver_opts: { type: none, o: bind, device: /root } } }\n"
  }

  /// What is found in the stack as it is.
  private static func state(_ attributes: String, _ rule: RuleID, _ policy: Policy) throws -> [Finding] {
    let state = try StackState(RepositoryPath("cloud"), #require(loaded(stack(attributes)).value))
    return inspect([state], by: policy, on: today).findings.filter { $0.rule == rule }
  }
}
