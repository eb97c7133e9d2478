import ComposeModel
import OrderedCollections
import Testing

@Suite struct `Printing a project` {
  /// What stands after the colon when `text` is printed as a variable's value.
  private func printed(_ text: String, escapingDollars: Bool = false) -> String {
    let project = ComposeProject(attributes: ["services": ["a": ["environment": ["K": .string(text)]]]])
    let lines = project.yaml(escapingDollars: escapingDollars)
      .split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.contains("K:") }
    return lines.joined(separator: "\n").replacing("      K: ", with: "", maxReplacements: 1).trimmingSuffix("\n")
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("a: b", "'a: b'"), ("a:b", "a:b"), ("a #b", "'a #b'"), ("a#b", "a#b"),
    ("#a", "'#a'"),
    ("- a", "'- a'"), ("-a", "-a"), ("---", "'---'"), ("? a", "'? a'"), ("?a", "?a"), ("@a", "'@a'"), ("it's", "it's"),
    ("'a", "'''a'"), ("[a", "'[a'"), ("a]", "a]"), ("a,", "a,"), (" a", "' a'"), ("a ", "'a '"), ("a:", "'a:'"),
    ("", "\"\""), ("true", "\"true\""), ("Yes", "\"Yes\""), ("on", "\"on\""), ("null", "\"null\""), ("~", "\"~\""),
    ("<<", "\"<<\""), ("12", "\"12\""), ("1_000", "\"1_000\""), ("0x1F", "\"0x1F\""), ("0o17", "\"0o17\""),
    ("1.5", "\"1.5\""), ("1e3", "\"1e3\""), (".5", "\".5\""), (".inf", "\".inf\""), ("1:30", "\"1:30\""),
    ("2026-11-26", "\"2026-11-26\""), ("1.2.3", "1.2.3"), ("12a", "12a"), ("+", "+"), (".", "."), ("a\tb", "\"a\\tb\""),
    ("a\u{7}b", "\"a\\ab\""), ("a\\b", "a\\b"), ("é", "é"), ("\u{1F600}", "\"\\U0001F600\""), ("\u{85}", "\"\\N\""),
    ("a\nb", "|-\n        a\n        b"), ("a\nb\n", "|\n        a\n        b"), ("a\n\n", "|+\n        a\n"),
    ("\n  a\n", "|2\n\n          a"), (" a\nb", "|2-\n         a\n        b"), ("a \nb", "\"a \\nb\""),
    ("\n", "\"\\n\""),
  ])
  func `writes a text as go-yaml does`(_ text: String, _ written: String) {
    #expect(printed(text) == written)
  }

  @Test func `doubles dollars so that what is printed can be loaded`() {
    #expect(printed("$a ${b}", escapingDollars: true) == "$$a $${b}")
    #expect(printed("'$", escapingDollars: true) == "'''$$'")
  }

  @Test func `has attributes in their order, names by their digits, extensions last`() {
    let project = ComposeProject(attributes: [
      "x-b": 1, "networks": ["net": [:]], "name": "p",
      "services": [
        "web10": ["image": "x", "x-y": true, "command": [], "profiles": ["p"]],
        "web2": ["labels": ["a.b": "1", "a10": "2", "a9": "3", "A": "4", "_": "5"]],
      ],
    ])
    #expect(
      project.yaml() == """
        name: p
        services:
          web2:
            labels:
              _: "5"
              A: "4"
              a.b: "1"
              a9: "3"
              a10: "2"
          web10:
            profiles:
              - p
            command: []
            image: x
            x-y: true
        networks:
          net: {}
        x-b: 1

        """
    )
  }

  @Test func `has in JSON what the reference always writes, and no extensions of services`() {
    let project = ComposeProject(attributes: [
      "name": "p",
      "services": [
        "a": ["image": "<&>", "x-y": 1, "deploy": ["replicas": 2], "ulimits": ["core": ["soft": 0, "hard": 1]]]
      ],
      "networks": ["n": ["name": "p_n"]],
    ])
    #expect(
      project.json() == """
        {
          "name": "p",
          "networks": {
            "n": {
              "name": "p_n",
              "ipam": {}
            }
          },
          "services": {
            "a": {
              "command": null,
              "deploy": {
                "replicas": 2,
                "resources": {},
                "placement": {}
              },
              "entrypoint": null,
              "image": "\\u003c\\u0026\\u003e",
              "ulimits": {
                "core": {
                  "hard": 1
                }
              }
            }
          }
        }
        """
    )
  }

  @Test func `hashes what touches a container`() throws {
    let project = ComposeProject(attributes: [
      "services": [
        "a": [
          "build": ["context": "."], "scale": 2, "depends_on": ["b": [:]], "profiles": ["p"], "image": "x",
          "deploy": ["replicas": 3, "mode": "global"],
          "volumes": [["type": "bind", "source": "/a", "target": "/b", "bind": [:]]],
        ]
      ]
    ])
    let five =
      #"{"command":null,"deploy":{"mode":"global","resources":{},"placement":{}},"entrypoint":null,"image":"x","#
    let mount = #""volumes":[{"type":"bind","source":"/a","target":"/b","bind":{}}]}"#
    #expect(project.hashInput(of: "a").map { String(decoding: $0, as: UTF8.self) } == five + mount)
    let two = String(decoding: try #require(project.hashInput(of: "a", for: .two)), as: UTF8.self)
    #expect(two == five + mount.replacing("\"bind\":{}", with: "\"bind\":{\"create_host_path\":true}"))
    #expect(project.hashInput(of: "b") == nil)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
