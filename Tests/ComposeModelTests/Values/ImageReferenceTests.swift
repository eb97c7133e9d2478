import ComposeModel
import Testing

@Suite struct `Image references` {
  private static let digits = String(repeating: "0123456789abcdef", count: 4)
  private static let long = String(repeating: "a", count: 255)

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
      ("localhost/a", "localhost", "a", nil, "localhost/a"),
      ("localhost", nil, "localhost", nil, "docker.io/library/localhost"),
      ("docker.io/nginx", "docker.io", "nginx", nil, "docker.io/library/nginx"),
      ("index.docker.io/nginx", "index.docker.io", "nginx", nil, "docker.io/library/nginx"),
      ("index.docker.io/a/b", "index.docker.io", "a/b", nil, "docker.io/a/b"),
      ("Host/a", "Host", "a", nil, "Host/a"), ("a.b:1/c", "a.b:1", "c", nil, "a.b:1/c"),
      ("[::1]:5000/a:b", "[::1]:5000", "a", "b", "[::1]:5000/a"), ("[fe80::1]/a", "[fe80::1]", "a", nil, "[fe80::1]/a"),
      ("host:5000", nil, "host", "5000", "docker.io/library/host"), ("a_b.c/d", nil, "a_b.c/d", nil, "a_b.c/d"),
      ("a__b/c-----d/e.f", nil, "a__b/c-----d/e.f", nil, "docker.io/a__b/c-----d/e.f"),
      ("a-b.c-d.io/x", "a-b.c-d.io", "x", nil, "a-b.c-d.io/x"), ("a:_._-", nil, "a", "_._-", "docker.io/library/a"),
      ("1.2.3.4/a", "1.2.3.4", "a", nil, "1.2.3.4/a"), ("a.b", nil, "a.b", nil, "docker.io/library/a.b"),
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

  @Test(arguments: ["sha256:\(digits)", "sha384:\(digits)\(digits.prefix(32))", "sha512:\(digits)\(digits)"])
  func `keep a digest`(_ digest: String) throws {
    let image = try ImageReference(parsing: "caddy:2.8@\(digest)")
    #expect(image.digest == digest && image.tag == "2.8")
    #expect(image.replacing(tag: "2.9", digest: nil).description == "caddy:2.9")
  }

  @Test(arguments: [
    "", ":tag", "Nginx", "nginx:", "nginx:a b", "nginx@sha256:xyz", "a//b", "nginx:-x", "-a", "a@b@c", "a..b", "a___b",
    "a._b", "a-.b", "a_", "a/", "/a", "a/B", "é", "a:é", "a:\(long.prefix(129))", "-a.b/c", "a-.b/c", "a.b:x/c",
    "a.b:/c",
    "[::1]", "[]/a", "[g]/a", "[::1]x/a", "a..b.c/d", digits, "a@sha256:\(digits.uppercased())", "a@sha256:\(digits)0",
    "a@sha256:\(digits.dropLast())", "a@md5:\(digits.prefix(32))", "a@SHA256:\(digits)", "a@sha512:\(digits)", "a@",
    "a@sha256:\(digits)@sha256:\(digits)", "a@sha256:\(digits):1", "a\n", " a", "http://a/b",
  ])
  func `that are none are refused`(_ text: String) {
    #expect(throws: ImageReferenceError.self) { try ImageReference(parsing: text) }
  }

  @Test func `have a path of 255 characters at most, with the library's`() throws {
    #expect(try ImageReference(parsing: "ghcr.io/\(Self.long):\(Self.long.prefix(128))").repository == Self.long)
    #expect(try ImageReference(parsing: String(Self.long.prefix(247))).normalizedName.utf8.count == 265)
    for text in ["ghcr.io/\(Self.long)a", String(Self.long.prefix(248)), "docker.io/\(Self.long)"] {
      #expect {
        try ImageReference(parsing: text)
      } throws: {
        "\($0)" == "`\(text)` isn't an image reference: its repository is longer than 255 characters"
      }
    }
  }

  @Test func `are read again from what they print`() throws {
    let texts = RandomTexts(
      of: ["a", "B", "1", ".", "-", "_", "/", ":", "@", "sha256:\(Self.digits)", "localhost", "[::1]", "é"],
      count: 10_000
    )
    for text in texts {
      guard let image = try? ImageReference(parsing: text) else { continue }
      #expect(image.description == text)
      #expect(try recoded(image) == image)
      // A name that is written out stays the same.
      #expect(try ImageReference(parsing: image.normalizedName).normalizedName == image.normalizedName)
    }
  }

  @Test func `are looked for in any text`() {
    for text in RandomTexts() {
      if let image = try? ImageReference(parsing: text) { #expect(image.description == text) }
    }
  }
}
