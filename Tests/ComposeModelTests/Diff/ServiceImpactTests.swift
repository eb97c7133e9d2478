import ComposeModel
import Testing

@Suite struct `What happens to the containers` {
  @Test(arguments: [
    ("restart: always", "restart: always", "unchanged", []),
    ("", "environment: { A: 1 }", "recreate", ["`environment` changes"]),
    ("", "environment: { A: 1 }\nports: ['1:1']", "recreate", ["`environment` and `ports` change"]),
    (
      "", "environment: { A: 1 }\nports: ['1:1']\nuser: me\nread_only: true\nprivileged: true", "recreate",
      ["`environment`, `ports`, `user` and 2 more change"]
    ),
    ("cap_add: [A, B]", "cap_add: [B, A]", "recreate", ["the order of a list changes"]),
    ("", "profiles: []", "unchanged", []),
    ("", "depends_on: [other]", "unchanged", []),
    ("", "x-note: hello", "unchanged", []),
    ("", "pull_policy: always", "unchanged", []),
    ("", "scale: 3", "scale", ["it runs 3 times instead of 1"]),
    ("deploy: { replicas: 1 }", "deploy: { replicas: 2 }", "scale", ["it runs 2 times instead of 1"]),
    ("", "scale: 3\nuser: me", "recreate", ["`user` changes"]),
    ("profiles: [x]", "profiles: [x]\nuser: me", "recreate", ["`user` changes", "only with the profile `x`"]),
    (
      "profiles: [x, y]", "profiles: [x, y]\nscale: 2", "scale",
      ["it runs 2 times instead of 1", "only with one of the profiles `x`, `y`"]
    ),
    ("", "build: .", "unchanged", ["its build settings apply when it is built again"]),
  ])
  func `a service is recreated when its container would be another`(
    _ old: String,
    _ new: String,
    _ action: String,
    _ reasons: [String]
  ) throws {
    let other = "  other: { image: a }\n"
    let impact = try summary(from: app(old) + other, to: app(new) + other).impact
    let app = try #require(impact.services.first { $0.name == "app" })
    #expect(app.action.rawValue == action)
    #expect(app.reasons.map(\.words) == reasons)
    #expect(impact.services.first { $0.name == "other" }?.action == .unchanged)
  }

  @Test func `services come, go and change their names`() throws {
    let old = "services:\n  a: { image: a:1 }\n  b: { image: b:1 }\n"
    let new = "services:\n  bb: { image: b:1 }\n  c: { image: c:1 }\n"
    let services = try summary(from: old, to: new).impact.services
    #expect(
      services == [
        ServiceImpact("bb", .create, because: [.init(.renamed, "it was called `b`")]),
        ServiceImpact("c", .create, because: [.init(.added, "it is new")]),
        ServiceImpact("a", .remove, because: [.init(.removed, "it is gone")]),
        ServiceImpact("b", .remove, because: [.init(.renamed, "it is called `bb` now")]),
      ]
    )
  }

  @Test func `who shares a namespace goes along`() throws {
    let text = """
      services:
        vpn: { image: "vpn:1" }
        app: { image: a, network_mode: "service:vpn" }
        sidecar: { image: s, volumes_from: [app] }
        watcher: { image: w, depends_on: { vpn: { condition: service_started, restart: true } } }
        other: { image: o, depends_on: [vpn] }
      """
    let services = try summary(from: text, to: text.replacing("vpn:1", with: "vpn:2")).impact.services
    #expect(services.map(\.action) == [.recreate, .recreate, .recreate, .restart, .unchanged])
    #expect(
      services.flatMap(\.reasons).map(\.words) == [
        "`image` changes", "it shares a namespace or volumes with `vpn`, which is made anew",
        "it shares a namespace or volumes with `app`, which is made anew", "it asks to be restarted with `vpn`",
      ]
    )
  }

  @Test func `a network or volume that changes reaches those who use it`() throws {
    let text = app("networks: [front]\nvolumes: ['data:/data']") + "  other: { image: o }\n"
    let rest = "networks: { front: { internal: false } }\nvolumes: { data: { name: one } }\n"
    let network = try summary(from: text + rest, to: text + rest.replacing("false", with: "true")).impact.services
    #expect(
      network.first == ServiceImpact("app", .restart, because: [.init(.network, "the network `front` is made anew")])
    )
    let volume = try summary(from: text + rest, to: text + rest.replacing("one", with: "two")).impact.services
    #expect(volume.first == ServiceImpact("app", .recreate, because: [.init(.volume, "`data` is another volume now")]))
    #expect([network, volume].allSatisfy { $0.last?.action == .unchanged })
  }

  @Test(arguments: [
    ("{ name: one }", "{ name: two }", "restart", "recreate"),
    ("{ name: one }", "{ name: two, external: true }", "recreate", "recreate"),
    ("{ name: one, external: true }", "{ name: two, external: true }", "recreate", "recreate"),
    ("{ name: one }", "{ name: one, external: true }", "unchanged", "unchanged"),
    ("{ name: one }", "{ name: one, x-note: hello }", "unchanged", "unchanged"),
    ("{ name: one }", "{ name: one, labels: [a=b] }", "restart", "restart"),
  ])
  func `what a network does depends on the release`(
    _ old: String,
    _ new: String,
    _ five: String,
    _ two: String
  ) throws {
    let text = app("networks: [front]") + "networks: { front: NETWORK }\n"
    let (old, new) = (
      try loadedStack(text.replacing("NETWORK", with: old)), try loadedStack(text.replacing("NETWORK", with: new))
    )
    for (release, action) in [(ComposeRelease.five, five), (.two, two)] {
      let impact = ChangeSummary(of: .root, from: old, to: new, for: release).impact
      #expect(impact.services.map(\.action.rawValue) == [action], "\(release)")
    }
  }

  @Test func `who asks to be restarted isn't when the other is new`() throws {
    let old = "services:\n  app: { image: a }\n"
    let new = """
      services:
        app: { image: a, depends_on: { db: { condition: service_started, restart: true } } }
        db: { image: d }
      """
    #expect(try summary(from: old, to: new).impact.services.map(\.action) == [.unchanged, .create])
  }

  @Test func `files of variables matter by what they hold, files of labels by their names`() throws {
    let project = { (attribute: String) in
      let main = "name: cloud\n" + app(attribute)
      return try loadedStack(["compose.yaml": main, "a": "A=1\n", "b": "A=1\n", "c": "A=2\n"])
    }
    let impact = { (old: String, new: String) in
      try ChangeSummary(of: .root, from: project(old), to: project(new)).impact.services.map(\.action)
    }
    #expect(try impact("env_file: a", "env_file: b") == [.unchanged])
    #expect(try impact("env_file: a", "env_file: c") == [.recreate])
    #expect(try impact("label_file: a", "label_file: b") == [.recreate])
  }

  @Test func `a project of another name is another project`() throws {
    let text = app("")
    let impact = try ChangeSummary(of: .root, from: loadedStack(text, name: "a"), to: loadedStack(text, name: "b"))
      .impact
    #expect(impact.services.map(\.action) == [.recreate])
    #expect(impact.services.first?.reasons.last?.words == "the project has another name")
  }

  @Test func `a ring of services ends`() throws {
    let text =
      "services:\n  a: { image: \"a:1\", volumes_from: [b] }\n  b: { image: b, volumes_from: [c] }\n  c: { image: c, ipc: shareable }\n"
    let services = try summary(from: text, to: text.replacing("shareable", with: "private")).impact.services
    #expect(services.map(\.action) == [.recreate, .recreate, .recreate])
  }
}
