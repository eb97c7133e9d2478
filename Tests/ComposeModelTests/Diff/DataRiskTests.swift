import ComposeModel
import Testing

@Suite struct `What happens to the data` {
  @Test(arguments: [
    (
      "['data:/data']", "[]",
      "danger mount-dropped: `app` goes on without the volume `cloud_data`, where it keeps `/data`"
    ),
    (
      "['data:/data']", "['other:/data']",
      "danger volume-renamed: `app` gets the volume `cloud_other` instead of the volume `cloud_data` at `/data`"
    ),
    ("['/srv/a:/data']", "['/srv/b:/data']", "danger bind-moved: `app` gets `/srv/b` instead of `/srv/a` at `/data`"),
    (
      "['/srv/a:/data']", "['data:/data']",
      "danger storage-replaced: `app` gets the volume `cloud_data` instead of `/srv/a` at `/data`"
    ),
    (
      "['data:/data']", "[{ type: tmpfs, target: /data }]",
      "danger storage-replaced: `app` gets storage that is lost with the container instead of the volume `cloud_data` at `/data`"
    ),
    (
      "['data:/data']", "['/data']",
      "danger storage-replaced: `app` gets storage that is lost with the container instead of the volume `cloud_data` at `/data`"
    ),
    (
      "['data:/data']", "['data:/var/data']",
      "caution mount-moved: `app` finds the volume `cloud_data` at `/var/data` instead of `/data`"
    ),
  ])
  func `a mount that changes puts data at risk`(_ old: String, _ new: String, _ risk: String) throws {
    #expect(try risks(from: "volumes: \(old)", to: "volumes: \(new)") == [risk])
  }

  @Test(arguments: [
    ("volumes: ['data:/data']", "volumes: [{ type: volume, source: data, target: /data }]"),
    ("volumes: ['data:/data']", "volumes: ['data:/data', 'other:/more']"),
    ("volumes: ['data:/data', 'other:/more']", "volumes: ['other:/more', 'data:/data']"),
    ("volumes: ['/srv/a:/etc/app:ro']", "volumes: ['/srv/b:/etc/app:ro']"),
    ("volumes: ['/etc/localtime:/etc/localtime']", ""),
    ("volumes: ['/var/run/docker.sock:/var/run/docker.sock']", "volumes: ['/run/docker.sock:/var/run/docker.sock']"),
    ("volumes: ['data:/data']", "volumes: ['data:/data:ro']"),
    ("volumes: [/cache]", ""),
    ("tmpfs: [/cache]", ""),
    ("", "volumes: ['data:/data']"),
  ])
  func `what only looks like it doesn't`(_ old: String, _ new: String) throws {
    #expect(try risks(from: old, to: new) == [])
  }

  @Test func `a volume is known by the engine's name`() throws {
    let service = app("volumes: ['KEY:/data']")
    let named = service.replacing("KEY", with: "data") + "volumes: { data: { name: fixed } }\n"
    let other = service.replacing("KEY", with: "files") + "volumes: { files: { name: fixed } }\n"
    #expect(try summary(from: named, to: other).impact.data == [])
    let external = service.replacing("KEY", with: "data") + "volumes: { data: { external: true } }\n"
    let own = service.replacing("KEY", with: "data") + "volumes: { data: }\n"
    #expect(
      try summary(from: own, to: external).impact.data.map(\.message) == [
        "`app` gets the volume `data` instead of the volume `cloud_data` at `/data`"
      ]
    )
    let renamed = try ChangeSummary(of: .root, from: loadedStack(own, name: "a"), to: loadedStack(own, name: "b"))
      .impact.data
    #expect(renamed.map(\.message) == ["`app` gets the volume `b_data` instead of the volume `a_data` at `/data`"])
  }

  @Test func `a service that goes leaves its volume behind`() throws {
    let old = app("volumes: ['data:/data', '/srv/a:/a']") + "  other: { image: o }\nvolumes: { data: }\n"
    let data = try summary(from: old, to: "services: { other: { image: o } }\n").impact.data
    #expect(data.map(\.message) == ["nothing uses the volume `cloud_data` of `app` any more"])
    #expect(data.map(\.severity) == [.caution])
    let heir = old.replacing("app:", with: "application:").replacing("nginx:1.27", with: "nginx:1.28")
    #expect(try summary(from: old, to: heir).impact.data == [])
    #expect(try ChangeSummary(of: .root, from: loadedStack(old), to: nil).impact.data.map(\.kind) == [.volumeDropped])
  }

  @Test func `a renamed service keeps its data, or is seen to lose it`() throws {
    let old = app("volumes: ['data:/data']") + "volumes: { data: { name: one } }\n"
    let moved = old.replacing("app:", with: "web:").replacing("one", with: "two")
    #expect(try summary(from: old, to: moved).impact.data.map(\.kind) == [.volumeRenamed])
    #expect(try summary(from: old, to: moved).impact.data.map(\.service) == ["web"])
  }

  @Test func `a volume with other settings would be emptied`() throws {
    let text = app("volumes: ['data:/data']") + "volumes: { data: { driver_opts: { type: nfs } } }\n"
    let data = try summary(from: text, to: text.replacing("nfs", with: "cifs")).impact.data
    #expect(data.map(\.message) == ["the volume `cloud_data` gets other settings, which means emptying it"])
    #expect(data.map(\.kind) == [.volumeRedefined])
  }

  @Test func `a variable that moves the data is noticed`() throws {
    let text = "name: cloud\n" + app("volumes: ['${DATA}/app:/data']")
    let before = try loadedStack(["compose.yaml": text, ".env": "DATA=/srv"])
    let after = try loadedStack(["compose.yaml": text, ".env": "DATA=/mnt"])
    let data = ChangeSummary(of: .root, from: before, to: after).impact.data
    #expect(data.map(\.message) == ["`app` gets `/mnt/app` instead of `/srv/app` at `/data`"])
    #expect(data.first?.newPlaces.first?.origin.file == "compose.yaml")
  }

  @Test func `both sides point at the mount`() throws {
    let text = app("volumes: ['/srv/a:/data']")
    let risk = try #require(try summary(from: text, to: text.replacing("/srv/a", with: "/srv/b")).impact.data.first)
    #expect(risk.oldPlaces.map(\.text) == ["the data is here"])
    #expect(risk.newPlaces.map(\.text) == ["the service will look here"])
    #expect(risk.help == "copy the data over before the change, or keep `/srv/a`")
  }

  private func risks(from old: String, to new: String) throws -> [String] {
    let volumes = "volumes: { data: , other: }\n"
    return try summary(from: app(old) + volumes, to: app(new) + volumes).impact.data.map {
      "\($0.severity.rawValue) \($0.kind.rawValue): \($0.message)"
    }
  }
}
