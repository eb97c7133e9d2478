import ComposeModel
import ReleaseKit
import SourceDiagnostics
import Testing

@Suite struct `Finding updates` {
  @Test func `takes the newest of the same shape`() throws {
    let report = try find("nginx:1.27.1-alpine", among: ["1.27.2-alpine", "1.28.0-alpine", "1.29.0", "1.28.1-slim"])
    #expect(report.updates.map(\.candidate.description) == ["nginx:1.28.0-alpine"])
    #expect(report.updates.map(\.step) == [.minor])
    #expect(report.updates.map(\.path.description) == ["services.web.image"])
    #expect(report.skipped.isEmpty)
  }

  @Test func `keeps a new major version apart`() throws {
    let report = try find("nginx:1.27.1", among: ["1.27.1", "1.27.4", "2.0.0", "2.1.0"])
    #expect(report.updates.map(\.candidate.description) == ["nginx:1.27.4", "nginx:2.1.0"])
    #expect(report.updates.map(\.step) == [.patch, .major])
  }

  @Test func `stays on its track`() throws {
    let tags = ["1.27.4", "1.28.0", "2.0.0"]
    #expect(try find("nginx:1.27.1", among: tags, track: .patch).updates.map(\.candidate.tag) == ["1.27.4"])
    #expect(try find("nginx:1.27.1", among: tags, track: .minor).updates.map(\.candidate.tag) == ["1.28.0"])
  }

  @Test func `never goes back`() throws {
    #expect(try find("nginx:1.27.1", among: ["1.26.9", "1.27.0", "1.27.1", "0.9.9"]) == UpdateReport())
  }

  @Test(arguments: ["postgres:15.8", "docker.io/library/postgres:15.8", "mariadb:10.11", "mongo:6.0"])
  func `leaves the next major version of a database with data to a person`(image: String) throws {
    let report = try find(image, among: ["15.10", "17.2", "11.4", "8.0"], data: "/data")
    #expect(!report.updates.contains { $0.step == .major })
    #expect(report.skipped.map(\.code) == [.databaseMajor])
  }

  @Test func `updates a database that keeps no data`() throws {
    #expect(try find("postgres:15.8", among: ["17.2"]).updates.map(\.candidate.tag) == ["17.2"])
  }

  @Test func `takes the newest version of a database that reads the data`() throws {
    let report = try find("mariadb:10.6.1", among: ["10.6.3", "10.6.4", "10.11.1"], data: "/data")
    #expect(report.updates.map(\.candidate.tag) == ["10.6.4"])
    #expect(report.skipped.map(\.code) == [.databaseMajor])
  }

