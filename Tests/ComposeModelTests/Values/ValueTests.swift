import ComposeModel
import Testing

@Suite struct `Image references` {
  @Test(
    arguments: [
      ("nginx", nil, "nginx", nil, "docker.io/library/nginx"),
      ("nginx:1.27-alpine", nil, "nginx", "1.27-alpine", "docker.io/library/nginx"),
      (
        "ghcr.io/immich-app/immich-server:v1.140.0", "ghcr.io", "immich-app/immich-server", "v1.140.0",
        "ghcr.io/immich-app/immich-server"
      ),
      ("localhost:5000/a/b", "localhost:5000", "a/b", nil, "localhost:5000/a/b"),
      ("grafana/grafana:11.2.0", nil, "grafana/grafana", "11.2.0", "docker.io/grafana/grafana"),
    ] as [(String, String?, String, String?, String)]
  )
  func `are read into their parts`(
    _ text: String,
    _ registry: String?,
    _ repository: String,
    _ tag: String?,
    _ name: String
  ) throws {
    let image = try ImageReference(parsing: text)
    #expect(image.registry == registry && image.repository == repository && image.tag == tag)
    #expect(image.normalizedName == name && image.description == text)
  }

  @Test func `keep a digest`() throws {
    let digest = "sha256:" + String(repeating: "ab", count: 32)
    let image = try ImageReference(parsing: "caddy:2.8@\(digest)")
    #expect(image.digest == digest && image.tag == "2.8")
    #expect(image.replacing(tag: "2.9", digest: nil).description == "caddy:2.9")
  }

  @Test(arguments: ["", ":tag", "Nginx", "nginx:", "nginx:a b", "nginx@sha256:xyz", "a//b", "nginx:-x", "-a", "a@b@c"])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ImageReferenceError.self) { try ImageReference(parsing: text) }
  }
}

@Suite struct `Ports` {
  @Test(arguments: [
    ("80", ["80/tcp"]), ("8080:80", ["8080:80/tcp"]), ("127.0.0.1:8080:80/udp", ["127.0.0.1:8080:80/udp"]),
    ("3000-3002:4000-4002", ["3000:4000/tcp", "3001:4001/tcp", "3002:4002/tcp"]),
    ("8000-8010:80", ["8000-8010:80/tcp"]), ("[::1]:80:80", ["[::1]:80:80/tcp"]), (":53:53/udp", ["53:53/udp"]),
    ("127.0.0.1::80", ["127.0.0.1::80/tcp"]), ("7-8", ["7/tcp", "8/tcp"]), ("::1:80:80", ["[::1]:80:80/tcp"]),
    ("9-11", ["10/tcp", "11/tcp", "9/tcp"]), ("80/", ["80/tcp"]), ("80/UDP", ["80/udp"]), ("0", ["0/tcp"]),
    ("8-8:80", ["8:80/tcp"]), ("[fe80::1:2]:5:6", ["[fe80::1:2]:5:6/tcp"]),
  ])
  func `are read from the short syntax`(_ text: String, _ ports: [String]) throws {
    #expect(try Port.ports(parsing: text).map(\.description) == ports)
  }

  @Test(arguments: [
    "", "a", "80:", "65536", "1-2:3-5", "8:7-5", "1.2.3.999:80:80", "80/http", "x:1:1", "9999999999:1", "-1", "1-",
    "127.0.0.1:80", "1.2.3:4:5", "01.2.3.4:5:6", "::g:1:1", "1:2:3:4:5:6:7:8:9:80:80", "fe80::1%eth0:1:1", "[::1:1:1",
    "/tcp",
  ])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try Port.ports(parsing: text) }
  }
}

