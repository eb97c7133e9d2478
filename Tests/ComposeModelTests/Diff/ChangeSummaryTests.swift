import ComposeModel
import FoundationEssentials
import Testing

@Suite struct `What people read about a change` {
  static let old = """
    services:
      db:
        image: postgres:15.4
        volumes: ["pgdata:/var/lib/postgresql/data"]
      web: { image: "nginx:1.25", environment: { TOKEN: abc } }
      gone: { image: "a:1", ports: ["9:9"] }
    volumes: { pgdata: }

    """
  static let new = """
    services:
      db:
        image: postgres:17.0
        volumes: ["pgdata:/var/lib/postgresql/data"]
      web: { image: "nginx:1.27", ports: ["8080:80"], environment: { TOKEN: def } }
      fresh: { image: "b:1", restart: always }
    volumes: { pgdata: , more: }

    """

  @Test func `for a terminal`() throws {
    let text = try summary(from: Self.old, to: Self.new).text
    #expect(
      text == """
        cloud: changed
          db is recreated: `image` changes
            image: postgres:15.4 → postgres:17.0
          web is recreated: `image`, `ports` and `environment` change
            image: nginx:1.25 → nginx:1.27
            ports: 8080:80 added
            environment.TOKEN: ••• → •••
          fresh is new: it is new
            image: b:1 added
          gone is removed: it is gone
            image: a:1 removed
            ports: 9:9 removed
          volume `more`: added
          port: `web` opens 8080:80
          port: `gone` closes 9:9
          danger: `db` jumps two major versions of PostgreSQL over the same data
            dump and restore, or stay with `postgres:15.4` and plan the upgrade

        """
    )
  }

  @Test func `for a pull request`() throws {
    let markdown = try summary(from: Self.old, to: Self.new).markdown(heading: 2)
    #expect(
      markdown == """
        ## `cloud` changed

        - **Danger:** `db` jumps two major versions of PostgreSQL over the same data; dump and restore, or stay with `postgres:15.4` and plan the upgrade
        - `db` **is recreated**: `image` changes
          - `image: postgres:15.4 → postgres:17.0`
        - `web` **is recreated**: `image`, `ports` and `environment` change
          - `image: nginx:1.25 → nginx:1.27`
          - `ports: 8080:80 added`
          - `environment.TOKEN: ••• → •••`
        - `fresh` **is new**: it is new
          - `image: b:1 added`
        - `gone` **is removed**: it is gone
          - `image: a:1 removed`
          - `ports: 9:9 removed`
        - volume `more`: `added`
        - `web` `opens 8080:80`
        - `gone` `closes 9:9`

        """
    )
  }

  @Test func `for a machine`() throws {
    let old = "services:\n  app:\n    image: nginx:1\n    volumes: ['/a:/data']\n"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let new = old.replacing("nginx:1", with: "nginx:2").replacing("/a:", with: "/b:")
    let json = String(decoding: try encoder.encode(summary(from: old, to: new)), as: UTF8.self)
    #expect(
      json == """
        {
          "diff" : {
            "kind" : "changed",
            "resources" : [

            ],
            "services" : [
              {
                "changes" : [
                  {
                    "new" : "nginx:2",
                    "newPlace" : {
                      "end" : 47,
                      "file" : "compose.yaml",
                      "start" : 40
                    },
                    "old" : "nginx:1",
                    "oldPlace" : {
                      "end" : 47,
                      "file" : "compose.yaml",
                      "start" : 40
                    },
                    "path" : "services.app.image",
                    "summary" : "image: nginx:1 → nginx:2"
                  },
                  {
                    "new" : {
                      "bind" : {

                      },
                      "source" : "/b",
                      "target" : "/data",
                      "type" : "bind"
                    },
                    "newPlace" : {
                      "end" : 72,
                      "file" : "compose.yaml",
                      "start" : 62
                    },
                    "old" : {
                      "bind" : {

                      },
                      "source" : "/a",
                      "target" : "/data",
                      "type" : "bind"
                    },
                    "oldPlace" : {
                      "end" : 72,
                      "file" : "compose.yaml",
                      "start" : 62
                    },
                    "path" : "services.app.volumes[0]",
                    "summary" : "volumes: /a:/data → /b:/data"
                  }
                ],
                "kind" : "changed",
                "name" : "app"
              }
            ],
            "settings" : [

            ],
            "stack" : "cloud"
          },
          "impact" : {
            "data" : [
              {
                "help" : "copy the data over before the change, or keep `/a`",
                "kind" : "bind-moved",
                "message" : "`app` gets `/b` instead of `/a` at `/data`",
                "service" : "app",
                "severity" : "danger"
              }
            ],
            "ports" : [

            ],
            "services" : [
              {
                "action" : "recreate",
                "name" : "app",
                "reasons" : [
                  {
                    "cause" : "settings",
                    "words" : "`image` and `volumes` change"
                  }
                ]
              }
            ]
          }
        }
        """
    )
  }

  @Test func `nothing in a file can forge Markdown or move a cursor`() throws {
    let evil = "` [x](http://evil)\n# @all <b>\u{1B}[31m\u{202E}"
    let change = AttributeChange(
      YAMLPath(keys: "services", evil, "image"),
      old: .string(evil),
      new: .string("a" + evil)
    )
    let diff = try StackDiff(
      stack: RepositoryPath("a"),
      kind: .changed,
      services: [ServiceDiff(evil, .changed, changes: [change])],
      resources: [ResourceDiff(.volume, evil, .renamed, oldName: evil)],
      settings: [change]
    )
    let impact = Impact(
      services: [ServiceImpact(evil, .recreate, because: [.init(.settings, "`\(evil)` changes")])],
      data: [DataRisk(.volumeDropped, .danger, of: evil, "`\(evil)` goes", help: "keep `\(evil)`")],
      ports: [PortChange(.opened, of: evil, old: nil, new: evil, isLoopback: false, path: YAMLPath(keys: evil))]
    )
    let markdown = ChangeSummary(diff, impact).markdown()
    for line in markdown.split(separator: "\n") {
      #expect(Self.outsideOfCode(line).allSatisfy { $0.isASCII && !"[]<>@!".contains($0) }, "\(line)")
    }
    #expect(markdown.split(separator: "\n").count { $0.hasPrefix("#") } == 1)
    let text = ChangeSummary(diff, impact).text
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("#") })
  }

  /// What a reader of Markdown would see outside code spans.
  private static func outsideOfCode(_ line: Substring) -> String {
    var rest = line
    var outside = ""
    while let start = rest.firstIndex(of: "`") {
      outside += rest[..<start]
      let fence = rest[start...].prefix { $0 == "`" }
      rest = rest[fence.endIndex...]
      var end: Substring.Index?
      var position = rest.startIndex
      while position < rest.endIndex, end == nil {
        guard rest[position] == "`" else {
          position = rest.index(after: position)
          continue
        }
        let run = rest[position...].prefix { $0 == "`" }
        if run.count == fence.count { end = run.endIndex }
        position = run.endIndex
      }
      guard let end else { return outside + fence + rest }
      rest = rest[end...]
    }
    return outside + rest
  }
}