  @Test func `says why a database's major version is skipped`() throws {
    let report = try find("postgres:15.8", among: ["16.6", "17.2"], data: "/data")
    #expect(
      report.skipped.map(\.reason)
        == ["`web` jumps two major versions of PostgreSQL over the same data with `17.2`, which a person has to plan"]
    )
  }

  @Test func `keeps a digest in step`() throws {
    let old = "sha256:" + String(repeating: "1", count: 64)
    let new = "sha256:" + String(repeating: "2", count: 64)
    let catalogue = "images: {redis: {tags: [{tag: 8.0.1, digest: '\(old)'}, {tag: 8.0.2, digest: '\(new)'}]}}"
    let report = try find("redis:8.0.1@\(old)", in: catalogue)
    #expect(report.updates.map(\.candidate.description) == ["redis:8.0.2@\(new)"])
  }

  @Test func `doesn't unpin an image for want of a digest`() throws {
    let report = try find("redis:8.0.1@sha256:\(String(repeating: "1", count: 64))", among: ["8.0.2"])
    #expect(report.updates.isEmpty)
    #expect(report.skipped.map(\.reason) == ["it is pinned by digest, and the catalogue has none for `8.0.2`"])
  }

  @Test func `doesn't pin what wasn't pinned`() throws {
    let digest = "sha256:" + String(repeating: "2", count: 64)
    let report = try find("redis:8.0.1", in: "images: {redis: {tags: [{tag: 8.0.2, digest: '\(digest)'}]}}")
    #expect(report.updates.map(\.candidate.description) == ["redis:8.0.2"])
  }

  @Test(arguments: [
    ("nginx", "it follows `latest`: name a version first"),
    ("nginx:latest", "it follows `latest`: name a version first"),
    ("nginx@sha256:" + String(repeating: "0", count: 64), "it is pinned by digest and names no version"),
    ("nginx:stable-alpine", "`stable-alpine` is not a version that can be compared"),
    ("apache:2.4", "the catalogue doesn't have `apache`"),
  ])
  func `says why an image is skipped`(image: String, reason: String) throws {
    let report = try find(image, among: ["1.0"])
    #expect(report.updates.isEmpty)
    #expect(report.skipped.map(\.reason) == [reason])
    #expect(report.skipped.map(\.image) == [image])
  }

  @Test func `doesn't touch what is built here`() throws {
    let project = try project("{build: ., image: 'nginx:1.0'}")
    let catalogue = try #require(load("images: {nginx: {tags: [{tag: 1.1}]}}"))
    #expect(UpdateFinder(catalogue).updates(for: project) == UpdateReport())
  }

  @Test func `brings the notes of every version on the way, the newest first`() throws {
    let notes = ["1.27.1", "1.27.2", "1.27.10", "1.28.0", "1.29.0", "2.0.0"].map {
      "{version: \($0), text: about \($0)}"
    }
    let catalogue =
      "images: {nginx: {tags: [{tag: v1.28.0}, {tag: v2.0.0}], notes: [\(notes.joined(separator: ", "))]}}"
    let report = try find("nginx:v1.27.1", in: catalogue)
    #expect(
      report.updates.map { $0.notes.map(\.version.text) } == [
        ["1.28.0", "1.27.10", "1.27.2"], ["2.0.0", "1.29.0", "1.28.0", "1.27.10", "1.27.2"],
      ]
    )
  }

  @Test func `finds the notes of a tag that has fewer numbers than they`() throws {
    let catalogue = "images: {nginx: {tags: [{tag: 2}], notes: [{version: 1.9}, {version: 2.1.3}, {version: 3.0}]}}"
    #expect(try find("nginx:1", in: catalogue).updates.map { $0.notes.map(\.version.text) } == [["2.1.3"]])
  }

  private func find(
    _ image: String,
    among tags: [String],
    track: UpdateTrack = .major,
    data: String? = nil
  ) throws -> UpdateReport {
    let name = String(try ImageReference(parsing: image).normalizedName)
    let known = name.hasSuffix("apache") ? "other" : name
    return try find(
      image,
      in: "images: {\(known): {tags: [\(tags.map { "{tag: \($0)}" }.joined(separator: ", "))]}}",
      track: track,
      data: data
    )
  }

  private func find(
    _ image: String,
    in catalogue: String,
    track: UpdateTrack = .major,
    data: String? = nil
  ) throws -> UpdateReport {
    UpdateFinder(try #require(load(catalogue)), track: track).updates(
      for: try project("{image: '\(image)'\(data.map { ", volumes: ['\($0)']" } ?? "")}")
    )
  }

  private func load(_ catalogue: String) -> ImageCatalogue? {
    let loaded = ImageCatalogue.load([("catalogue.yaml", Array(catalogue.utf8))])
    #expect(loaded.diagnostics.isEmpty)
    return loaded.value
  }

  private func project(_ service: String) throws -> ComposeProject {
    let tree = MemoryTree(["web/compose.yaml": "services: {web: \(service)}"])
    let stack = try #require(try StackFiles.find(in: RepositoryPath("web"), of: tree))
    return try #require(try ComposeLoader().load(stack, from: tree).value)
  }
}