@Suite struct `Mounts` {
  @Test(
    arguments: [
      ("/data", Mount.Kind.volume, nil, "/data", false), ("data:/data", .volume, "data", "/data", false),
      ("./a:/b:ro", .bind, "./a", "/b", true), ("~/a:/b/../c/", .bind, "~/a", "/c", false),
      ("C:\\x:/y", .bind, "C:\\x", "/y", false), ("/a:/b:z,ro", .bind, "/a", "/b", true),
      ("/a:/b:ro,rw", .bind, "/a", "/b", false), ("a:/b:ro", .bind, "a:/b", "ro", false),
      ("\\\\x:/y", .bind, "\\\\x", "/y", false),
      ("${A:-b:c}:/x", .volume, "${A:-b:c}", "/x", false),
    ] as [(String, Mount.Kind, String?, String, Bool)]
  )
  func `are read from the short syntax`(
    _ text: String,
    _ kind: Mount.Kind,
    _ source: String?,
    _ target: String,
    _ isReadOnly: Bool
  ) throws {
    #expect(try Mount(parsing: text) == Mount(kind: kind, source: source, target: target, isReadOnly: isReadOnly))
  }

  @Test(arguments: ["", ":", "data:", ":/data", "data::/b", "data:/b:ro:x", "a:/b:", "C:\\x:/y:ro:z"])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try Mount(parsing: text) }
  }
}

@Suite struct `Durations and amounts` {
  @Test(arguments: [
    ("90s", "1m30s"), ("24h", "24h0m0s"), ("1.5s", "1.5s"), ("500ms", "500ms"), ("1h30m", "1h30m0s"), ("2d", "48h0m0s"),
    ("0", "0s"), ("0s", "0s"), ("-1s", "-1s"), ("+1m", "1m0s"), ("100us", "100µs"), ("1.5µs", "1.5µs"), ("7ns", "7ns"),
    ("1w1d", "192h0m0s"), (".5h", "30m0s"), ("1.h", "1h0m0s"), ("1m0.25s", "1m0.25s"), ("1.000001s", "1.000001s"),
    ("-0", "0s"), ("2.5ms", "2.5ms"),
  ])
  func `durations are read and printed as Go prints them`(_ text: String, _ printed: String) throws {
    #expect(try ComposeDuration(parsing: text).description == printed)
  }

  @Test(arguments: ["", "-", "30", "s", "1x", ".s", "99999999999999w", "9223372036854775808ns", "1..2s", "1 s", "1S"])
  func `durations that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try ComposeDuration(parsing: text) }
  }

  @Test(arguments: [
    ("512m", 536_870_912), ("1.5GiB", 1_610_612_736), ("10", 10), ("-1", -1), ("64 kb", 65_536), ("2G", 2_147_483_648),
    ("-7", -7), ("1e3", 1_000), ("0.5k", 512), ("1b", 1), ("3kib", 3_072), ("1p", 1_125_899_906_842_624), ("1.9", 1),
  ])
  func `amounts are powers of 1,024`(_ text: String, _ bytes: Int64) throws {
    #expect(try ByteCount(parsing: text).bytes == bytes)
  }

  @Test(arguments: ["", "m", "1x", "9999999999999p", "-2m", "1kbb", "1bb", "1 m b", "nan", "inf", "0x10k"])
  func `amounts that are none are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try ByteCount(parsing: text) }
  }
}

@Suite struct `Words of a command line` {
  @Test(arguments: [
    ("a b", ["a", "b"]), ("a 'b c' \"d \\\" e\"", ["a", "b c", "d \" e"]), ("a\\ b", ["a b"]), ("''", [""]), ("  ", []),
    ("# x", ["#", "x"]), ("a`b c`d", ["a`b c`d"]), ("x$(y z)", ["x$(y z)"]), ("'a'\"b\"c", ["abc"]),
    ("a 2>&1", ["a"]), ("a x>y", ["a", "x"]), ("a\u{A0}b", ["a\u{A0}b"]), ("'a\\b'", ["a\\b"]),
  ])
  func `are split`(_ text: String, _ words: [String]) throws {
    #expect(try ShellWords.split(text).words == words)
  }

  @Test(arguments: ["'a", "a\\", "(a)", "`a", "$(a", "a)", "\"a"])
  func `that don't end are refused`(_ text: String) {
    #expect(throws: ValueError.self) { try ShellWords.split(text) }
  }

  @Test func `end at an operator, and that is said`() throws {
    let split = try ShellWords.split("a; b")
    #expect(split.words == ["a"] && split.isCutShort)
  }
}
