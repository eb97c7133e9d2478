import ReleaseKit
import Testing

@Suite struct `Tags as versions` {
  @Test(
    arguments: [
      ("1.27.3", "", [1, 27, 3], "", nil),
      ("v1.27.3-alpine", "v", [1, 27, 3], "-alpine", nil),
      ("15-alpine", "", [15], "-alpine", nil),
      ("2024.11.3", "", [2_024, 11, 3], "", nil),
      ("4.0.10.2544-ls262", "", [4, 0, 10, 2_544], "-ls", 262),
      ("3.5.0-debian-12-r3", "", [3, 5, 0], "-debian-12-r", 3),
      ("1.0rc1", "", [1, 0], "rc1", nil),
      ("30.", "", [30], ".", nil),
      ("1..2", "", [1], "..2", nil),
    ] as [(String, String, [Int], String, Int?)]
  )
  func `are read into prefix, numbers, suffix and build`(
    tag: String,
    prefix: String,
    numbers: [Int],
    suffix: String,
    build: Int?
  ) throws {
    let version = try #require(TagVersion(tag))
    #expect(version.prefix == prefix)
    #expect(version.numbers == numbers)
    #expect(version.suffix == suffix)
    #expect(version.build == build)
    #expect(version.description == tag)
  }

  @Test(arguments: [
    "", "v", "latest", "stable", "pg14-v0.2.0", "-1", ".1", "version-1.0", "٣.١", "1.2.3.4.5.6.7",
    "99999999999999999999", "1.99999999999999999999x", String(repeating: "1.", count: 100),
  ])
  func `are nothing when they don't begin with numbers or have too many`(tag: String) {
    #expect(TagVersion(tag)?.numbers.count ?? 0 <= 1)
    if tag != "1.99999999999999999999x" { #expect(TagVersion(tag) == nil) }
  }

  @Test(
    arguments: [
      ("1.27.2", "1.27.3", .patch),
      ("1.27.3", "1.28.0", .minor),
      ("1.27.3", "2.0.0", .major),
      ("1.9.0", "1.10.0", .minor),
      ("v3.0.0", "v3.0.1", .patch),
      ("15", "17", .major),
      ("15.8-alpine", "15.10-alpine", .minor),
      ("2024.11.3", "2024.12.5", .minor),
      ("2024.12.5", "2025.1.4", .minor),
      ("2024.11.2", "2024.11.3", .patch),
      ("20241103", "20250101", .minor),
      ("4.0.10.2544-ls262", "4.0.11.2680-ls263", .patch),
      ("4.0.11.2680-ls263", "4.0.11.2680-ls265", .patch),
    ] as [(String, String, VersionStep)]
  )
  func `step to newer ones of the same shape`(old: String, new: String, step: VersionStep) throws {
    let (old, new) = (try #require(TagVersion(old)), try #require(TagVersion(new)))
    #expect(old.step(to: new) == step)
    #expect(new.step(to: old) == nil)
    #expect(old < new)
  }

  @Test(arguments: [
    ("1.27.3", "1.27.3"),
    ("1.27.3-alpine", "1.28.0"),
    ("1.27.3", "1.28.0-alpine"),
    ("1.27.3", "v1.28.0"),
    ("1.27", "1.28.0"),
    ("15", "16.1"),
    ("4.3.9", "2021.12.14"),
    ("15", "20241103"),
    ("1.2.3", "1.3.0-rc1"),
    ("1.2.3-alpine3.19", "1.2.3-alpine3.20"),
    ("4.0.11.2680-ls265", "4.0.11.2680"),
  ])
  func `never step to another shape or to themselves`(old: String, new: String) throws {
    #expect(try #require(TagVersion(old)).step(to: try #require(TagVersion(new))) == nil)
  }

  @Test func `are ordered the same way whatever order they come in`() {
    let tags = ["1.10", "1.9", "1.9-ls2", "1.9-ls10", "v2", "2", "1"].compactMap(TagVersion.init)
    #expect(tags.sorted() == tags.reversed().sorted())
    #expect(tags.sorted().map(\.text) == ["1", "1.9", "1.9-ls2", "1.9-ls10", "1.10", "2", "v2"])
  }

  @Test func `step forth or back, never both, and only as the order says`() throws {
    let numbers = ["1", "1.2", "1.2.3", "1.2.4", "1.10.0", "2.0.0", "2024.1.0", "20240101", "20250101"]
    let tags = numbers.flatMap { number in
      ["", "-alpine", "-ls1", "-ls2", "rc1"].flatMap { ["\(number)\($0)", "v\(number)\($0)"] }
    }
    let versions = tags.compactMap(TagVersion.init)
    #expect(versions.count == tags.count)
    for old in versions {
      #expect(old.step(to: old) == nil)
      for new in versions where old.step(to: new) != nil {
        #expect(old < new)
        #expect(new.step(to: old) == nil)
        #expect(old.shape == new.shape)
      }
    }
  }

  @Test func `are allowed by a track up to its step`() {
    let allowed = UpdateTrack.allCases.map { track in VersionStep.allCases.filter(track.allows) }
    #expect(allowed == [[.patch], [.patch, .minor], [.patch, .minor, .major]])
  }
}
